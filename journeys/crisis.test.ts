import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, composerOf, say } from "./support/steps.ts";

describe("somebody in danger", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("is shown people to reach, for the country they choose, and can go on writing", async () => {
    const { page, complaints } = await journey.visit();
    await begin(page);
    const words = "I want to kill myself tonight.";
    await say(page, words);
    const answer = await answerTo(page, words);
    const card = answer.getByRole("region", { name: "People you can reach now" });
    expect(await card.innerText()).toContain("findahelpline.com");
    expect(await card.innerText()).toContain("your local emergency number");

    await card.getByRole("combobox", { name: "Where are you?" }).fill("Germ");
    await page.getByRole("option", { name: "Germany" }).click();
    const call = card.getByRole("link", { name: "Call 112" });
    await call.waitFor();
    expect(await call.getAttribute("href")).toBe("tel:112");
    expect(
      await card
        .getByRole("link", { name: /^Call 0800/ })
        .first()
        .getAttribute("href"),
    ).toMatch(/^tel:0800\d+$/);
    expect(await card.innerText()).toMatch(/compared with public sources on/);

    expect(await composerOf(page).isEnabled()).toBe(true);
    await say(page, "I don't know what to do.");
    await answerTo(page, "I don't know what to do.");
    expect(complaints).toEqual([]);
  });

  it("is not shown a crisis card for a figure of speech", async () => {
    const { page } = await journey.visit();
    await begin(page);
    const words = "This commute is killing me, honestly.";
    await say(page, words);
    const answer = await answerTo(page, words);
    expect(await answer.getByRole("region", { name: "People you can reach now" }).count()).toBe(0);
  });
});
