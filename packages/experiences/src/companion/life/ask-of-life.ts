import { isGoodbye } from "@openempathic/respond";
import { append } from "../chronicle.ts";
import type { CompanionEvent } from "../companion-event.ts";
import type { CompanionState, MessageEntry } from "../companion-state.ts";
import { messageOf } from "../conversation.ts";
import { isGraveRisk } from "@openempathic/govern";
import { without } from "../../without.ts";
import { isLifeChapter } from "./life-chapter.ts";
import { nextLifeQuestion, questionLead } from "./life-questions.ts";
import type { LifeQuestion } from "./life-questions.ts";
import type { PassageProposal } from "./life-story.ts";
import { chapterToldIn, wishInWords } from "./told-of-life.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

/** The longest message that is offered as a passage, in UTF-16 units; what is longer the person can put in themselves. */
export const PASSAGE_MAX_LENGTH = 6000;
/** Fewer words than this are no answer to keep: "I don't know", "not today". */
const ANSWER_WORDS = 5;
// Somebody who has turned down three offers in a row does not want a fourth.
const DISMISSALS_RESPECTED = 3;

/** Takes up the wish for a question; none in a crisis. */
export function wishForQuestion(state: CompanionState, event: Of<"life-question-wished">): CompanionState {
  if (isGraveRisk(state.latch.level)) return state;
  const { seq: of, chapter } = event;
  return { ...state, life: { ...state.life, wished: { of, ...(chapter === undefined ? {} : { chapter }) } } };
}

/**
 * The question for a message that wishes for one in words; `undefined` for any other message, in a crisis, with
 * any risk in it, and where it takes leave.
 */
export function questionWishedIn(state: CompanionState, message: MessageEntry): LifeQuestion | undefined {
  if (message.risk?.level !== "none" || isGraveRisk(state.latch.level) || isGoodbye(message.text))
    return undefined;
  const wish = wishInWords(message.text);
  if (wish === undefined) return undefined;
  const question = nextLifeQuestion(state.life.asked, state.language, wish.chapter);
  return { ...question, text: `${questionLead(state.language)} ${question.text}` };
}

/** Puts a question that was wished for into the conversation; one that nobody wished for is ignored. */
export function askQuestion(state: CompanionState, event: Of<"life-question">): CompanionState {
  const { seq, atMs, of, questionId, chapter, text } = event;
  if (isGraveRisk(state.latch.level) || !isLifeChapter(chapter)) return state;
  const asked = [...state.life.asked, questionId];
  const open = { chapter, after: seq };
  if (state.life.wished?.of === of) {
    const entries = append(state.entries, { kind: "life-question", seq, atMs, chapter, text });
    return { ...state, entries, life: { ...without(state.life, "wished"), asked, open } };
  }
  // Wished for in a message: the question is then its answer, and no entry of its own.
  const message = messageOf(state, of);
  if (message === undefined || message.reply?.finished === true) return state;
  if (questionWishedIn(state, message) === undefined) return state;
  return { ...state, life: { ...state.life, asked, open } };
}

/** What an answered message told that could be kept: the answer to a question, or a piece that was told by itself. */
export function passageToPropose(state: CompanionState, message: MessageEntry): PassageProposal | undefined {
  const { life, latch } = state;
  if (message.risk?.level !== "none" || isGraveRisk(latch.level)) return undefined;
  const text = message.text.trim();
  if (life.dismissed >= DISMISSALS_RESPECTED || text.length > PASSAGE_MAX_LENGTH) return undefined;
  if (isGoodbye(text) || wishInWords(text) !== undefined) return undefined;
  const isAnswer = life.open !== undefined && message.seq > life.open.after;
  const answered = isAnswer && text.split(/\s+/u).length >= ANSWER_WORDS ? life.open.chapter : undefined;
  const chapter = chapterToldIn(text) ?? answered;
  if (chapter === undefined || isKnown(state, text)) return undefined;
  return { passageId: `told-${String(message.seq)}`, of: message.seq, chapter, text };
}

/** After a message was answered: what it told is to be offered, and a question that it answered is open no more. */
export function afterTelling(state: CompanionState, message: MessageEntry): CompanionState {
  const found = passageToPropose(state, message);
  const closes = state.life.open !== undefined && message.seq > state.life.open.after;
  if (found === undefined && !closes) return state;
  const life = closes ? without(state.life, "open") : state.life;
  return { ...state, life: found === undefined ? life : { ...life, found: [...life.found, found] } };
}

function isKnown({ life }: CompanionState, text: string): boolean {
  return [...life.passages, ...life.proposals, ...life.found].some((known) => known.text === text);
}
