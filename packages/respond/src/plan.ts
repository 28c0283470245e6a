import type { RiskLevel } from "@openempathic/govern";

/** What the person seems to want from the answer. */
export type Need = "heard" | "advice" | "information" | "joy" | "company" | "space";

/**
 * The conversational move: Hill's helping skills as emotional-support research uses them (Liu et al. 2021,
 * ESConv, doi:10.18653/v1/2021.acl-long.269) without self-disclosure, since a machine has no life to disclose,
 * and with celebration for good news.
 */
export type Strategy =
  | "question"
  | "restatement"
  | "reflection-of-feelings"
  | "affirmation-and-reassurance"
  | "suggestion"
  | "information"
  | "celebration";

/** The languages that replies, notices and crisis answers are written in. */
export type ReplyLanguage = "en" | "de";

/** What to do next and why, decided by code before anything is worded. */
export interface Plan {
  readonly need: Need;
  readonly strategy: Strategy;
  /** One plain sentence for the person: what was seen in their words, and which wish it may point to. */
  readonly reason: string;
  readonly language: ReplyLanguage;
  /** At "passive" and above the reply is the scripted crisis answer. */
  readonly risk: RiskLevel;
}
