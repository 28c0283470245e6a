import { startScriptedUpstream } from "@openempathic/respond/testing";
import type { ScriptedUpstream, UpstreamAnswer } from "@openempathic/respond/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { answerTo, begin, exchangeWith, say } from "./support/steps.ts";

const WORDS = "I had a long talk with my brother today.";
const WELL: UpstreamAnswer = {
  kind: "text",
  text: "A long talk can stay with you. What stayed with you most?",
};

describe("a language model in trouble", { timeout: 120_000 }, () => {
  let upstream: ScriptedUpstream;
  let journey: Journey;
  let now: UpstreamAnswer = { kind: "status", status: 500 };
  beforeAll(async () => {
    upstream = await startScriptedUpstream(() => now);
    journey = await openJourney({
      env: { OPEN_EMPATHIC_LLM_BASE_URL: upstream.url, OPEN_EMPATHIC_LLM_MODEL: "scripted-model" },
    });
  }, 120_000);
  afterAll(async () => {
    await journey.close();
    await upstream.close();
  });

  it("is told plainly, the listener answers instead, and the model can be asked again", async () => {
    const { page, complaints } = await journey.visit();
    await begin(page);
    await say(page, WORDS);
    const fallback = await answerTo(page, WORDS);
    expect(await fallback.innerText()).toMatch(
      /The language model could not answer \(.+\), so the built-in listener did/,
    );

    now = WELL;
    await fallback.getByRole("button", { name: "Answer again" }).click();
    await exchangeWith(page, WORDS).getByText("What stayed with you most?").waitFor();
    const answer = await answerTo(page, WORDS);
    expect(await answer.innerText()).not.toContain("could not answer");

    await answer.getByRole("button", { name: "Answer again" }).click();
    await exchangeWith(page, WORDS).getByText("What stayed with you most?").waitFor();
    expect(complaints).toEqual([]);
  });
});
