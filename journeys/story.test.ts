import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";
import { GALLERY, takePicture } from "./support/take-picture.ts";

// Every state of the page is looked at by day, by night, on a desk and on a phone: minutes on a busy machine.
const JOURNEY_MS = 600_000;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return readFile(await download.path(), "utf8");
}

describe("story without a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("story");
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it(
    "leads from a script to its arc, a jump at its line, an intended arc and the files, and keeps all over a reload",
    async () => {
      const { page, complaints } = await journey.open(GALLERY);
      expect(await pageFaults(page)).toEqual([]);
      await beginSession(page, "story");

      // A broken script is refused whole, with every line that stands in the way.
      await page.getByLabel("Or paste it here").fill("=== evening ===\nIt is dark.\n-> cellar\n* [Go");
      await button(page, "Read it").click();
      await page
        .getByText("Line 3, column 1: this leads to a place that is not in the script (cellar).")
        .waitFor();
      await page.getByText("Line 4, column 3: this bracket is not closed.").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      await button(page, "ink").click();
      await page.getByRole("heading", { name: "The lamp", level: 1 }).waitFor();
      await page.getByText("The lamp is lit, and the sea is quiet.").first().waitFor();
      await page.getByText("No language model is connected, so this one thing is missing.").waitFor();

      // The other way at the first fork has a jump without a cause: it leads to its line.
      await page.getByLabel("Fork 1, after line 13").selectOption({ label: "Talk about the boat" });
      await page.getByText("June suddenly sounds like anger").waitFor();
      await button(page, "Line 33").click();
      await page.getByText("I hate you! I hate this tower and I hate everything in it!").first().waitFor();
      await page.getByText(/Sounds like anger: about \d\d of 100 readers would say so\./u).waitFor();

      // The arc that is meant, picked, drawn by keys, and undone.
      await button(page, "Man in a hole (fall, rise)").click();
      await page.getByText("Dashed: what you intend.").waitFor();
      await button(page, "Draw").click();
      await page.getByLabel("At 50 % of the story").press("ArrowUp");
      await page.getByLabel("At 50 % of the story").press("ArrowUp");
      expect(await page.getByLabel("At 50 % of the story").inputValue()).toBe("-0.8");
      await button(page, "Undo").click();
      expect(await page.getByLabel("At 50 % of the story").inputValue()).toBe("-0.9");
      await button(page, "Done drawing").click();
      await page.evaluate("document.querySelector('main').parentElement.scrollTo(0, 0)");
      await takePicture(page, "story-light");
      expect(await pageFaults(page)).toEqual([]);

      await page.getByLabel("Its mood, in your word").selectOption({ label: "bitterness" });
      await page.reload();
      await page.getByText("Dashed: what you intend.").waitFor();
      await page.getByText("June suddenly sounds like anger").waitFor();
      expect(await page.getByLabel("Fork 1, after line 13").inputValue()).toBe("1");

      // The files: the tagged script is the same story, and the rest is what it says.
      const tagged = await saved(page, "Script with mood tags");
      expect(tagged).toContain("I hate this tower and I hate everything in it! #mood:bitterness\n");
      expect(JSON.parse(await saved(page, "Faces (JSON)"))).toMatchObject({
        schema: "open-empathic/expressions/1",
      });
      expect(await saved(page, "Voice direction (SSML)")).toContain('<mark name="line-33-');
      expect(await saved(page, "Acting notes")).toContain("**June**");
      expect(JSON.parse(await saved(page, "Everything (JSON)"))).toMatchObject({
        schema: "open-empathic/story/1",
      });
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "takes a file, shows each speaker’s own arc by keyboard, and speaks German",
    async () => {
      const { page, complaints } = await journey.open({ locale: "de-DE" });
      await beginSession(page, "story");
      const text = "INT. TURM - NACHT\n\nMARA\nI am so happy!\n\nJUNE\nI am so sad.\n\nMARA\nCome here.";
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "Turm.fountain", mimeType: "text/plain", buffer: Buffer.from(text) });
      await page.getByRole("heading", { name: "Turm.fountain", level: 1 }).waitFor();
      await page.getByLabel("Wessen Bogen").selectOption({ label: "MARA" });
      await page.getByLabel("Zeile auf dem Weg").focus();
      await page.keyboard.press("ArrowRight");
      await page.getByText("Zeile 10, Spalte 1").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );
});

describe("story with a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("story", () => ({
      kind: "text",
      text: JSON.stringify({ lines: [{ line: 1, text: "I am so happy that the lamp is lit!" }] }),
    }));
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it(
    "has lines written towards the arc and measured, to be taken, undone, and told of in the export",
    async () => {
      const { page, complaints } = await journey.open();
      await beginSession(page, "story");
      await button(page, "Plain text").click();
      await page.getByRole("heading", { name: "Plain text", level: 1 }).waitFor();
      await button(page, "Tragedy (fall)").click();
      await page.getByLabel("To line").fill("3");
      await page.getByText("For one reader").or(page.getByLabel("Write it for this reader")).first().click();
      await page.getByLabel("They like").fill("warm rooms");
      await button(page, "Write these lines anew").click();
      await page.getByText("I am so happy that the lamp is lit!").waitFor();
      await page.getByText(/Distance from the intended arc: 0\.\d+ before, 0\.\d+ now\./u).waitFor();
      expect(await pageFaults(page)).toEqual([]);
      await button(page, "Take these words").click();
      await page.getByText("Taken. Where the words are from is in the JSON file.").waitFor();
      const data = JSON.parse(await saved(page, "Everything (JSON)")) as { provenance: unknown };
      expect(data.provenance).toMatchObject([
        {
          writtenBy: "language-model",
          model: "scripted-model",
          decision: "taken",
          reader: { likes: "warm rooms" },
        },
      ]);
      await button(page, "Take the last change back").click();
      await page.getByText("The lamp is lit, and the sea is quiet.").first().waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );
});
