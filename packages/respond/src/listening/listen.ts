import type { AffectState } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

import type { Plan } from "../plan.ts";
import { checkSentence } from "../checking/check-sentence.ts";
import { lastPersonText, textsOf } from "../words/turns.ts";
import { composeReply } from "./compose-reply.ts";
import { listenerWords } from "./listener-words.ts";
import { Repertoire } from "./repertoire.ts";
import { seededRandom, textSeed } from "./seeded-choice.ts";

/** What the built-in listener is given. */
export interface ListenInput {
  readonly plan: Plan;
  /** The conversation, oldest first; the person's message is the last. */
  readonly turns: readonly Turn[];
  readonly state: AffectState;
  /** Varies the wording; the same input and seed always give the same reply. */
  readonly seed?: number;
}

/** How many wordings are tried before the best so far is taken. */
const ATTEMPTS = 24;

/**
 * A reply without any language model: gives back what was actually said, turned around, meets it, asks one open
 * question at a time or none, follows a goodbye, and says once that no language model is connected. It does not
 * repeat a reply within a conversation, nor begin two in a row alike, and asks nothing right after a question.
 *
 * @returns One to three short sentences in the plan's language.
 *
 * @example
 * ```ts
 * import { listen } from "@openempathic/respond";
 *
 * const plan = { need: "heard", strategy: "restatement", reason: "", language: "en", risk: "none" } as const;
 * const turns = [{ role: "person", text: "I lost my job and my wife isn't talking to me" }] as const;
 * const state = { categories: {}, dimensions: {} };
 * /you lost your job, and your wife isn't talking to you/i.test(listen({ plan, turns, state })); // => true
 * ```
 */
export function listen({ plan, turns, state, seed = 0 }: ListenInput): string {
  const said = textsOf(turns, "assistant");
  const random = seededRandom(textSeed(lastPersonText(turns)) ^ (turns.length * 7919) ^ seed);
  const wordings = Array.from({ length: ATTEMPTS }, () => {
    const reply = composeReply({ plan, turns, state, repertoire: new Repertoire(said, random) });
    return { reply, faults: faultsOf(reply, said, plan) };
  });
  const best = wordings.reduce((least, other) => (other.faults < least.faults ? other : least));
  return withNote(best.reply, said, plan);
}

/** Graver faults weigh more; 0 is a reply without any. */
function faultsOf(reply: string, said: readonly string[], plan: Plan): number {
  const last = said.at(-1) ?? "";
  const asksAgain = /\?/.test(last) && /\?/.test(reply);
  return (
    (checkSentence(reply, { language: plan.language }).length > 0 ? 1000 : 0) +
    (said.some((other) => other.includes(reply)) ? 100 : 0) +
    (asksAgain ? 20 : 0) +
    ((reply.match(/\?/g)?.length ?? 0) > 1 ? 20 : 0) +
    (beginning(reply, 2) === beginning(last, 2) ? 10 : 0) +
    (beginning(reply, 1) === beginning(last, 1) ? 3 : 0) +
    (said.slice(-4).some((other) => beginning(other, 3) === beginning(reply, 3)) ? 4 : 0)
  );
}

function beginning(text: string, words: number): string {
  return text
    .toLowerCase()
    .split(/[\s,.!?;:]+/)
    .slice(0, words)
    .join(" ");
}

function withNote(reply: string, said: readonly string[], { language }: Plan): string {
  const { text, mark } = listenerWords(language).noModel;
  const isKnown = [reply, ...said].some((other) => other.includes(mark));
  return isKnown ? reply : `${reply}\n\n${text}`;
}
