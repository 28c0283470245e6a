import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, composerOf, exchangeWith, say } from "./support/steps.ts";

const BEFORE = "My sister called today, and it was good to hear her.";
const DURING = "And then I burnt the soup.";

describe("a server that goes down in the middle of a visit", { timeout: 180_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("loses nothing: the page says so, comes back by itself and sends what was written meanwhile", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, BEFORE);
    const answer = await (await answerTo(page, BEFORE)).innerText();

    await journey.stopServer();
    await page.getByText("Connection lost, reconnecting. Nothing is lost.").waitFor();
    await say(page, DURING);
    await page.getByText("This did not get through.").waitFor();
    expect(await composerOf(page).isEnabled()).toBe(true);

    await journey.startServerAgain();
    await answerTo(page, DURING);
    await page.getByText("Connection lost").waitFor({ state: "hidden" });
    expect(await page.getByText("This did not get through.").count()).toBe(0);

    await page.reload();
    await answerTo(page, DURING);
    expect(await exchangeWith(page, DURING).count()).toBe(1);
    // Buttons stand under the last answer only, so its words begin what stood there before.
    expect(answer).toContain(await (await answerTo(page, BEFORE)).innerText());
  });
});
