import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";
import { GALLERY, takePicture } from "./support/take-picture.ts";

// Every state of the page is looked at by day, by night, on a desk and on a phone: minutes on a busy machine.
const JOURNEY_MS = 600_000;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function answer(page: Page, words: string): Promise<void> {
  await page.getByLabel("Your answer").fill(words);
  await page.keyboard.press("Enter");
}

describe("the tutor without a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("tutor");
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it(
    "leads from the lesson over a wrong answer, hints and a feeling to the next task, and keeps all over a reload",
    async () => {
      const { page, complaints } = await journey.open(GALLERY);
      await page.getByText("They are no evidence about people.").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      await beginSession(page, "tutor");
      await page.getByRole("heading", { name: "Parts of a whole" }).waitFor();
      await page.getByText("only saying a hint in other words is missing").waitFor();
      expect(await pageFaults(page)).toEqual([]);

      await button(page, "To the tasks").click();
      await page.getByText("This is your first task on “Reading a fraction”.").waitFor();
      await answer(page, "a bit");
      await page.getByText("I could not read this as an answer.").waitFor();
      await answer(page, "1/5");
      await page.getByText("Not yet.").waitFor();

      // Confusion is left to work, frustration gets the next hint; both are explained, and rest on the own word.
      await button(page, "confused").click();
      await page.getByText("So I am not stepping in yet.").waitFor();
      expect(await page.getByText("Count all the parts first.").count()).toBe(0);
      await button(page, "frustrated").click();
      await page.getByText("Count all the parts first.").waitFor();
      await page.getByText("This rests on what you said: frustrated.").waitFor();
      await takePicture(page, "tutor-light");
      expect(await pageFaults(page)).toEqual([]);

      await page.reload();
      await page.getByText("Count all the parts first.").waitFor();
      await page.getByText("1 answer").waitFor();
      await answer(page, "2/5");
      await page.getByText("You stayed with it until it came out.").waitFor();
      await button(page, "Next task").click();
      await page.getByText("Which fraction of the pizza did you eat?").waitFor();
      await button(page, "bored").click();
      await button(page, "Another task").click();
      await page.getByText("It may have felt dull, so here is something else.").waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "answers somebody at risk with people to reach, and guesses nothing where that is switched off, in German too",
    async () => {
      const { page, complaints } = await journey.open({ locale: "de-DE" });
      await beginSession(page, "tutor");
      await page.getByRole("switch", { name: "Die Lernbegleitung darf vermuten" }).click();
      await page.getByText("Ich vermute nichts.").waitFor();
      await page.getByLabel("Oder in eigenen Worten").fill("Ich will nicht mehr leben.");
      await button(page, "Sagen").click();
      await page.getByRole("heading", { name: "Das ist wichtiger als die Lektion" }).waitFor();
      expect(await pageFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "takes a course from a file whole, or tells every line that stands in the way",
    async () => {
      const { page } = await journey.open();
      const open = (name: string, text: string) =>
        page
          .locator("input[type=file]")
          .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      await open("broken.gift", "Two? {#2}\n\nThree? {=3 ~4");
      await page.getByText("Line 3: the brace that opens the answers is not closed.").waitFor();
      expect(await page.getByRole("radio", { name: /broken/u }).count()).toBe(0);
      await open("Sums.csv", "skill,kind,prompt,answer\nAdding,number,Two and two?,4\n");
      await page.getByText("“Sums” can be used: 1 task.").waitFor();
      await beginSession(page, "tutor");
      await button(page, "To the tasks").click();
      await answer(page, "4");
      await page.getByText("Right.").waitFor();
    },
    JOURNEY_MS,
  );
});

describe("the tutor with a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("tutor", () => ({
      kind: "text",
      text: JSON.stringify({ hint: "Look how many equal pieces there are in all." }),
    }));
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it(
    "says a hint in other words, which stand beside the hint and are marked",
    async () => {
      const { page, complaints } = await journey.open();
      await beginSession(page, "tutor");
      await button(page, "To the tasks").click();
      await button(page, "A hint").click();
      await button(page, "Say this hint differently").click();
      await page.getByText("Look how many equal pieces there are in all.").waitFor();
      await page.getByText("In other words (by a language model)").waitFor();
      await page.getByText("Count all the parts first.").waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );
});
