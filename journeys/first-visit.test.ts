import { startScriptedUpstream } from "@openempathic/respond/testing";
import type { ScriptedUpstream } from "@openempathic/respond/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, composerOf, exchangeWith, panelOf, say } from "./support/steps.ts";

const DAY = "Ana cancelled on me again. I miss her and I am so sad and disappointed.";
const FIRST = "It sounds like you were really looking forward to seeing her.";
const SECOND = "What would you have liked to tell her today?";

describe("a first visit, with a language model connected", { timeout: 120_000 }, () => {
  let upstream: ScriptedUpstream;
  let journey: Journey;

  beforeAll(async () => {
    // Slow enough that the first sentence is there while the second is still being written.
    const tokens = [`${FIRST} `, ...SECOND.split(/(?<= )/)];
    upstream = await startScriptedUpstream({ kind: "text", text: tokens, tokenMs: 350 });
    journey = await openJourney({
      env: { OPEN_EMPATHIC_LLM_BASE_URL: upstream.url, OPEN_EMPATHIC_LLM_MODEL: "scripted-model" },
    });
  }, 120_000);

  afterAll(async () => {
    await journey.close();
    await upstream.close();
  });

  it("begins with what this is and is not, and needs one step", async () => {
    const { page, complaints } = await journey.visit();
    await page.getByRole("heading", { level: 1, name: "How was today?" }).waitFor();
    const notices = page.getByRole("region", { name: "Before we begin" });
    expect(await notices.innerText()).toMatch(/computer program, not a person/);
    expect(await notices.innerText()).toMatch(/emotion analysis/);
    await begin(page);
    await page.getByRole("heading", { name: "What is on your mind?" }).waitFor();
    expect(await page.getByRole("region", { name: "A short reminder" }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("streams the answer sentence by sentence, shows what was understood, and believes the person", async () => {
    const { page, complaints } = await journey.visit();
    await begin(page);
    await say(page, DAY);
    const answer = exchangeWith(page, DAY).getByRole("article").nth(1);
    await answer.getByText(FIRST).waitFor();
    expect(await answer.innerText()).not.toContain(SECOND);
    expect(await (await answerTo(page, DAY)).innerText()).toContain(SECOND);
    expect(await page.getByTestId("announcer").innerText()).toContain(FIRST);

    const panel = panelOf(page);
    await panel.getByRole("heading", { name: "Right now" }).waitFor();
    expect(await panel.innerText()).toMatch(/sadness/);
    expect(await panel.getByRole("listitem").first().innerText()).toMatch(/\d+ %, between \d+ and \d+ %/);
    await panel.getByRole("heading", { name: "Why I answered this way" }).waitFor();

    await exchangeWith(page, DAY).getByTitle("What I heard in this message").click();
    expect(await page.locator("mark").count()).toBeGreaterThan(0);
    await panel.getByRole("button", { name: "Back to now" }).click();

    await exchangeWith(page, DAY).getByRole("button", { name: "That’s not how I feel" }).click();
    const dialog = page.getByRole("dialog", { name: "How is it really?" });
    await dialog.getByLabel("In your own words").fill("More angry than sad");
    await dialog.getByRole("combobox", { name: "Or pick what fits" }).fill("ang");
    await page.getByRole("option", { name: "anger" }).click();
    await dialog.getByRole("button", { name: "That’s how it is" }).click();

    await panel.getByText("In your words: “More angry than sad”").waitFor();
    expect(await panel.innerText()).toContain("You said anger");
    await exchangeWith(page, DAY).getByText("You said: “More angry than sad”, anger").waitFor();

    await page.reload();
    await panelOf(page).getByText("More angry than sad").waitFor();
    expect(complaints).toEqual([]);
  });

  it("loses nothing when the page is reloaded in the middle of an answer or of a sentence", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, DAY);
    await exchangeWith(page, DAY).getByText(FIRST).waitFor();
    await composerOf(page).fill("And another thing");
    await page.reload();
    expect(await (await answerTo(page, DAY)).innerText()).toContain(SECOND);
    expect(await composerOf(page).inputValue()).toBe("And another thing");
  });

  it("leads back to earlier conversations, and deletes one only after a moment to undo it", async () => {
    const { page } = await journey.visit();
    await begin(page);
    await say(page, DAY);
    await answerTo(page, DAY);
    const list = page.getByRole("navigation", { name: "Conversations and settings" });
    await list.getByRole("link", { name: DAY.slice(0, 20) }).waitFor();
    await list.getByRole("link", { name: "New conversation" }).click();
    await page.getByRole("heading", { name: "Good to see you" }).waitFor();
    await page.getByRole("button", { name: "Go on where we were" }).click();
    await answerTo(page, DAY);

    const deletion = list.getByRole("button", { name: /^Delete/ });
    await deletion.click();
    await list.getByRole("button", { name: "Undo" }).click();
    await list.getByRole("link", { name: DAY.slice(0, 20) }).click();
    await answerTo(page, DAY);
    await deletion.click();
    await page.getByRole("heading", { name: "How was today?" }).waitFor();
  });
});
