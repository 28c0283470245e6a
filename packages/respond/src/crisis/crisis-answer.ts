import { helplinesFor, type Helpline, type Helplines, type RiskLatch, type Turn } from "@openempathic/govern";

import type { ReplyLanguage } from "../plan.ts";
import { foldMessage, foldedWords } from "../words/fold-text.ts";
import { isGoodbye } from "../words/goodbye.ts";
import { lastPersonText, textsOf } from "../words/turns.ts";
import { answerKind, crisisCase, nextStep, openStep, stepsDone, type CrisisCase } from "./crisis-ladder.ts";
import { chooseCrisisWords } from "./choose-crisis-words.ts";
import type { CrisisStep, CrisisWords } from "./crisis-words.ts";

/** What a crisis answer is made from. */
export interface CrisisInput {
  readonly language: ReplyLanguage;
  /** ISO 3166-1 alpha-2; without it a worldwide directory is named. */
  readonly country?: string;
  /** The remembered risk, at "passive" or above. */
  readonly latch: RiskLatch;
  /** The conversation, oldest first; the person's message is the last. */
  readonly turns: readonly Turn[];
}

/** A crisis answer and the lines of help that it shows. */
export interface CrisisAnswer {
  readonly text: string;
  /** Lines shown word for word; empty on turns that do not repeat them. */
  readonly resources: readonly Helpline[];
}

/** Short lists are read; long ones are not. */
const SHOWN_LINES = 2;

/**
 * The scripted answer to somebody at risk, or worried about somebody who is. It asks directly and one question at
 * a time, climbs a fixed ladder over the turns (direct question, plan, means, what stands in the way of help, a
 * trusted person, what has helped, a small plan, staying in touch), names lines of help word for word from the
 * checked table, and never ends the conversation. No model and no network are involved.
 *
 * @example
 * ```ts
 * import { crisisAnswer } from "@openempathic/respond";
 *
 * const latch = { level: "passive", about: "self", reason: "", safeAnswers: 0 } as const;
 * const turns = [{ role: "person", text: "I wish I wouldn't wake up" }] as const;
 * crisisAnswer({ language: "en", country: "GB", latch, turns }).text.includes("Are you having thoughts of ending your life?"); // => true
 * ```
 */
export function crisisAnswer({ language, country, latch, turns }: CrisisInput): CrisisAnswer {
  const words = chooseCrisisWords(language);
  const helplines = helplinesFor(country);
  const emergency = emergencyText(helplines, words);
  const fill = (text: string) => text.replaceAll("{emergency}", emergency);
  const which = crisisCase(latch, turns);
  const message = lastPersonText(turns);
  const begun = stepsDone(turns).size > 0;
  if (begun && which !== "now" && isGoodbye(message)) return { text: fill(words.farewell), resources: [] };

  const step = nextStep(which, turns);
  const opens = !begun || isNewlyUrgent(which, turns);
  const isMet = !opens || (step === undefined && answerKind(message) === "relief");
  const opening = isMet ? metAnswer(words, turns) : words.opening[which];
  const [before, question] = step ? stepText(words, step) : ["", stayingQuestion(words, turns)];
  const resources = opens ? shownLines(helplines, language) : [];
  // In danger right now, or about somebody else, what to do comes before the lines of help.
  const isDirecting = which !== "self" && which !== "explicit";
  const paragraphs = [
    [opening, isDirecting || !opens ? before : ""].filter(Boolean).join(" "),
    resourceText(resources, words, { which, isKnown: helplines.country !== undefined }),
    [opens && !begun ? words.notAPerson : "", isDirecting || !opens ? "" : before, question]
      .filter(Boolean)
      .join(" "),
  ];
  const separator = opens ? "\n\n" : " ";
  return { text: fill(paragraphs.filter(Boolean).join(separator)), resources };
}

/** Whether danger has come near, or turned to somebody else, since the ladder was begun. */
function isNewlyUrgent(which: CrisisCase, turns: readonly Turn[]): boolean {
  const done = stepsDone(turns);
  return (which === "now" || which === "threat" || which === "friend") && !done.has(OPENS_WITH[which]);
}

const OPENS_WITH = { now: "now", threat: "threat", friend: "friend" } as const;

function stepText(words: CrisisWords, step: CrisisStep): readonly [string, string] {
  const { before, question } = words.steps[step];
  return [before.join(" "), question];
}

/** Meets how the last question was answered; general words are not used twice while others are left. */
function metAnswer(words: CrisisWords, turns: readonly Turn[]): string {
  const kind = answerKind(lastPersonText(turns));
  const open = openStep(turns);
  const said = textsOf(turns, "assistant").join("\n");
  const fitting = open ? words.met[`${open}:${kind}`] : undefined;
  // A long answer is not the name of somebody.
  const isName = kind !== "other" || foldedWords(foldMessage(lastPersonText(turns))).length <= 5;
  if (fitting && isName && !said.includes(fitting)) return fitting;
  return leastUsed([...words.metAny[kind], ...words.metAny.other], said);
}

function stayingQuestion(words: CrisisWords, turns: readonly Turn[]): string {
  const isRelief = answerKind(lastPersonText(turns)) === "relief";
  const options = isRelief ? [...words.relieved, ...words.staying] : words.staying;
  return leastUsed(options, textsOf(turns, "assistant").join("\n"));
}

function leastUsed(options: readonly string[], said: string): string {
  const uses = options.map((option) => said.split(option).length - 1);
  return options[uses.indexOf(Math.min(...uses))] ?? "";
}

/** Lines in the person's language first. */
function shownLines(helplines: Helplines, language: ReplyLanguage): readonly Helpline[] {
  const speaks = (line: Helpline) => line.languages.some((tag) => tag.startsWith(language));
  return helplines.entries.toSorted((a, b) => Number(speaks(b)) - Number(speaks(a))).slice(0, SHOWN_LINES);
}

function resourceText(
  lines: readonly Helpline[],
  words: CrisisWords,
  { which, isKnown }: { readonly which: CrisisCase; readonly isKnown: boolean },
): string {
  if (lines.length === 0) return "";
  const intro = which === "friend" ? words.friendResourcesIntro : words.resourcesIntro;
  const shown = lines.map(({ name, contact, hours }) => `${name}: ${contact} (${hours})`);
  // Where the days differ, the earliest: none was compared before it.
  const [date = ""] = lines.map(({ checkedOn }) => checkedOn).toSorted();
  return [intro, ...shown, words.compared(date), ...(isKnown ? [] : [words.askCountry])].join("\n");
}

function emergencyText(helplines: Helplines, words: CrisisWords): string {
  return /\d/.test(helplines.emergency) ? helplines.emergency : words.emergencyUnknown;
}
