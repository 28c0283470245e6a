import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";
import { GALLERY, takePicture } from "./support/take-picture.ts";

// Every state of the page is looked at by day, by night, on a desk and on a phone: minutes on a busy machine.
const JOURNEY_MS = 900_000;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Adds a task to the plan. */
async function addTask(page: Page, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "Add a task" }).click();
  await page.getByRole("option", { name, exact: true }).click();
  await button(page, "Add").click();
  await page.getByRole("heading", { level: 3, name }).first().waitFor();
}

/** A study with a questionnaire, a grid and a text, frozen, and its link. */
async function frozenStudy(page: Page): Promise<string> {
  await page.getByLabel("Title", { exact: true }).waitFor();
  await page.getByLabel("Who runs it, and how to reach them").fill("Ada Example, ada@example.org");
  await page.getByLabel("What participants agree to").fill("You answer a few questions about how you feel.");
  for (const name of ["PHQ-9", "Affect grid", "A text of one’s own, read by a model"])
    await addTask(page, name);
  await page.getByText("The plan holds together.").waitFor();
  await button(page, "Freeze the plan").click();
  await button(page, "Yes, freeze it for good").click();
  await button(page, "Make a link").click();
  return page.getByLabel("The link").inputValue();
}

/** Answers every item with its first answer, but these. */
async function answerPhq(page: Page, last: string): Promise<void> {
  const items = page.locator("fieldset");
  await items.first().waitFor();
  const count = await items.count();
  for (let index = 0; index < count; index += 1) {
    await items
      .nth(index)
      .getByLabel(index === count - 1 ? last : "Not at all")
      .check();
  }
}

