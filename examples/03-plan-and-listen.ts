// What is a good next move, and how does the built-in listener make it, with no language model at all?
import { INITIAL_AFFECT_STATE, makeEstimate, updateState } from "@openempathic/affect";
import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import { checkSentence, listen, planReply } from "@openempathic/respond";

const turns = [{ role: "person", text: "I failed my exam and I am so disappointed in myself." }] as const;
const estimate = makeEstimate({
  modality: "text",
  likelihood: { Disappointment: 0.85, Sadness: 0.5 },
  dimensions: { valence: { mean: -0.6, sd: 0.2 } },
  source: { kind: "model", id: "by-hand", version: "1.0.0" },
});
const state = updateState(INITIAL_AFFECT_STATE, estimate, 0);

const plan = planReply({ turns, state, risk: INITIAL_RISK_LATCH, language: "en" });
console.log(`need: ${plan.need}`);
// prints: need: heard

const reply = listen({ plan, turns, state, seed: 1 });
console.log(`objections to the reply: ${String(checkSentence(reply, { language: "en" }).length)}`);
// prints: objections to the reply: 0

// The same check stands before everything that a language model writes.
const [broken] = checkSentence("You feel ashamed, but everything happens for a reason!", { language: "en" });
console.log(`objection to another: ${String(broken?.rule)}`);
// prints: objection to another: feeling-as-fact
