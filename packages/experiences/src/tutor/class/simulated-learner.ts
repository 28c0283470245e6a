import type { Random } from "@openempathic/measure";
import type { Item } from "../course/course.ts";
import type { KnowledgeParameters } from "../mastery/knowledge.ts";
import { LEARNING_FEELINGS } from "../feeling/learning-feeling.ts";
import type { ByFeeling, LearningFeeling } from "../feeling/learning-feeling.ts";

/*
 * What simulated learners are like. Every number here is an assumption: they make the machinery run under conditions in
 * which one knows the truth. They are not what the tutor assumes (act-evidence.ts, TRANSITIONS), so that the filter is
 * not tested against its own mirror; and they are no evidence about people.
 */

/** The truth of each skill before chance varies it by learner. */
const TRUE_KNOWLEDGE: KnowledgeParameters = { known: 0.25, learn: 0.2, guess: 0.2, slip: 0.08 };

/** How much an opportunity teaches under each feeling, without and with a hint at it. */
const LEARNS: ByFeeling = { engaged: 1.2, confused: 1, frustrated: 0.35, bored: 0.3 };
const LEARNS_WITH_HINT: ByFeeling = { engaged: 1, confused: 0.7, frustrated: 0.8, bored: 0.3 };
/** Seconds at a task, and how feelings stretch them. */
const SECONDS = 28;
const TAKES: ByFeeling = { engaged: 1, confused: 1.6, frustrated: 1.1, bored: 0.5 };

type Rows = Readonly<Record<LearningFeeling, ByFeeling>>;
const AFTER_RIGHT: Rows = {
  engaged: { engaged: 0.88, confused: 0.04, frustrated: 0, bored: 0.08 },
  confused: { engaged: 0.65, confused: 0.33, frustrated: 0.02, bored: 0 },
  frustrated: { engaged: 0.3, confused: 0.2, frustrated: 0.45, bored: 0.05 },
  bored: { engaged: 0.12, confused: 0, frustrated: 0.03, bored: 0.85 },
};
const AFTER_WRONG: Rows = {
  engaged: { engaged: 0.58, confused: 0.38, frustrated: 0.02, bored: 0.02 },
  confused: { engaged: 0.12, confused: 0.56, frustrated: 0.3, bored: 0.02 },
  frustrated: { engaged: 0.02, confused: 0.1, frustrated: 0.7, bored: 0.18 },
  bored: { engaged: 0.03, confused: 0.02, frustrated: 0.15, bored: 0.8 },
};
const AFTER_HINT: Rows = {
  engaged: { engaged: 0.9, confused: 0.06, frustrated: 0, bored: 0.04 },
  confused: { engaged: 0.4, confused: 0.5, frustrated: 0.08, bored: 0.02 },
  frustrated: { engaged: 0.25, confused: 0.35, frustrated: 0.36, bored: 0.04 },
  bored: { engaged: 0.05, confused: 0.02, frustrated: 0.13, bored: 0.8 },
};
const AFTER_OTHER_TASK: Rows = {
  engaged: { engaged: 0.9, confused: 0.06, frustrated: 0.02, bored: 0.02 },
  confused: { engaged: 0.4, confused: 0.4, frustrated: 0.15, bored: 0.05 },
  frustrated: { engaged: 0.3, confused: 0.2, frustrated: 0.4, bored: 0.1 },
  bored: { engaged: 0.45, confused: 0.03, frustrated: 0.02, bored: 0.5 },
};

/** Somebody simulated, whose truth is known. */
export interface SimulatedLearner {
  readonly feeling: LearningFeeling;
  /** By skill, whether it is known. */
  readonly knows: Readonly<Record<string, boolean>>;
  /** Multiplies how fast this learner learns and how long they take. */
  readonly quickness: number;
}

/** A new learner. */
export function newLearner(skills: readonly string[], random: Random): SimulatedLearner {
  const knows = Object.fromEntries(skills.map((skill) => [skill, random() < TRUE_KNOWLEDGE.known]));
  return { feeling: "engaged", knows, quickness: 0.6 + 0.8 * random() };
}

/** How long they are at an answer, in milliseconds. */
export function answerTakesMs({ feeling, quickness }: SimulatedLearner, random: Random): number {
  // Between a half and twice as long, most often near the middle.
  const spread = 2 ** (random() + random() - 1);
  return (1000 * SECONDS * TAKES[feeling] * spread) / quickness;
}

/** Whether they answer right: by knowing, by guessing, or with the help of hints. */
export function answersRight(learner: SimulatedLearner, { item, hints }: AtTask, random: Random): boolean {
  const { guess, slip } = TRUE_KNOWLEDGE;
  if (learner.knows[item.skill] === true) return random() >= (learner.feeling === "bored" ? 2 * slip : slip);
  return random() < Math.min(0.9, guess + 0.2 * hints);
}

/** At a task, with so many hints to be seen. */
export interface AtTask {
  readonly item: Item;
  readonly hints: number;
}

/** The learner after an opportunity: perhaps the skill is known now. */
export function learns(learner: SimulatedLearner, { item, hints }: AtTask, random: Random): SimulatedLearner {
  const factor = (hints > 0 ? LEARNS_WITH_HINT : LEARNS)[learner.feeling];
  const isLearned = random() < TRUE_KNOWLEDGE.learn * factor * learner.quickness;
  if (!isLearned || learner.knows[item.skill] === true) return learner;
  return { ...learner, knows: { ...learner.knows, [item.skill]: true } };
}

/** What happened to a learner, as far as feelings go. */
export type Happening = "right" | "wrong" | "hint" | "other-task";

/** The learner's feeling after something happened. */
export function feelsAfter(
  learner: SimulatedLearner,
  happening: Happening,
  random: Random,
): SimulatedLearner {
  const rows = { right: AFTER_RIGHT, wrong: AFTER_WRONG, hint: AFTER_HINT, "other-task": AFTER_OTHER_TASK };
  const row = rows[happening][learner.feeling];
  let left = random();
  const feeling = LEARNING_FEELINGS.find((each) => (left -= row[each]) < 0) ?? learner.feeling;
  return { ...learner, feeling };
}

/** What they write as their answer. */
export function writtenAnswer(item: Item, isRight: boolean): string {
  switch (item.kind) {
    case "choice":
      return String(isRight ? item.right : (item.right + 1) % item.choices.length);
    case "number":
      return (isRight ? item.answer : item.answer + 2 * item.tolerance + 1).toFixed(10);
    case "text":
      return isRight ? (item.answers[0] ?? "") : "-";
  }
}
