import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, say } from "./support/steps.ts";

const HOUR_MS = 3_600_000;

describe("a conversation that goes on for hours", { timeout: 120_000 }, () => {
  let journey: Journey;
  let hoursLater = 0;
  beforeAll(async () => {
    journey = await openJourney({ now: () => new Date().getTime() + hoursLater * HOUR_MS });
  }, 120_000);
  afterAll(() => journey.close());

  it("says again within three hours that nobody is there, until that is acknowledged, and goes on meanwhile", async () => {
    const { page, complaints } = await journey.visit();
    await begin(page);
    await say(page, "I am knitting a scarf.");
    await answerTo(page, "I am knitting a scarf.");
    const reminder = page.getByRole("region", { name: "A short reminder" });
    expect(await reminder.count()).toBe(0);

    hoursLater = 3;
    await say(page, "It is blue.");
    await answerTo(page, "It is blue.");
    await reminder.waitFor();
    expect(await reminder.innerText()).toMatch(/computer program, not a person/);
    await reminder.getByRole("button", { name: "I understand" }).click();
    await reminder.waitFor({ state: "hidden" });

    await page.reload();
    await answerTo(page, "It is blue.");
    expect(await reminder.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
