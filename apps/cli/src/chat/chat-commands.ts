import { conversationOf, countrySchema, memoriesOf } from "@openempathic/client";
import type { CompanionState, PersonEvent } from "@openempathic/client";
import { chatWords } from "./chat-words.ts";
import type { ChatLanguage } from "./chat-words.ts";
import { selfReport } from "./feelings.ts";

/** What a typed line asks for. */
export type ChatAction =
  /** Add this, then say so, or wait for the answer to the message it is or speaks of. */
  | { readonly kind: "post"; readonly event: PersonEvent; readonly said?: string; readonly answers: boolean }
  | { readonly kind: "tell"; readonly text: string }
  | { readonly kind: "leave" };

/** Reads a line: a message, or a command that begins with a slash. */
export function readChatLine(line: string, state: CompanionState, language: ChatLanguage): ChatAction {
  const typed = line.trim();
  if (!typed.startsWith("/")) return { kind: "post", event: { kind: "message", text: typed }, answers: true };
  const [, name = "", rest = ""] = /^(\/\S*)\s*(.*)$/su.exec(typed) ?? [];
  const read = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return read?.({ name, rest, state, language }) ?? tell(chatWords(language).unknownCommand(name));
}

interface Typed {
  readonly name: string;
  readonly rest: string;
  readonly state: CompanionState;
  readonly language: ChatLanguage;
}

const COMMANDS: Readonly<Record<string, (typed: Typed) => ChatAction>> = {
  "/help": ({ language }) => tell(chatWords(language).help),
  "/quit": () => ({ kind: "leave" }),
  "/exit": () => ({ kind: "leave" }),
  "/feel": (typed) =>
    withWords(typed, (words) =>
      post(selfReport(words, lastMessage(typed.state)?.seq), chatWords(typed.language).believed),
    ),
  "/why": ({ state, language }) => tell(lastMessage(state)?.plan?.reason ?? chatWords(language).noReason),
  "/memories": ({ state, language }) => tell(memoryList(state, language)),
  "/remember": remember,
  "/forget": forget,
  "/retry": ({ state, language }) => {
    const last = lastMessage(state);
    if (last?.reply?.finished !== true) return tell(chatWords(language).noReason);
    return { kind: "post", event: { kind: "reply-retried", of: last.seq }, answers: true };
  },
  "/language": (typed) => {
    const { rest } = typed;
    if (rest !== "en" && rest !== "de") return tell(chatWords(typed.language).needsWords("/language"));
    return post({ kind: "language-changed", language: rest }, chatWords(rest).welcome);
  },
  "/country": (typed) => {
    const country = countrySchema.safeParse(typed.rest.toUpperCase());
    if (!country.success) return tell(chatWords(typed.language).needsWords("/country"));
    return post({ kind: "country-changed", country: country.data }, country.data);
  },
};

function remember({ rest, state, language }: Typed): ChatAction {
  const { remembered, needsWords } = chatWords(language);
  const offer = state.proposals.at(-1);
  if (rest === "" && offer === undefined) return tell(needsWords("/remember"));
  const memory =
    rest === "" && offer !== undefined
      ? { memoryId: offer.memoryId, text: offer.text }
      : { memoryId: crypto.randomUUID(), text: rest };
  return post({ kind: "memory-added", ...memory }, remembered);
}

function forget({ rest, state, language }: Typed): ChatAction {
  const { forgotten, noSuchMemory } = chatWords(language);
  const found = rest === "" ? state.proposals.at(-1) : memoriesOf(state)[Number(rest) - 1];
  if (found === undefined) return tell(noSuchMemory);
  return post({ kind: "memory-forgotten", memoryId: found.memoryId }, forgotten);
}

function memoryList(state: CompanionState, language: ChatLanguage): string {
  const { memories, noMemories } = chatWords(language);
  const lines = memoriesOf(state).map(({ text }, index) => `${String(index + 1)}  ${text}`);
  return lines.length === 0 ? noMemories : [memories, ...lines].join("\n");
}

function lastMessage(state: CompanionState) {
  return conversationOf(state).findLast((entry) => entry.kind === "message");
}

function withWords({ name, rest, language }: Typed, act: (words: string) => ChatAction): ChatAction {
  return rest === "" ? tell(chatWords(language).needsWords(name)) : act(rest);
}

function post(event: PersonEvent, said: string): ChatAction {
  return { kind: "post", event, said, answers: false };
}

function tell(text: string): ChatAction {
  return { kind: "tell", text };
}
