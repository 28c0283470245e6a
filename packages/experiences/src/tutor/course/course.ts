import type { ReplyLanguage } from "@openempathic/respond";
import type { KnowledgeParameters } from "../mastery/knowledge.ts";

/** A course as data: what can be learned, in which order, and the tasks that show whether it was. */
export interface Course {
  /** 1 to 64 letters, digits or hyphens; the same in every language of the course. */
  readonly id: string;
  readonly language: ReplyLanguage;
  readonly title: string;
  /** A sentence or two: what it is about. */
  readonly lead: string;
  readonly authors: string;
  /** Such as "CC BY 4.0". */
  readonly licence: string;
  readonly skills: readonly Skill[];
  /** In the order in which to learn. */
  readonly units: readonly Unit[];
  readonly items: readonly Item[];
}

/** One thing that somebody can or cannot do yet: the grain at which mastery is told. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  /** Fitted to answers, where there were any; absent: the stated assumptions of `ASSUMED_KNOWLEDGE`. */
  readonly knowledge?: KnowledgeParameters;
}

/** A lesson, and the skills that its tasks train. */
export interface Unit {
  readonly id: string;
  readonly title: string;
  readonly skills: readonly string[];
  /** Markdown as `lessonBlocks` reads it; empty where an imported course brought tasks alone. */
  readonly lesson: string;
}

/** A task with one right answer, and help in steps. */
export type Item = ItemFrame & (ChoiceItem | NumberItem | TextItem);

/** What every task has. */
export interface ItemFrame {
  readonly id: string;
  /** The id of the skill that it needs. */
  readonly skill: string;
  /** Markdown as `lessonBlocks` reads it. */
  readonly prompt: string;
  /** From a nudge to nearly the whole way; may be empty. */
  readonly hints: readonly string[];
  /** How one gets there, shown when the task is over; may be empty. */
  readonly solution: string;
}

/** One of several answers is right. */
export interface ChoiceItem {
  readonly kind: "choice";
  readonly choices: readonly string[];
  /** The index of the right one. */
  readonly right: number;
}

/** A number is right; fractions ("3/4", "1 1/2") and decimals with point or comma are numbers. */
export interface NumberItem {
  readonly kind: "number";
  readonly answer: number;
  /** How far off still counts, 0 or above. */
  readonly tolerance: number;
}

/** Words are right, whatever their case. */
export interface TextItem {
  readonly kind: "text";
  readonly answers: readonly string[];
}
