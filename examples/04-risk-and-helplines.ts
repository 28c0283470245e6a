// Risk is judged by code before any language model is asked, and helplines come from a checked table.
import { helplinesFor, INITIAL_RISK_LATCH, judgeRisk, latchRisk, raiseRisk } from "@openempathic/govern";
import type { RiskLevel } from "@openempathic/govern";

function levelOf(text: string): RiskLevel {
  return judgeRisk([{ role: "person", text }]).level;
}

console.log(`a figure of speech: ${levelOf("This commute is killing me.")}`);
// prints: a figure of speech: none

const judgement = judgeRisk([{ role: "person", text: "I don't want to be alive anymore." }]);
console.log(`meant: ${judgement.level}, about ${String(judgement.about)}`);
// prints: meant: passive, about self

// The latch remembers it. A calm message does not lower it, and a language model can only raise it.
const latch = latchRisk(INITIAL_RISK_LATCH, judgement, 0);
console.log(
  `a minute later: ${latchRisk(latch, judgeRisk([{ role: "person", text: "Anyway, nice weather." }]), 60_000).level}`,
);
// prints: a minute later: passive
console.log(
  `after a model says "none": ${raiseRisk(latch, { level: "none", about: null, reason: "" }, 60_000).level}`,
);
// prints: after a model says "none": passive

const { emergency, entries } = helplinesFor("AT");
console.log(
  `in Austria: ${emergency}; ${entries.map(({ contact }) => contact).includes("142") ? "142" : "?"}`,
);
// prints: in Austria: 112; 142
console.log(`anywhere: ${helplinesFor(undefined).entries[0]?.contact ?? ""}`);
// prints: anywhere: https://findahelpline.com
