import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { pageFaults } from "./support/page-faults.ts";
import { answerTo, begin, say } from "./support/steps.ts";

const DAY = "Today was long and I am tired.";

describe("a conversation made comfortable", { timeout: 240_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("has large letters, strong contrast and a slow pace, for everybody, and reads answers aloud", async () => {
    const { page } = await journey.visit();
    // A voice of the test's own: what would be said is written down.
    await page.addInitScript(`
      window.said = [];
      Object.defineProperty(window, "speechSynthesis", { value: {
        cancel: () => {}, speak: (utterance) => { window.said.push([utterance.text, utterance.lang, utterance.rate]); setTimeout(() => utterance.onend?.(), 50); },
      } });
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    `);
    await page.goto("/#/settings");
    await page.reload();
    const settings = page.getByRole("region", { name: "Reading and hearing" });
    await settings.getByText("Very large").click();
    for (const wish of ["Strong contrast", "Slowly", "Read new answers aloud"]) {
      await settings.getByRole("switch", { name: wish }).click();
    }
    expect(await page.evaluate("getComputedStyle(document.documentElement).fontSize")).toBe("22.4px");
    expect(await pageFaults(page)).toEqual([]);
    await page.goto("/#/companion");
    await begin(page);
    await say(page, DAY);
    const answer = await answerTo(page, DAY);
    await answer.getByRole("button", { name: "Read aloud" }).waitFor();
    expect(await page.evaluate("window.said.length")).toBe(1);
    expect(await page.evaluate("window.said[0].slice(1)")).toEqual(["en", 0.8]);
    expect(await pageFaults(page)).toEqual([]);
    await page.reload();
    await answer.getByRole("button", { name: "Read aloud" }).click();
    expect(await page.evaluate("window.said.length")).toBe(1);
  });

  it("says a word about time once an hour, which is put away in one step, and shows it to the person alone", async () => {
    const { page } = await journey.visit();
    await page.evaluate(
      "localStorage.setItem('open-empathic.use', JSON.stringify({ minutes: { [new Date().toLocaleDateString('sv')]: 61 }, remind: true }))",
    );
    await page.reload();
    await begin(page);
    const note = page.getByRole("region", { name: "About time" });
    expect(await note.innerText()).toMatch(/about 61 minutes today/u);
    await note.getByRole("button", { name: "All right" }).click();
    await note.waitFor({ state: "detached" });
    await page.reload();
    await page.locator("#composer").waitFor();
    expect(await note.count()).toBe(0);
    await page.goto("/#/settings");
    const time = page.getByRole("region", { name: "Time here" });
    expect(await time.innerText()).toMatch(/: 61 min/u);
    await time.getByRole("button", { name: "Forget these times" }).click();
    await time.getByText("Nothing counted yet.").waitFor();
  });
});
