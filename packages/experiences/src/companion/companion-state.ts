import { INITIAL_AFFECT_STATE } from "@openempathic/affect";
import type { AffectState, Estimate, Likelihoods, Spread } from "@openempathic/affect";
import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import type { NoticeId, RiskJudgement, RiskLatch, ShownResource } from "@openempathic/govern";
import type { CheckReport, Plan } from "@openempathic/respond";
import { INITIAL_SESSION_FRAME } from "../session/session-frame.ts";
import type { SessionFrame } from "../session/session-frame.ts";
import { EMPTY_CHRONICLE } from "./chronicle.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Digest } from "./digest/digest.ts";
import type { LifeChapter } from "./life/life-chapter.ts";
import { EMPTY_LIFE_STORY } from "./life/life-story.ts";
import type { LifeStory } from "./life/life-story.ts";
import { NOBODY_NAMED } from "./people/named-people.ts";
import type { NamedPeople } from "./people/named-people.ts";
import type { QuietHours } from "./routine/quiet-hours.ts";
import type { Routine } from "./routine/routine.ts";

/** Who worded a reply. */
export type ReplyAuthor = "listener" | "language-model" | "crisis-script";

/** The reply to one message: what has been shown of it so far, and how it was made once it is finished. */
export type Reply =
  | { readonly finished: false; readonly text: string }
  | {
      readonly finished: true;
      readonly text: string;
      readonly atMs: number;
      readonly by: ReplyAuthor;
      readonly modelTrouble?: string;
      readonly checks: CheckReport;
      readonly resources: readonly ShownResource[];
    };

/** Valence and arousal of the running picture after one message; a missing one was never assessed. */
export interface AffectPoint {
  readonly valence?: Spread;
  readonly arousal?: Spread;
}

/** One message of the person, with all that became of it. A missing field has not happened yet. */
export interface MessageEntry {
  readonly kind: "message";
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
  readonly risk?: RiskJudgement;
  /** What could be told from this message alone. */
  readonly estimate?: Estimate;
  /** The running picture after it. */
  readonly point?: AffectPoint;
  /** What the person said about this message themselves; believed over the estimate. */
  readonly selfReport?: { readonly atMs: number; readonly likelihood: Likelihoods; readonly words?: string };
  readonly plan?: Plan;
  readonly reply?: Reply;
}

/** A check-in that the person had asked for, as it was said. */
export interface CheckInEntry {
  readonly kind: "check-in";
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
}

/** A question about their life that the person had wished for. */
export interface LifeQuestionEntry {
  readonly kind: "life-question";
  readonly seq: number;
  readonly atMs: number;
  readonly chapter: LifeChapter;
  readonly text: string;
}

/** A reminder of a routine, as it was said. */
export interface RoutineEntry {
  readonly kind: "routine";
  readonly seq: number;
  readonly atMs: number;
  readonly routineId: string;
  readonly text: string;
}

/** What the person said that they feel, with or without a message that it is about. */
export interface SelfReport {
  /** The seq of the event in which they said it. */
  readonly seq: number;
  readonly atMs: number;
  readonly likelihood: Likelihoods;
  readonly words?: string;
}

/** Notices as they were shown. */
export interface NoticesEntry {
  readonly kind: "notices";
  readonly seq: number;
  readonly atMs: number;
  readonly notices: readonly NoticeId[];
}

/** One thing in the conversation, in the order in which it happened. */
export type ConversationEntry = MessageEntry | CheckInEntry | LifeQuestionEntry | RoutineEntry | NoticesEntry;

/** Something the companion may remember because the person said so. */
export interface Memory {
  readonly memoryId: string;
  readonly text: string;
  readonly addedAtMs: number;
  readonly editedAtMs?: number;
}

/**
 * A small fact from a message that could be remembered. It becomes a memory when the person adds one with the
 * same `memoryId`, in these or other words, and is gone when they forget that id.
 */
export interface MemoryProposal {
  readonly memoryId: string;
  /** The seq of the message it is from. */
  readonly of: number;
  readonly text: string;
}

/** A daily check-in at a time of the person's own clock. */
export interface CheckIn {
  readonly hour: number;
  readonly minute: number;
  readonly timeZone: string;
  /** When the next one is due, in milliseconds since the epoch. */
  readonly nextAtMs: number;
}

/** A companion session as its events tell it: plain data, the same wherever the same events are folded. */
export interface CompanionState extends SessionFrame {
  readonly entries: Chronicle<ConversationEntry>;
  /** Seqs of messages that still wait for a result. */
  readonly open: readonly number[];
  readonly affect: AffectState;
  readonly latch: RiskLatch;
  readonly memories: readonly Memory[];
  readonly proposals: readonly MemoryProposal[];
  /** Facts found in the text that still have to be recorded as proposals. */
  readonly found: readonly MemoryProposal[];
  /** How many proposals the person has turned down; after a few nothing more is proposed. */
  readonly proposalsDismissed: number;
  readonly checkIn?: CheckIn;
  readonly life: LifeStory;
  /** Those that have ended among them: what was done of them may go into a digest. */
  readonly routines: readonly Routine[];
  readonly quietHours?: QuietHours;
  readonly people: NamedPeople;
  readonly digests: readonly Digest[];
  /** Oldest first. */
  readonly selfReports: readonly SelfReport[];
}

/** A companion session before its first event. */
export const INITIAL_COMPANION_STATE: CompanionState = {
  ...INITIAL_SESSION_FRAME,
  entries: EMPTY_CHRONICLE,
  open: [],
  affect: INITIAL_AFFECT_STATE,
  latch: INITIAL_RISK_LATCH,
  memories: [],
  proposals: [],
  found: [],
  proposalsDismissed: 0,
  life: EMPTY_LIFE_STORY,
  routines: [],
  people: NOBODY_NAMED,
  digests: [],
  selfReports: [],
};
