import { judgeRisk } from "@openempathic/govern";
import type { Perceiver } from "@openempathic/perceive";
import { setImmediate } from "node:timers/promises";

// One of each way that a message takes through the judge: in English and in German, with and without words of harm.
const SENTENCES = [
  "I want to die and I have a plan for tonight.",
  "Ich will nicht mehr leben und habe mir heute etwas angetan.",
  "I had a long day and I am tired.",
  "Ich hatte einen langen Tag und bin müde.",
];

/**
 * Reads a few made-up sentences, so that patterns are compiled and weights unpacked before somebody needs them: the
 * first message of a person in danger should not wait for it. Requests are answered in between.
 */
export async function warmUp(perceivers: readonly Perceiver[], signal: AbortSignal): Promise<void> {
  for (const text of SENTENCES) {
    if (signal.aborted) return;
    judgeRisk([{ role: "person", text }]);
    await setImmediate();
    for (const perceiver of new Set(perceivers)) {
      await perceiver.perceive({ kind: "text", text });
      await setImmediate();
    }
  }
}