describe("a study without a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("study");
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it(
    "goes from a plan over the freeze and a participant’s answers to files for others",
    async () => {
      const { page, complaints } = await journey.open(GALLERY);
      expect(await pageFaults(page)).toEqual([]);
      await page.getByLabel("What is your study called?").fill("Evening walks");
      await beginSession(page, "study");
      await page.getByText("This is still missing:").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      // A plan is kept by itself, also over a reload.
      await page.getByLabel("Approval of an ethics board").fill("EC 2026-11");
      await page.waitForResponse(
        (reply) => reply.url().endsWith("/events") && reply.request().method() === "POST",
      );
      await page.reload();
      await page.getByLabel("Approval of an ethics board").waitFor();
      expect(await page.getByLabel("Approval of an ethics board").inputValue()).toBe("EC 2026-11");
      const link = await frozenStudy(page);
      await page.getByText("Nobody has taken part yet").waitFor();
      expect(await pageFaults(page)).toEqual([]);

      const other = await journey.visit({ colorScheme: "light", viewport: { width: 390, height: 800 } });
      await other.page.goto(link);
      await other.page.getByText("You answer a few questions about how you feel.").waitFor();
      expect(await pageFaults(other.page)).toEqual([]);
      await other.page.getByLabel("I have read this and I agree").check();
      await button(other.page, "Take part").click();
      await other.page.getByRole("heading", { name: "PHQ-9" }).waitFor();
      await other.page.getByRole("group").first().getByLabel("Several days").check();
      expect(await pageFaults(other.page)).toEqual([]);
      // What was ticked is there after a reload in the middle, and what is left out is asked about once.
      await other.page.reload();
      await other.page.getByRole("heading", { name: "PHQ-9" }).waitFor();
      expect(await other.page.getByRole("group").first().getByLabel("Several days").isChecked()).toBe(true);
      await button(other.page, "Next").click();
      await other.page.getByText("Not answered yet: 8.").waitFor();
      await answerPhq(other.page, "Not at all");
      await button(other.page, "Next").click();
      await other.page.getByRole("heading", { name: "Affect grid" }).waitFor();

      // By keyboard: one stop of the Tab key, then the arrows.
      await other.page.keyboard.press("Tab");
      for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) await other.page.keyboard.press(key);
      await other.page
        .getByRole("gridcell", { name: "Pleasure 7 of 9, arousal 6 of 9", selected: true })
        .waitFor();
      expect(await pageFaults(other.page)).toEqual([]);
      await takePicture(other.page, "study-phone");
      await button(other.page, "Next").click();
      await other.page
        .getByLabel("Please write a few sentences")
        .fill("We walked along the river and I felt calm and glad.");
      for (const name of ["How stirred up", "How pleasant"]) {
        await other.page.getByRole("slider", { name }).press("ArrowRight");
      }
      expect(await pageFaults(other.page)).toEqual([]);
      await button(other.page, "Next").click();
      await other.page.getByRole("heading", { name: "That was all. Thank you!" }).waitFor();

      await page.getByText("The flow of participants").waitFor();
      await button(page, "Work it out").click();
      // The last answer may still be on its way to the researcher.
      const why = page.getByText("at least two persons and two items are needed, got 1 and 9").first();
      await expect
        .poll(
          async () => {
            if (!(await why.isVisible())) await button(page, "Work it out anew").click();
            return why.isVisible();
          },
          { timeout: 120_000, interval: 3_000 },
        )
        .toBe(true);
      expect(await pageFaults(page)).toEqual([]);
      // So may what the model says of the words.
      let zip = "";
      await expect
        .poll(
          async () => {
            const download = page.waitForEvent("download");
            await button(page, "Save all files (ZIP)").click();
            zip = (await readFile(await (await download).path())).toString("latin1");
            return zip.includes("text-mini");
          },
          { timeout: 120_000, interval: 3_000 },
        )
        .toBe(true);
      expect(zip.startsWith("PK")).toBe(true);
      expect(zip).toContain("study-eveningwalks_description-participants_data.csv");
      expect(zip).toContain("text-mini");
      expect(complaints).toEqual([]);
      expect(other.complaints).toEqual([]);

      // Leaving takes everything along, and only the count stays.
      await other.page.getByText("Stop, or take your data away").click();
      await button(other.page, "Take my data away").click();
      await button(other.page, "Yes, delete all my answers").click();
      await other.page.waitForURL(/#\/$/u);
      await page.reload();
      await page.getByRole("group", { name: /Took their data away: 1/u }).waitFor();
      await other.context.close();
    },
    JOURNEY_MS,
  );

  it(
    "shows people to reach at once to whoever ticks the item about self-harm, and shows the researcher none of it",
    async () => {
      const { page } = await journey.open();
      await page.getByLabel("What is your study called?").fill("Two weeks");
      await beginSession(page, "study");
      const link = await frozenStudy(page);
      const other = await journey.visit({ colorScheme: "light" });
      await other.page.goto(link);
      await other.page.getByLabel("I have read this and I agree").check();
      await button(other.page, "Take part").click();
      await answerPhq(other.page, "Several days");
      await other.page.getByRole("heading", { name: "This matters more than the study" }).waitFor();
      await other.page.getByText("Emergency").first().waitFor();
      expect(await pageFaults(other.page)).toEqual([]);
      await other.page.reload();
      await other.page.getByRole("heading", { name: "This matters more than the study" }).waitFor();
      await other.context.close();
    },
    JOURNEY_MS,
  );

  it(
    "is tried out with people who do not exist and as a participant, in German, before anybody takes part",
    async () => {
      const { page, complaints } = await journey.open({ locale: "de-DE" });
      await page.getByLabel("Wie heißt deine Studie?").fill("Abendspaziergänge");
      await beginSession(page, "study");
      await page.getByLabel("Wer sie durchführt und wie man sie erreicht").fill("Ada");
      await page.getByLabel("Worin die Teilnehmenden einwilligen").fill("Fragen zum Befinden.");
      await page.getByRole("combobox", { name: "Eine Aufgabe hinzufügen" }).click();
      await page.getByRole("option", { name: "GAD-7", exact: true }).click();
      await button(page, "Hinzufügen").click();
      await button(page, "Wie Teilnehmende").click();
      await page.getByText("Nervosität, Ängstlichkeit oder Anspannung").waitFor();
      await button(page, "Mit simulierten Menschen").click();
      await button(page, "Ausrechnen").click();
      await page.getByRole("region", { name: "Wie weit auf die Werte Verlass ist" }).waitFor();
      expect(await pageFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "takes a protocol from a file whole, or tells every line that stands in the way",
    async () => {
      const { page } = await journey.open();
      const open = (text: string) =>
        page.locator("input[type=file]").setInputFiles({
          name: "plan.json",
          mimeType: "application/json",
          buffer: Buffer.from(text),
        });
      await open('{\n  "schema": "open-empathic/study-protocol/1",\n}');
      await page.getByText("Line 3:").waitFor();
      expect(await page.getByRole("button", { name: /let’s begin/u }).isDisabled()).toBe(true);
    },
    JOURNEY_MS,
  );

  it(
    "says calmly where a link leads nowhere",
    async () => {
      const { page } = await journey.open();
      await page.goto(`/#/study/join-${"x".repeat(43)}`);
      await page.getByText("This link leads nowhere").waitFor();
    },
    JOURNEY_MS,
  );
});
