import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkSentence } from "@openempathic/respond";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { pageFaults } from "./support/page-faults.ts";
import { answerTo, begin, say } from "./support/steps.ts";

const WORDS = "I want to kill myself tonight.";
const REASON = "Bello, and the sea in October";

describe("beyond numbers to call, somebody in danger", { timeout: 180_000 }, () => {
  let journey: Journey;
  beforeAll(async () => void (journey = await openJourney()), 120_000);
  afterAll(() => journey.close());

  async function rungs(page: Page) {
    await begin(page);
    await say(page, WORDS);
    const answer = await answerTo(page, WORDS);
    return answer.getByRole("region", { name: "More that can help" });
  }

  it("opens what fits: company, distance, what holds them back, a message, a plan", async () => {
    const { page, complaints } = await journey.visit();
    const ladder = await rungs(page);
    await ladder.getByRole("button", { name: "Be with somebody" }).click();
    await ladder.getByText("Can you stay with me for a while?").waitFor();
    await ladder.getByRole("button", { name: "Make some distance" }).click();
    await ladder.getByText("You do not have to explain it.").waitFor();
    await ladder.getByRole("button", { name: "What holds you back from getting help?" }).click();
    await ladder.getByRole("radio", { name: "I cannot make a phone call" }).check();
    await ladder.getByText("Some lines also answer in writing").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("begins a message to somebody trusted, in words of their own, which nobody but them sends", async () => {
    const { page, context } = await journey.visit();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const sent = recordSent(page);
    const ladder = await rungs(page);
    await ladder.getByRole("button", { name: "Write to somebody you trust" }).click();
    await ladder.getByLabel("Their name").fill("Ana");
    const draft = ladder.getByLabel("Your message");
    expect(await draft.inputValue()).toMatch(/^Hi Ana, I’m not doing well/u);
    await ladder.getByText("Right now", { exact: true }).click();
    expect(await draft.inputValue()).toMatch(/should not be alone/u);
    await draft.fill("Ana, can you come? Zugvogel.");
    await ladder.getByRole("button", { name: "Copy" }).click();
    await ladder.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("Ana, can you come? Zugvogel.");
    const sms = await ladder.getByRole("link", { name: "As a text message" }).getAttribute("href");
    expect(decodeURIComponent(sms ?? "")).toContain("Zugvogel");
    expect(sent.join("\n")).not.toContain("Zugvogel");
  });

  it("makes a plan that stays on the device: over a reload, into a file, and gone when deleted", async () => {
    const { page } = await journey.visit();
    const sent = recordSent(page);
    const ladder = await rungs(page);
    await ladder.getByRole("button", { name: "A plan for hard hours" }).click();
    await ladder.getByLabel("What I want to stay for").fill(REASON);
    await ladder.getByText("Kept on this device.").waitFor();
    await page.reload();
    await ladder.getByRole("button", { name: "A plan for hard hours" }).click();
    expect(await ladder.getByLabel("What I want to stay for").inputValue()).toBe(REASON);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      ladder.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toContain(`What I want to stay for\n${REASON}`);

    await page.goto("/#/settings");
    const settings = page.getByRole("region", { name: "A plan for hard hours" });
    expect(await settings.getByLabel("What I want to stay for").inputValue()).toBe(REASON);
    expect(await pageFaults(page)).toEqual([]);
    await settings.getByRole("button", { name: "Delete the plan" }).click();
    await settings.getByRole("button", { name: "Yes, delete it" }).click();
    await settings.getByText("Deleted from this device.").waitFor();
    expect(await page.evaluate("JSON.stringify(localStorage)")).not.toContain("Bello");
    expect(sent.join("\n")).not.toContain("Bello");
    expect(JSON.stringify(await (await page.request.get("/api/me/export")).json())).not.toContain("Bello");
  });

  it("finds all of it with the network gone", async () => {
    const { page, context } = await journey.visit();
    const ladder = await rungs(page);
    await context.setOffline(true);
    await ladder.getByRole("button", { name: "A plan for hard hours" }).click();
    await ladder.getByLabel("Whom I can ask for help").fill("Sam");
    await ladder.getByText("Kept on this device.").waitFor();
  });

  it("is not led through rungs of their own when the worry is about somebody else", async () => {
    const { page } = await journey.visit();
    await begin(page);
    const words = "My friend told me she is going to kill herself tonight.";
    await say(page, words);
    const answer = await answerTo(page, words);
    await answer.getByRole("region", { name: "People you can reach now" }).waitFor();
    expect(await answer.getByRole("region", { name: "More that can help" }).count()).toBe(0);
  });
});

describe("the words of the ladder", () => {
  it.each(["en", "de"])("break no rule that replies are held against (%s)", async (language) => {
    const folder = join(import.meta.dirname, "..", "apps", "web", "src", "ladder");
    const words: unknown = JSON.parse(await readFile(join(folder, `${language}.json`), "utf8"));
    // What stands in quotation marks is for the person to say to somebody, and none of ours to them.
    const said = textsIn(words).map((text) => text.replace(/[“„][^“”„]*[“”]/gu, "…"));
    const sentences = said.flatMap((text) => text.split(/(?<=[.?!:])\s+/u));
    expect(sentences.length).toBeGreaterThan(70);
    // The directory that is named is one of the checked table's own.
    const options = { language: language === "de" ? "de" : "en", contacts: ["findahelpline.com"] } as const;
    for (const sentence of sentences) expect(checkSentence(sentence, options), sentence).toEqual([]);
  });
});

/** Every body that the page sends, as it sends it. */
function recordSent(page: Page): readonly string[] {
  const sent: string[] = [];
  page.on("request", (request) => void sent.push(`${request.url()} ${request.postData() ?? ""}`));
  return sent;
}

function textsIn(tree: unknown): readonly string[] {
  if (typeof tree === "string") return [tree];
  return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}
