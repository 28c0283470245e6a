import type { RiskLatch, Turn } from "@openempathic/govern";
import { describe, expect, test } from "vitest";

import type { Need, ReplyLanguage } from "../plan.ts";
import { planPrompt } from "./plan-prompt.ts";
import { planReply } from "./plan-reply.ts";

const NO_RISK: RiskLatch = { level: "none", about: null, reason: "", safeAnswers: 0 };
const UNKNOWN = { categories: {}, dimensions: {} };

function person(text: string): Turn {
  return { role: "person", text };
}
function assistant(text: string): Turn {
  return { role: "assistant", text };
}
function plan(turns: readonly Turn[], language: ReplyLanguage = "en") {
  return planReply({ turns, state: UNKNOWN, risk: NO_RISK, language });
}

const NAMED: readonly (readonly [string, Need])[] = [
  ["What should I do?", "advice"],
  ["any advice?", "advice"],
  ["How do I stop overthinking?", "advice"],
  ["I just need to vent", "heard"],
  ["I don't want advice, just listen", "heard"],
  ["Guess what!", "joy"],
  ["I got the job!", "joy"],
  ["Leave me alone", "space"],
  ["I don't want to talk", "space"],
  ["I feel so lonely", "company"],
  ["I'm bored", "company"],
  ["What is the capital of Peru?", "information"],
  ["Can you tell me how vaccines work?", "information"],
  ["Was soll ich tun?", "advice"],
  ["Ich muss mich einfach mal auskotzen", "heard"],
  ["Ich will keine Ratschläge", "heard"],
  ["Rate mal, was passiert ist!", "joy"],
  ["Ich habe die Prüfung bestanden!", "joy"],
  ["Lass mich in Ruhe", "space"],
  ["Ich bin so einsam", "company"],
  ["Wie hoch ist der Eiffelturm?", "information"],
];

describe("the need", () => {
  test.each(NAMED)("[P1] “%s” asks outright: %s", (text, need) => {
    expect(plan([person(text)]).need).toBe(need);
  });

  test("[P2] a wish to be heard holds for the next messages", () => {
    const turns = [
      person("I just need to vent"),
      assistant("Go ahead."),
      person("My boss yelled at me again"),
    ];
    expect(plan(turns).need).toBe("heard");
    expect(plan(turns).reason).toContain("a moment ago");
  });

  test("[P3] unpleasant tone means being heard, pleasant tone joy, where nothing was said outright", () => {
    const turns = [person("So that was the meeting with them today")];
    const tone = (mean: number) => ({ categories: {}, dimensions: { valence: { mean, sd: 0.2 } } });
    expect(planReply({ turns, state: tone(-0.7), risk: NO_RISK, language: "en" }).need).toBe("heard");
    expect(planReply({ turns, state: tone(0.7), risk: NO_RISK, language: "en" }).need).toBe("joy");
  });

  test("[P4] what the person said they feel wins over the inferred tone", () => {
    const turns = [person("So that was the meeting with them today")];
    const state = {
      categories: {},
      dimensions: { valence: { mean: 0.7, sd: 0.1 } },
      selfReport: { atMs: 0, likelihood: { Sadness: 1 } },
    };
    expect(planReply({ turns, state, risk: NO_RISK, language: "en" }).need).toBe("heard");
  });

  test("[P5] joy that is taken back is no joy", () => {
    expect(plan([person("I got the job but I wish I hadn't")]).need).not.toBe("joy");
  });
});

describe("the strategy", () => {
  test("[P6] advice waits until the person was heard", () => {
    expect(plan([person("What should I do?")]).strategy).not.toBe("suggestion");
    const heard = [
      person("My sister stopped talking to me last month"),
      assistant("Your sister stopped talking to you last month."),
      person("I wrote her a letter and she sent it back"),
      assistant("She sent it back."),
      person("What should I do?"),
    ];
    expect(plan(heard).strategy).toBe("suggestion");
  });

  test("[P7] a question never follows a question", () => {
    for (const text of [
      "I lost my job",
      "What should I do?",
      "I'm bored",
      "Hello",
      "My dog died last night",
      "Ich bin müde",
    ]) {
      const turns = [person("I had a hard week"), assistant("What happened?"), person(text)];
      expect(plan(turns).strategy).not.toBe("question");
    }
  });

  test("[P8] good news is celebrated first", () => {
    expect(plan([person("Guess what! I passed!")]).strategy).toBe("celebration");
  });

  test("[P9] a wish for quiet is respected", () => {
    expect(plan([person("Leave me alone")]).strategy).toBe("affirmation-and-reassurance");
  });

  test("[P10] the same input gives the same plan, with one plain sentence as the reason", () => {
    const turns = [person("My boss yelled at me")];
    expect(plan(turns)).toEqual(plan(turns));
    expect(plan(turns).reason).toMatch(/^[A-Z].*\.$/);
    expect(plan(turns, "de").reason).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });

  test("[P11] from passive risk on, the reason says that a prepared answer comes", () => {
    const risk: RiskLatch = { level: "passive", about: "self", reason: "", safeAnswers: 0, sinceMs: 0 };
    const made = planReply({ turns: [person("I wish I were dead")], state: UNKNOWN, risk, language: "en" });
    expect(made.risk).toBe("passive");
    expect(made.reason).toContain("prepared");
  });
});

describe("the prompt for a language model", () => {
  const state = {
    categories: { Sadness: { logOdds: 1.2, sd: 0.5 }, Fear: { logOdds: -0.2, sd: 0.5 } },
    dimensions: {},
    selfReport: { atMs: 0, likelihood: { Shame: 1, Sadness: 0 } },
  };

  test("[P12] is shorter than 250 words at its longest", () => {
    for (const text of NAMED.map(([named]) => named)) {
      for (const language of ["en", "de"] as const) {
        const risk: RiskLatch = { level: "concern", about: "self", reason: "", safeAnswers: 0 };
        const made = planReply({ turns: [person(text)], state, risk, language });
        expect(planPrompt({ plan: made, state, risk, language }).split(/\s+/).length).toBeLessThan(250);
      }
    }
  });

  test("[P13] hedges what was inferred, believes what was said and leaves out what was denied", () => {
    const prompt = planPrompt({ plan: plan([person("Hi")]), state, risk: NO_RISK, language: "en" });
    expect(prompt).toContain("They said they feel: shame.");
    expect(prompt).toContain("A program's guess, often wrong");
    expect(prompt).toContain("fear (perhaps)");
    expect(prompt).not.toContain("sadness");
  });
});
