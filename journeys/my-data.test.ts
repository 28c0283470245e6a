import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, say } from "./support/steps.ts";

describe("a person's own data", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("can be taken along and deleted, after the word is typed", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, "A sentence to find again.");
    await answerTo(page, "A sentence to find again.");
    await page.getByRole("link", { name: "Settings" }).click();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download everything" }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("A sentence to find again.");

    await page.getByRole("button", { name: "Delete everything …" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete everything" });
    const really = dialog.getByRole("button", { name: "Delete everything now" });
    expect(await really.isDisabled()).toBe(true);
    await dialog.getByLabel("Type “delete” to confirm").fill("delete");
    await really.click();
    await page.getByRole("heading", { name: "What would do you good?" }).waitFor();
    await page.getByText("Nothing yet.").waitFor();
  });
});
