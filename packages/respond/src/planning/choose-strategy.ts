import type { Turn } from "@openempathic/govern";

import type { Strategy } from "../plan.ts";
import { foldMessage, foldedWords } from "../words/fold-text.ts";
import { lastAssistantText, textsOf } from "../words/turns.ts";
import type { ChosenNeed } from "./choose-need.ts";

/**
 * Where a helping conversation stands, after Hill's three stages: explore what happened, come to understand it,
 * and only then do something about it (Hill 2020, Helping Skills, 5th ed., doi:10.1037/0000147-000).
 */
export type Stage = "exploration" | "insight" | "action";

/** How many of the person's messages have at least so many words. */
function messagesOf(turns: readonly Turn[], words: number): number {
  return textsOf(turns, "person").filter((text) => foldedWords(foldMessage(text)).length >= words).length;
}

/** Messages with fewer words than this only nod or greet. */
const SAYING_WORDS = 3;

/** Messages with fewer words than this tell nothing to reflect on. */
const TELLING_WORDS = 5;

/** A first message this long already tells what happened. */
const FULL_STORY_WORDS = 35;

/** The stage, by how often the person has told something and been answered. */
export function stageOf(turns: readonly Turn[]): Stage {
  const told = messagesOf(turns, TELLING_WORDS);
  if (told <= 2) return "exploration";
  return told <= 5 ? "insight" : "action";
}

/** Whether the person told what happened and got an answer to it, or told it at length just now. */
export function wasHeard(turns: readonly Turn[]): boolean {
  const answered = turns.some((turn) => turn.role === "assistant");
  return (answered && messagesOf(turns, TELLING_WORDS) >= 2) || messagesOf(turns, FULL_STORY_WORDS) > 0;
}

/** Whether the last answer left a question open: another one right after it would be an interrogation. */
export function justAsked(turns: readonly Turn[]): boolean {
  return /[?？]/.test(lastAssistantText(turns));
}

/** The moves that suit a person who wants to be heard, by stage, in turn; none follows a question with a question. */
const LISTENING: Readonly<Record<Stage, readonly Strategy[]>> = {
  exploration: ["restatement", "question", "reflection-of-feelings"],
  insight: ["restatement", "question", "reflection-of-feelings"],
  action: ["affirmation-and-reassurance", "question", "restatement"],
};

/**
 * The conversational move for a need at this point of the conversation.
 *
 * Advice waits until the person was heard; a question never follows a question; good news is celebrated before
 * anything is asked about it; a wish for quiet gets no question at all.
 */
export function chooseStrategy(turns: readonly Turn[], { need }: ChosenNeed): Strategy {
  const answers = textsOf(turns, "assistant").length;
  const asked = justAsked(turns);
  switch (need) {
    case "space":
      return "affirmation-and-reassurance";
    case "information":
      return "information";
    case "joy":
      return answers > 0 && wasCelebrated(turns) && !asked ? "question" : "celebration";
    case "advice":
      if (wasHeard(turns)) return "suggestion";
      return asked ? "reflection-of-feelings" : "question";
    case "company":
      return asked ? "affirmation-and-reassurance" : "question";
    case "heard": {
      const moves = LISTENING[stageOf(turns)];
      const move =
        moves[(messagesOf(turns, SAYING_WORDS) + moves.length - 1) % moves.length] ?? "restatement";
      return asked && move === "question" ? "restatement" : move;
    }
  }
}

/** Whether the answer before this one met good news; told by the wording that celebrations share. */
function wasCelebrated(turns: readonly Turn[]): boolean {
  const last = foldMessage(lastAssistantText(turns));
  return /\b(?:wonderful|lovely|great|congratulations|good news|schoen|wunderbar\w*|glueckwunsch|freut)\b/.test(
    last,
  );
}
