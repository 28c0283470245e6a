import { startScriptedUpstream } from "@openempathic/respond/testing";
import type { ScriptedUpstream } from "@openempathic/respond/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, say } from "./support/steps.ts";

describe("the settings", { timeout: 120_000 }, () => {
  let upstream: ScriptedUpstream;
  let journey: Journey;
  beforeAll(async () => {
    upstream = await startScriptedUpstream({
      kind: "text",
      text: "That sounds like a good day. What made it so?",
    });
    journey = await openJourney();
  }, 120_000);
  afterAll(async () => {
    await journey.close();
    await upstream.close();
  });

  it("tell a guest that only the owner may connect a language model", async () => {
    const { page } = await journey.visit();
    await page.goto("/#/settings");
    await page.getByText("Only the owner of this server can change this.").first().waitFor();
    expect(await page.getByLabel("Address").count()).toBe(0);
  });

  it("let the owner try, save and use a language model, and make a key that is shown once", async () => {
    const { page } = await journey.visit();
    await page.goto(journey.server.signInUrl);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goto("/#/settings");
    const address = page.getByLabel("Address");
    await address.fill("http://127.0.0.1:9/v1");
    await page.getByLabel("Model", { exact: true }).fill("scripted-model");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await page.getByText(/It does not answer/).waitFor();
    await address.fill(upstream.url);
    await page.getByRole("button", { name: "Test the connection" }).click();
    await page.getByText(/It answers/).waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Connected", { exact: true }).waitFor();

    await page.getByLabel("Name of the program").fill("my-game");
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByText("This key is shown only now.").waitFor();
    const key = await page.getByText(/^oe_\S{16,}$/).innerText();
    expect(await page.getByRole("region", { name: "In five lines" }).innerText()).toContain(key);
    await page.reload();
    await page.getByText("my-game").waitFor();
    expect(await page.getByText(key).count()).toBe(0);

    await page.goto("/#/companion");
    await begin(page);
    await say(page, "I had a good day.");
    expect(await (await answerTo(page, "I had a good day.")).innerText()).toContain("What made it so?");
  });
});
