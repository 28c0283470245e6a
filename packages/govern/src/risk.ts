/** How grave a risk of harm is, in rising order. */
export type RiskLevel = "none" | "concern" | "passive" | "active" | "imminent";

/** The levels in rising order, for comparison by index. */
export const RISK_LEVELS: readonly RiskLevel[] = ["none", "concern", "passive", "active", "imminent"];

/** What sort of harm it is about; it decides the wording of an answer, not its urgency. */
export type RiskTopic = "suicide" | "self-harm" | "overdose" | "eating" | "abuse" | "violence" | "distress";

/** What one message, read with the turns before it, says about risk of harm. */
export interface RiskJudgement {
  readonly level: RiskLevel;
  /** Who is at risk: the writer, somebody else, or nobody (level "none"). */
  readonly about: "self" | "others" | null;
  /** One plain sentence: which words, and how they were read (explicit, implicit, quoted, figurative …). */
  readonly reason: string;
  /** The sort of harm; `undefined` at "none". */
  readonly topic?: RiskTopic;
  /** The person said in so many words that they are safe, or answered no to a direct question about it. */
  readonly safeAnswer?: true;
}

/** One turn of a conversation. */
export interface Turn {
  readonly role: "person" | "assistant";
  readonly text: string;
}

/** The remembered risk of a session. It rises at once, and falls only by time and explicit safe answers. */
export interface RiskLatch {
  readonly level: RiskLevel;
  readonly about: "self" | "others" | null;
  readonly reason: string;
  /** When the level was last raised or confirmed, in milliseconds since the epoch; `undefined` at "none". */
  readonly sinceMs?: number;
  /** Explicit safe answers given since then. */
  readonly safeAnswers: number;
  /** The sort of harm; `undefined` at "none". */
  readonly topic?: RiskTopic;
}
