import { CHAIN_START } from "@openempathic/govern";
import { INITIAL_SESSION_FRAME } from "../session/session-frame.ts";
import type { SessionFrame } from "../session/session-frame.ts";
import type {
  AnswerSeal,
  CareFinding,
  CouncilAnswer,
  OpenFirstAnswer,
  RevealedAnswer,
  Suggestion,
  SuggestionTopic,
} from "./council-event.ts";
import type { CouncilItem } from "./council-item.ts";

/** One version of a thing in the record. */
export interface ItemVersion {
  readonly seq: number;
  readonly atMs: number;
  readonly item: CouncilItem;
  /** The machine's guess that the person took it from. */
  readonly from?: string;
  /** Not helped with: planned harm was found in it. */
  readonly setAside?: true;
}

/** A thing in the record with all that it ever said, oldest first. */
export interface ItemHistory {
  readonly key: string;
  readonly versions: readonly ItemVersion[];
  /** Crossed out at this time; it can be noted again. */
  readonly withdrawnAtMs?: number;
}

/** Somebody who takes part. */
export interface CouncilMember {
  readonly memberId: string;
  readonly name?: string;
  readonly joinedAtMs: number;
}

/** One answer of the first round: sealed, or known to this reader because it is theirs or they are the server. */
export interface FirstAnswer {
  readonly seq: number;
  readonly seal: AnswerSeal;
  readonly known?: OpenFirstAnswer;
}

/** The first round, in which nobody sees another's answer. */
export interface CouncilRound {
  readonly openedAtMs: number;
  readonly expected: number;
  readonly closed: boolean;
  readonly answers: readonly FirstAnswer[];
  /** What was said, in an order that tells nothing; absent while the round goes on. */
  readonly revealed?: readonly RevealedAnswer[];
}

/** Suggestions that were asked for. */
export interface SuggestionRequest {
  readonly of: number;
  readonly topic: SuggestionTopic;
  readonly answered?: {
    readonly source: "language-model" | "built-in";
    readonly suggestions: readonly Suggestion[];
    readonly modelTrouble?: string;
  };
}

/** A council as its events tell it: plain data, the same wherever the same events are folded. */
export interface CouncilState extends SessionFrame {
  /** By key, in the order in which they were first noted. */
  readonly items: Readonly<Record<string, ItemHistory>>;
  readonly members: readonly CouncilMember[];
  readonly round?: CouncilRound;
  /** What members said after the first round, the latest of each, by member; without an answer once it was deleted. */
  readonly later: Readonly<Record<string, { readonly atMs: number; readonly answer?: CouncilAnswer }>>;
  /** What was noticed in words, by the seq of their event; an empty list: judged, and nothing found. */
  readonly care: Readonly<Record<string, readonly CareFinding[]>>;
  /** Seqs of events whose words are not judged yet. */
  readonly unjudged: readonly number[];
  readonly requests: readonly SuggestionRequest[];
  readonly declined: readonly string[];
  /** The hash of the record so far. */
  readonly head: string;
  /** How many events made sense. */
  readonly length: number;
}

/** A council before its first event. */
export const INITIAL_COUNCIL_STATE: CouncilState = {
  ...INITIAL_SESSION_FRAME,
  items: {},
  members: [],
  later: {},
  care: {},
  unjudged: [],
  requests: [],
  declined: [],
  head: CHAIN_START,
  length: 0,
};

/** The host's id among the members. */
export const HOST = "m1";
