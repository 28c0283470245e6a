import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { beginSession, goToExperience } from "./support/open-experience.ts";
import { answerTo, begin, composerOf, say } from "./support/steps.ts";

/** Everything under one of the site's names, wherever the browser keeps such things. */
const KEPT = `(async () => [
  ...Object.keys(localStorage).map((name) => "local " + name),
  ...Object.keys(sessionStorage).map((name) => "session " + name),
  ...(await indexedDB.databases()).map(({ name }) => "database " + name),
].filter((entry) => entry.includes("open-empathic")).sort())()`;

describe("a person's own data", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("can be taken along and deleted, after the word is typed", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, "A sentence to find again.");
    await answerTo(page, "A sentence to find again.");
    await leaveTraces(page);
    const kept = await page.evaluate<string[]>(KEPT);
    for (const trace of TRACES) expect(kept.join("\n")).toMatch(trace);
    await page.goto("/#/settings");
    await page.getByRole("button", { name: "Download everything" }).waitFor();

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

    expect(await page.evaluate(KEPT)).toEqual([]);
    // What another page at the same address keeps is none of ours.
    expect(await page.evaluate("localStorage.getItem('another-page')")).toBe("kept");
    await page.reload();
    await page.getByRole("heading", { name: "What would do you good?" }).waitFor();
    expect(await page.evaluate(KEPT)).toEqual([]);
  });
});

/** One of each kind that the site keeps on a device, left by using it, and what is only planted. */
const TRACES = [
  /local open-empathic\.draft\./u,
  /local open-empathic\.safety-plan/u,
  /local open-empathic\.language/u,
  /local open-empathic\.color-scheme/u,
  /local open-empathic\.reading/u,
  /local open-empathic\.outbox\.planted/u,
  /session open-empathic\.draft\..*question/u,
  /database open-empathic-planted/u,
];

async function leaveTraces(page: Page): Promise<void> {
  await composerOf(page).fill("An unfinished message.");
  await page.goto("/#/settings");
  const plan = page.getByRole("region", { name: "A plan for hard hours" });
  await plan.getByLabel("What I want to stay for").fill("Bello");
  await page.getByText("Deutsch", { exact: true }).click();
  await page.getByText("English", { exact: true }).click();
  await page.getByText("Night", { exact: true }).click();
  await page.getByText("Large", { exact: true }).click();
  await goToExperience(page, "council");
  await beginSession(page, "council");
  await page.getByLabel("The question").fill("Should I tell her?");
  await page.evaluate(`new Promise((done, failed) => {
    localStorage.setItem("another-page", "kept");
    localStorage.setItem("open-empathic.outbox.planted", "[]");
    const opening = indexedDB.open("open-empathic-planted");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => (opening.result.close(), done());
  })`);
}
