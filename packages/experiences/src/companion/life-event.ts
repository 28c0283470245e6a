import type { LifeChapter } from "./life/life-chapter.ts";

/** What a person can do about their life story, their days, the people they named, and what they give to a carer. */
export type LifePersonEvent =
  /** A piece of their life for the book; with a proposal's id this keeps what was proposed. */
  | {
      readonly kind: "life-added";
      readonly passageId: string;
      readonly chapter: LifeChapter;
      readonly text: string;
    }
  | {
      readonly kind: "life-edited";
      readonly passageId: string;
      readonly chapter: LifeChapter;
      readonly text: string;
    }
  | { readonly kind: "life-forgotten"; readonly passageId: string }
  /** "Ask me something from my life", from a chapter or from any. */
  | { readonly kind: "life-question-wished"; readonly chapter?: LifeChapter }
  /** Something to be reminded of. With an id that is there already it is changed. */
  | {
      readonly kind: "routine-set";
      readonly routineId: string;
      readonly text: string;
      readonly hour: number;
      readonly minute: number;
      readonly timeZone: string;
      /** 1 for Monday to 7 for Sunday. */
      readonly days: readonly number[];
    }
  | { readonly kind: "routine-done"; readonly routineId: string }
  | { readonly kind: "routine-snoozed"; readonly routineId: string; readonly minutes: number }
  | { readonly kind: "routine-ended"; readonly routineId: string }
  /** Hours in which nothing comes by itself, in minutes since midnight of their own clock. */
  | {
      readonly kind: "quiet-hours-set";
      readonly fromMinute: number;
      readonly toMinute: number;
      readonly timeZone: string;
    }
  | { readonly kind: "quiet-hours-cleared" }
  /** Somebody they named. With an id that is there already it is changed; `maySuggest` false is "not this one". */
  | {
      readonly kind: "person-kept";
      readonly personId: string;
      readonly name: string;
      readonly relation: string;
      readonly reach: string;
      readonly maySuggest: boolean;
    }
  | { readonly kind: "person-forgotten"; readonly personId: string }
  | { readonly kind: "suggestion-wished" }
  /** "Not now", to the suggestion that stands at `of`. */
  | { readonly kind: "suggestion-dismissed"; readonly of: number }
  /** The exact words that they approved for somebody who cares for them. */
  | {
      readonly kind: "digest-approved";
      readonly digestId: string;
      readonly fromMs: number;
      readonly toMs: number;
      readonly text: string;
    }
  | { readonly kind: "digest-forgotten"; readonly digestId: string };

/** What the platform adds to these. */
export type LifePlatformEvent =
  | { readonly kind: "routine-reminded"; readonly routineId: string; readonly text: string }
  /** What was scheduled could not be said in time, because the server was off. */
  | { readonly kind: "times-passed" }
  /** `of` is the seq of the wish: the person's act, or the message in which they wished for it. */
  | {
      readonly kind: "life-question";
      readonly of: number;
      readonly questionId: string;
      readonly chapter: LifeChapter;
      readonly text: string;
    }
  | {
      readonly kind: "life-proposed";
      readonly passageId: string;
      readonly of: number;
      readonly chapter: LifeChapter;
      readonly text: string;
    };
