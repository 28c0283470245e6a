import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, exchangeWith, say } from "./support/steps.ts";

describe("a connection that comes and goes", { timeout: 120_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  it("is told of calmly, keeps what was written, and sends it when it is back", async () => {
    const { page, context } = await journey.visit();
    await begin(page);
    await say(page, "Before it broke.");
    await answerTo(page, "Before it broke.");
    await context.setOffline(true);
    await page.getByText("You are offline. What you write is kept here").waitFor();
    await say(page, "Written in a tunnel.");
    await page.getByText("This did not get through.").waitFor();
    await context.setOffline(false);
    await page.getByRole("button", { name: "Send again" }).click();
    await answerTo(page, "Written in a tunnel.");
    expect(await page.getByText("This did not get through.").count()).toBe(0);
    expect(await exchangeWith(page, "Written in a tunnel.").count()).toBe(1);
  });

  it("leads back to the start from a conversation that is not there", async () => {
    const { page } = await journey.visit();
    await page.goto("/#/c/no-such-conversation");
    await page.getByText("This conversation is not here.").waitFor();
    await page.getByRole("button", { name: "Back to the start" }).click();
    await page.getByRole("heading", { name: "How was today?" }).waitFor();
  });
});
