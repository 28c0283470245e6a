import { fuse, INITIAL_AFFECT_STATE, updateState } from "@openempathic/affect";
import type { AffectState, Estimate } from "@openempathic/affect";
import { INITIAL_RISK_LATCH, judgeRisk, latchRisk } from "@openempathic/govern";
import type { RiskJudgement, RiskLatch, Turn } from "@openempathic/govern";
import { openBoundedCache } from "./bounded-cache.ts";

/** What the messages of a request tell about the person. */
export interface Understanding {
  readonly state: AffectState;
  readonly latch: RiskLatch;
  /** Of the last message; `undefined` when the person has said nothing. */
  readonly judgement: RiskJudgement | undefined;
  /** Of the last message, fused with the signals given; `undefined` when the person has said nothing. */
  readonly estimate: Estimate | undefined;
}

/** A request's conversation, and what is known from elsewhere. */
export interface UnderstandRequest {
  readonly turns: readonly Turn[];
  /** Of the last message's other channels. */
  readonly signals: readonly Estimate[];
  /** The stored session that the last message continues; its own messages are in its state already. */
  readonly session: { readonly state: AffectState; readonly latch: RiskLatch } | undefined;
  readonly atMs: number;
}

/** What understanding needs from around it. */
export interface UnderstandDependencies {
  /**
   * One estimate per text, in order, each read by itself. Never throws for what a person wrote. The reader that is quick
   * enough to stand before somebody's first word, text-ngram, makes nothing of the turns before a text; so none are
   * handed on, and a text's own digest is all that its estimate is remembered by. A reader that uses them would need
   * them here and in the key, and would read every message of a conversation anew when its beginning is cut off.
   */
  readonly perceive: (texts: readonly string[]) => Promise<readonly Estimate[]>;
  /** A short fingerprint of a text; only fingerprints are kept as keys. */
  readonly digest: (text: string) => string;
}

/** Reads conversations; what it has seen of a message is remembered by digest, so the next request is cheap. */
export interface Understander {
  understand(request: UnderstandRequest): Promise<Understanding>;
}

/** † Messages carry no times, so each counts as this long after the one before it, and the last as now. */
const BETWEEN_MESSAGES_MS = 120_000;
/** Older messages than this no longer move the picture by anything worth their cost; risk is judged on all. */
const MESSAGES_PERCEIVED = 24;
/** Turns before a message that are judged with it. */
const CONTEXT_TURNS = 16;
/** A very long message (a pasted document) is read for feelings at its end, where the person speaks. */
const CHARACTERS_PERCEIVED = 4_000;
const CACHE_ENTRIES = 4_000;
/** After so much, others who wait for an answer get their turn: a huge request must not make a person in need wait. */
const MESSAGES_AT_A_TIME = 8;
const CHARACTERS_AT_A_TIME = 10_000;

/** Opens an understander with an empty memory of at most 4,000 estimates and as many judgements. */
export function openUnderstander(dependencies: UnderstandDependencies): Understander {
  const estimates = openBoundedCache<Estimate>(CACHE_ENTRIES);
  const judgements = openBoundedCache<RiskJudgement>(CACHE_ENTRIES);
  const { digest } = dependencies;

  const estimatesOf = async (texts: readonly string[]): Promise<readonly (Estimate | undefined)[]> => {
    const read = texts.map((text) => text.slice(-CHARACTERS_PERCEIVED));
    const keys = read.map(digest);
    const known = new Map(keys.map((key) => [key, estimates.get(key)]));
    const missing = read.filter((_text, index) => known.get(keys[index] ?? "") === undefined);
    const made = missing.length === 0 ? [] : await dependencies.perceive(missing);
    missing.forEach((text, index) => {
      const estimate = made[index];
      if (estimate === undefined) return;
      estimates.set(digest(text), estimate);
      known.set(digest(text), estimate);
    });
    return keys.map((key) => known.get(key));
  };

  const judgementOf = (turns: readonly Turn[]): RiskJudgement => {
    const window = turns.slice(-CONTEXT_TURNS - 1);
    const key = digest(JSON.stringify(window));
    const judgement = judgements.get(key) ?? judgeRisk(window);
    judgements.set(key, judgement);
    return judgement;
  };

  return {
    async understand({ turns, signals, session, atMs }) {
      const all = turns.flatMap((turn, index) =>
        turn.role === "person" ? [{ text: turn.text, index }] : [],
      );
      const messages = session === undefined ? all : all.slice(-1);
      const timeOf = (position: number): number =>
        atMs - (messages.length - 1 - position) * BETWEEN_MESSAGES_MS;
      let latch = session?.latch ?? INITIAL_RISK_LATCH;
      let judgement: RiskJudgement | undefined;
      const breathe = openBreather();
      for (const [position, { index, text }] of messages.entries()) {
        judgement = judgementOf(turns.slice(0, index + 1));
        latch = latchRisk(latch, judgement, timeOf(position));
        await breathe(text.length);
      }
      const perceived = await estimatesOf(messages.slice(-MESSAGES_PERCEIVED).map(({ text }) => text));
      let state = session?.state ?? INITIAL_AFFECT_STATE;
      let estimate: Estimate | undefined;
      for (const [offset, ofText] of perceived.entries()) {
        const isLast = offset === perceived.length - 1;
        estimate = isLast ? fused(ofText, signals) : ofText;
        const position = messages.length - perceived.length + offset;
        if (estimate !== undefined) state = updateState(state, estimate, timeOf(position));
      }
      return { state, latch, judgement, estimate };
    },
  };
}

/** Gives others their turn after so many messages or characters. */
function openBreather(): (characters: number) => Promise<void> {
  let messages = 0;
  let characters = 0;
  return async (more) => {
    messages += 1;
    characters += more;
    if (messages < MESSAGES_AT_A_TIME && characters < CHARACTERS_AT_A_TIME) return;
    messages = characters = 0;
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
}

/** An abstention has nothing to fuse; alone it stays what it is. */
function fused(ofText: Estimate | undefined, signals: readonly Estimate[]): Estimate | undefined {
  const all = ofText === undefined ? signals : [ofText, ...signals];
  const speaking = all.filter((estimate) => estimate.abstained === null);
  if (speaking.length === 0) return ofText ?? signals[0];
  return speaking.length === 1 ? speaking[0] : fuse(speaking.map((estimate) => ({ estimate })));
}
