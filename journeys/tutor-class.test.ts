import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";

// Every state of the page is looked at by day, by night, on a desk and on a phone: minutes on a busy machine.
const JOURNEY_MS = 600_000;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** A teacher makes a class for the course on fractions; gives the link. */
async function makeClass(page: Page): Promise<string> {
  await page.getByRole("link", { name: "For teachers: a class" }).click();
  await page.getByLabel("What is it called?").fill("7b");
  await button(page, "Make a class").click();
  await page.getByRole("heading", { level: 1, name: "7b" }).waitFor();
  await button(page, "Make a link").click();
  return page.getByLabel("The link for your learners").inputValue();
}

describe("a class of the tutor", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("tutor");
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  /** Somebody on a device of their own who joins without looking at the page, bored from the first task on. */
  async function joinUnseen(link: string): Promise<void> {
    const { context } = await journey.visit();
    const token = link.replace(/^.*#\/tutor\/join-/u, "");
    const choices = { language: "en", showsProgress: false, sharesFeelings: true };
    const joined = await context.request.post("/api/classes/join", { data: { token, ...choices } });
    const { session } = (await joined.json()) as { session: { id: string } };
    const acts = [
      { kind: "task-asked" },
      ...Array.from({ length: 5 }, () => ({ kind: "felt", feeling: "bored" })),
    ];
    for (const act of acts) {
      const added = await context.request.post(`/api/sessions/${session.id}/events`, { data: act });
      expect(added.status()).toBe(201);
    }
    await context.close();
  }

  it(
    "tells a school’s record store what a learner did only once they switch that on, and gives them the same as a file",
    async () => {
      const told: string[] = [];
      const store = createServer((request, response) => {
        request.on("data", (part: Buffer) => told.push(part.toString()));
        request.on("end", () => response.end("[]"));
      });
      await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
      // The cast is safe: a server that listens on TCP has such an address.
      const { port } = store.address() as AddressInfo;

      const owner = await journey.visit();
      await owner.page.goto(journey.server.signInUrl);
      await owner.page.goto("/#/tutor");
      await owner.page.getByRole("link", { name: "Connect a school’s systems" }).click();
      await owner.page.getByLabel("Its address").fill(`http://127.0.0.1:${String(port)}/xapi`);
      await owner.page.getByLabel("User name or key").fill("oe");
      await owner.page.getByLabel("Password or secret").fill("s3cret");
      await owner.page.locator("form").getByRole("button", { name: "Save", exact: true }).click();
      await owner.page.getByText("One is saved.").waitFor();
      expect(await owner.page.getByLabel("Password or secret").inputValue()).toBe("");
      expect(await pageFaults(owner.page)).toEqual([]);

      const { page, complaints } = await journey.open();
      await beginSession(page, "tutor");
      await page.getByText("Your learning record").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        button(page, "Save it (xAPI, JSON)").click(),
      ]);
      expect(await readFile(await download.path(), "utf8")).toContain("expapi/verbs/experienced");
      expect(await pageFaults(page)).toEqual([]);
      await page.getByRole("switch", { name: `Send it to 127.0.0.1:${String(port)}` }).click();
      await page.getByText("1 entry has arrived there.").waitFor();
      expect(told.join("")).toContain("expapi/verbs/experienced");
      await page.reload();
      await page.getByText("Your learning record").click();
      expect(await page.getByRole("switch", { name: "Send it to" }).isChecked()).toBe(true);
      expect(complaints).toEqual([]);
      await new Promise<void>((resolve) => store.close(() => resolve()));
    },
    JOURNEY_MS,
  );

  it(
    "is made, joined by its link, and seen in groups of five, with nobody’s feelings",
    async () => {
      const teacher = await journey.open();
      await teacher.page.getByText("They are no evidence about people.").waitFor();
      const link = await makeClass(teacher.page);
      await teacher.page.getByText("Figures come when at least five learners are in").waitFor();
      expect(await pageFaults(teacher.page)).toEqual([]);

      // A learner reads what the teacher will see, and chooses.
      const learner = await journey.visit({ locale: "de-DE" });
      await learner.page.goto(link);
      await learner.page.getByRole("heading", { level: 1, name: "„7b“ beitreten" }).waitFor();
      await learner.page.getByText("Niemand liest, was du schreibst").waitFor();
      await learner.page.getByRole("switch", { name: "Meiner Lehrkraft zeigen, wie weit ich bin" }).click();
      expect(await button(learner.page, "Der Klasse beitreten").isDisabled()).toBe(true);
      await learner.page.getByLabel("Der Name, den deine Lehrkraft sieht").fill("Ada");
      expect(await pageFaults(learner.page)).toEqual([]);
      await button(learner.page, "Der Klasse beitreten").click();
      await button(learner.page, "Zu den Aufgaben").click();
      await learner.page.getByLabel("Deine Antwort").fill("2/5");
      await learner.page.keyboard.press("Enter");
      await learner.page.getByText("1 Antwort").waitFor();
      await learner.page.reload();
      await learner.page.getByText("Deine Klasse: 7b").click();
      expect(await learner.page.getByLabel("Der Name, den deine Lehrkraft sieht").inputValue()).toBe("Ada");
      expect(await pageFaults(learner.page)).toEqual([]);
      await teacher.page.reload();
      await teacher.page.getByRole("heading", { name: "Ada" }).waitFor();

      // Four more are nothing that is told; with a fifth there is a group, and how it usually feels there.
      for (let count = 0; count < 4; count += 1) await joinUnseen(link);
      await teacher.page.reload();
      await teacher.page.getByText("4 learners are in no group’s figures.").waitFor();
      expect(await teacher.page.getByText("Group 1").count()).toBe(0);
      await joinUnseen(link);
      await teacher.page.reload();
      await teacher.page.getByRole("heading", { name: "Group 1" }).first().waitFor();
      await teacher.page.getByText("over three quarters").waitFor();
      expect(await pageFaults(teacher.page)).toEqual([]);

      // Who opens the link again is led back; who leaves is seen no more.
      await learner.page.goto(link);
      await learner.page.getByRole("link", { name: "Du bist in dieser Klasse." }).click();
      await learner.page.getByText("Deine Klasse: 7b").click();
      await button(learner.page, "Die Klasse verlassen").click();
      await learner.page.getByText("Du hast die Klasse verlassen.").waitFor();
      await teacher.page.reload();
      await teacher.page.getByText("Nobody shows it.").waitFor();
      await teacher.page.getByRole("link", { name: "All classes" }).click();
      expect(await pageFaults(teacher.page)).toEqual([]);
      await teacher.page.getByRole("link", { name: "7b" }).click();
      await button(teacher.page, "Delete this class").click();
      await button(teacher.page, "Really delete it").click();
      await teacher.page.getByText("There is no class yet.").waitFor();
      await learner.page.goto("/#/tutor");
      await learner.page.goto(link);
      await learner.page.getByText("Dieser Link führt nirgendwohin").waitFor();
      expect(teacher.complaints).toEqual([]);
    },
    JOURNEY_MS,
  );
});
