import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";
import { begin } from "./support/steps.ts";

describe("the way into the companion", { timeout: 120_000 }, () => {
  let journey: ExperienceJourney;
  beforeAll(async () => void (journey = await openExperience("companion")), 120_000);
  afterAll(() => journey.close());

  it("is at an address of its own, for everybody", async () => {
    const { page, complaints } = await journey.open();
    await page.getByRole("heading", { level: 1, name: "How was today?" }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await begin(page);
    await page.waitForURL(/#\/c\/[\w-]+$/u);
    await page.goto(page.url().replace("#/c/", "#/companion/"));
    await page.locator("#composer").waitFor();
    expect(complaints).toEqual([]);
  });

  it("finds faults where there are some", async () => {
    const { page } = await journey.open();
    await page.evaluate(
      'document.querySelector(\'main\').insertAdjacentHTML(\'beforeend\', \'<img src="data:,"><p style="width: 2000px">wide</p><button style="outline: none" tabindex="3">x</button><style>button:focus { outline: none !important }</style>\')',
    );
    const faults = (await pageFaults(page)).join("\n");
    expect(faults).toMatch(/image-alt/u);
    expect(faults).toMatch(/360 px: \d+ px have to be scrolled sideways/u);
    expect(faults).toMatch(/focus on .* cannot be seen/u);
  });
});
