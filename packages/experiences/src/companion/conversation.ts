import type { Turn } from "@openempathic/govern";
import { entriesOf, find } from "./chronicle.ts";
import type {
  AffectPoint,
  CompanionState,
  ConversationEntry,
  Memory,
  MessageEntry,
} from "./companion-state.ts";

// What an answer can see of the conversation: forty exchanges, within the context of small language models.
const TURNS_SEEN = 80;

/** Everything in the conversation, oldest first: messages with what became of them, check-ins, notices. */
export function conversationOf(state: CompanionState): readonly ConversationEntry[] {
  return entriesOf(state.entries);
}

/** The message with this seq; `undefined` where there is none. */
export function messageOf(state: CompanionState, seq: number): MessageEntry | undefined {
  const entry = find(state.entries, seq);
  return entry?.kind === "message" ? entry : undefined;
}

/**
 * The conversation up to and with message `of`, as turns for judging and answering it: the latest `limit` of
 * them, 80 unless told. Empty where there is no such message. Notices are no turns.
 */
export function turnsOf(state: CompanionState, of: number, limit: number = TURNS_SEEN): readonly Turn[] {
  if (messageOf(state, of) === undefined) return [];
  const until = entriesOf(state.entries).filter(({ seq }) => seq <= of);
  return until
    .slice(-limit)
    .flatMap((entry) => turnsIn(entry, of))
    .slice(-limit);
}

/** Valence and arousal after each message that changed the picture, oldest first: what the plot shows. */
export function affectHistoryOf(
  state: CompanionState,
): readonly (AffectPoint & { readonly of: number; readonly atMs: number; readonly selfReported: boolean })[] {
  return entriesOf(state.entries).flatMap((entry) =>
    entry.kind === "message" && entry.point !== undefined
      ? [{ ...entry.point, of: entry.seq, atMs: entry.atMs, selfReported: entry.selfReport !== undefined }]
      : [],
  );
}

/** What the companion remembers, in the order in which it was added. */
export function memoriesOf(state: CompanionState): readonly Memory[] {
  return state.memories;
}

/** A short name for the session in a list: how its first message begins; `undefined` before there is one. */
export function titleOf(state: CompanionState): string | undefined {
  const first = entriesOf(state.entries).find((entry) => entry.kind === "message");
  if (first === undefined) return undefined;
  const letters = Array.from(first.text.trim().replace(/\s+/gu, " "));
  return letters.length > 60 ? `${letters.slice(0, 59).join("").trimEnd()}…` : letters.join("");
}

function turnsIn(entry: ConversationEntry, of: number): readonly Turn[] {
  if (entry.kind === "notices") return [];
  if (entry.kind !== "message") return [{ role: "assistant", text: entry.text }];
  const said: Turn = { role: "person", text: entry.text };
  if (entry.seq === of || entry.reply?.finished !== true) return [said];
  return [said, { role: "assistant", text: entry.reply.text }];
}
