import { makeEstimate } from "@openempathic/affect";
import { RISK_LEVELS } from "@openempathic/govern";
import fc from "fast-check";
import type { Unstamped } from "../../session/session-event.ts";
import { openRandom } from "../../testing/index.ts";
import type { Random, SimulatedPerson } from "../../testing/index.ts";
import { BUILT_IN_COURSES } from "../courses/built-in-courses.ts";
import { LEARNING_FEELINGS } from "../feeling/learning-feeling.ts";
import type { TutorEvent, TutorPersonEvent, TutorPlatformEvent } from "../tutor-event.ts";
import type { TutorEffect, TutorState } from "../tutor-state.ts";

const TEXTS = [
  "I don't get it",
  "so boring",
  "I hate this",
  "Ach so, macht Spaß",
  "I want to die",
  "",
  "\u{1F614}",
];
const ITEMS = ["read-1", "read-2", "same-1", "same-2", "compare-1", "axis-1", "share-1", "nothing"];

/** What a learner does at random: anything that the page lets them do, at any moment, sensible or not. */
const ACTS: readonly ((random: Random, itemId: string) => TutorPersonEvent)[] = [
  (random) => ({ kind: "course-chosen", courseId: random.oneOf(["fractions", "charts", "none"]) }),
  (random) => ({
    kind: "course-brought",
    course: { ...ownCourse(), items: random.happens(0.5) ? [] : ownCourse().items },
  }),
  (random) => ({ kind: "lesson-opened", unitId: random.oneOf(["parts", "sum", "axes", "none"]) }),
  () => ({ kind: "task-asked" }),
  () => ({ kind: "task-asked" }),
  ...Array.from({ length: 5 }, () => (random: Random, itemId: string) => {
    return {
      kind: "answered",
      itemId,
      answer: random.oneOf(["0", "1", "2", "2/5", "6", "0.75", "?", ""]),
    } as const;
  }),
  (_, itemId) => ({ kind: "hint-asked", itemId }),
  (_, itemId) => ({ kind: "rewording-asked", itemId }),
  (_, itemId) => ({ kind: "rewording-asked", itemId }),
  (_, itemId) => ({ kind: "task-skipped", itemId }),
  (random) => ({ kind: "said", text: random.oneOf(TEXTS) }),
  (random) => ({ kind: "felt", feeling: random.oneOf(LEARNING_FEELINGS) }),
  (random) => ({ kind: "feelings-switched", on: random.happens(0.7) }),
  (random) => ({ kind: "language-changed", language: random.oneOf(["en", "de"] as const) }),
  () => ({ kind: "notices-acknowledged" }),
];

function ownCourse() {
  const course = BUILT_IN_COURSES["charts"]?.en;
  if (course === undefined) throw new RangeError("There is no course with the id charts");
  return { ...course, id: "own" };
}

/** Somebody who learns, mostly at the task before them, and a platform that answers. */
export const tutorPerson: SimulatedPerson<TutorState, TutorEvent, TutorEffect> = {
  start: (random) => ({ kind: "session-started", language: random.oneOf(["en", "de"] as const) }),
  act: (state, random) => {
    if (state.place.kind === "choosing" && random.happens(0.7))
      return { kind: "course-chosen", courseId: "fractions" };
    const { place } = state;
    const itemId = place.kind === "task" && random.happens(0.9) ? place.itemId : random.oneOf(ITEMS);
    return random.oneOf(ACTS)(random, itemId);
  },
  results: (effect, _state, random) => resultsOf(effect, random),
};

/** Any event of the tutor before it is numbered. */
export const tutorEvents: fc.Arbitrary<Unstamped<TutorEvent>> = fc
  .record({ seed: fc.nat(), of: fc.nat(60), text: fc.string({ unit: "binary", maxLength: 40 }) })
  .chain(({ seed, of, text }) => {
    const random = openRandom(seed);
    const itemId = random.oneOf(ITEMS);
    const effects: readonly TutorEffect[] = [
      { kind: "show-notices", notices: ["not-a-person", "emotion-analysis"] },
      { kind: "judge-risk", of },
      { kind: "perceive", of },
      { kind: "word-hint", itemId, level: 1 + random.below(3) },
    ];
    return fc.constantFrom<Unstamped<TutorEvent>>(
      { kind: "said", text },
      { kind: "answered", itemId, answer: text },
      { kind: "course-chosen", courseId: "fractions" },
      random.oneOf(ACTS)(random, itemId),
      random.oneOf(ACTS)(random, itemId),
      ...effects.flatMap((effect) => resultsOf(effect, random)),
    );
  });

/** What the platform would add for one piece of work. */
function resultsOf(effect: TutorEffect, random: Random): readonly TutorPlatformEvent[] {
  switch (effect.kind) {
    case "show-notices":
      return [{ kind: "notices-shown", notices: effect.notices }];
    case "judge-risk": {
      const level = random.oneOf(RISK_LEVELS);
      const judgement = { level, about: level === "none" ? null : "self", reason: "simulated" } as const;
      const latch = { ...judgement, safeAnswers: 0 };
      const care = random.happens(0.3) ? { care: { text: "Are you safe?", resources: [] } } : {};
      return [{ kind: "risk-judged", of: effect.of, judgement, latch, ...care }];
    }
    case "perceive": {
      if (random.happens(0.2)) return [{ kind: "not-estimated", of: effect.of }];
      const source = { kind: "model", id: "simulated", version: "1" } as const;
      const likelihood = { Anger: random.next(), Confusion: random.next(), Interest: random.next() };
      return [
        {
          kind: "estimated",
          of: effect.of,
          estimate: makeEstimate({ modality: "text", likelihood, dimensions: {}, source }),
        },
      ];
    }
    case "word-hint": {
      const { itemId, level } = effect;
      if (random.happens(0.3)) return [{ kind: "hint-not-worded", itemId, level, trouble: "no-model" }];
      return [{ kind: "hint-worded", itemId, level, text: "Count the parts." }];
    }
  }
}
