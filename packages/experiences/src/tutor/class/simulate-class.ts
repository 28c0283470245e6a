import { bootstrapInterval } from "@openempathic/measure";
import type { Interval } from "@openempathic/measure";
import type { Course } from "../course/course.ts";
import { fitKnowledge } from "../mastery/fit-knowledge.ts";
import type { KnowledgeParameters } from "../mastery/knowledge.ts";
import { simulateSession } from "./simulate-session.ts";
import type { SimulatedSession } from "./simulate-session.ts";

/** What to simulate. */
export interface ClassPlan {
  readonly course: Course;
  readonly learners: number;
  /** Learners of another class, to whose answers the parameters of each skill are fitted first. */
  readonly fittedOn: number;
  readonly minutes: number;
  readonly resamples: number;
  /** Any integer; the same one gives the same class. */
  readonly seed: number;
}

/** A mean with its 95 % bootstrap interval over learners. */
export interface Mean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How a class went under one policy. */
export interface ClassArm {
  /** Share of all skills that are truly known, at each whole minute from 0. */
  readonly knownShare: readonly Mean[];
  /** Skills newly known per minute of learning. */
  readonly masteryPerMinute: Mean;
  /** Of the skills that the tutor took for mastered, the share that is truly known; absent where it took none. */
  readonly rightlyTaken?: Mean;
}

/** The same simulated learners, once with a tutor that goes by feelings and once with one that does not. */
export interface SimulatedClass {
  readonly courseId: string;
  readonly learners: number;
  readonly seed: number;
  readonly minutes: number;
  readonly resamples: number;
  readonly fittedOn: number;
  readonly fitted: Readonly<Record<string, KnowledgeParameters>>;
  readonly on: ClassArm;
  readonly off: ClassArm;
  /** On minus off, learner by learner. */
  readonly difference: { readonly masteryPerMinute: Mean; readonly knownShareAtEnd: Mean };
}

/**
 * Simulates a class twice over the real fold. It shows that the machinery works from end to end under assumptions that
 * are written down (simulated-learner.ts); it is no evidence about people, and its size says nothing about any effect
 * on them.
 */
export function simulateClass(plan: ClassPlan): SimulatedClass {
  const { learners, minutes, seed, fittedOn, resamples } = plan;
  const fitted = fittedTo(plan);
  const course = {
    ...plan.course,
    skills: plan.course.skills.map((skill) => ({ ...skill, knowledge: fitted[skill.id] ?? skill.knowledge })),
  } as Course;
  const sessions = (usesFeelings: boolean): readonly SimulatedSession[] =>
    Array.from({ length: learners }, (_, index) =>
      simulateSession({ course, usesFeelings, mostMinutes: minutes, seed: seed + 7919 * (index + 1) }),
    );
  const [on, off] = [sessions(true), sessions(false)];
  const skills = course.skills.length;
  const mean = (values: readonly number[]): Mean => meanOf(values, plan);
  const paired = (figure: (session: SimulatedSession) => number): Mean =>
    mean(on.map((session, index) => figure(session) - figure(off[index] as SimulatedSession)));
  return {
    courseId: course.id,
    learners,
    seed,
    minutes,
    resamples,
    fittedOn,
    fitted,
    on: armOf(on, skills, plan),
    off: armOf(off, skills, plan),
    difference: {
      masteryPerMinute: paired(perMinute),
      knownShareAtEnd: paired((session) => shareAt(session, minutes, skills)),
    },
  };
}

/** Parameters for each skill, from the answers of a class that is not the one to be looked at. */
function fittedTo({
  course,
  fittedOn,
  minutes,
  seed,
}: ClassPlan): Readonly<Record<string, KnowledgeParameters>> {
  const before = Array.from({ length: fittedOn }, (_, index) =>
    simulateSession({
      course,
      usesFeelings: index % 2 === 0,
      mostMinutes: minutes,
      seed: seed - 104_729 * (index + 1),
    }),
  );
  const fits = course.skills.flatMap(({ id }) => {
    const answers = before.map((session) => session.answers[id] ?? []);
    return answers.some(({ length }) => length > 0) ? [[id, fitKnowledge(answers).parameters] as const] : [];
  });
  return Object.fromEntries(fits);
}

function armOf(sessions: readonly SimulatedSession[], skills: number, plan: ClassPlan): ClassArm {
  const at = Array.from({ length: plan.minutes + 1 }, (_, minute) => minute);
  const taking = sessions.filter(({ takenForMastered }) => takenForMastered > 0);
  return {
    knownShare: at.map((minute) =>
      meanOf(
        sessions.map((session) => shareAt(session, minute, skills)),
        plan,
      ),
    ),
    masteryPerMinute: meanOf(sessions.map(perMinute), plan),
    ...(taking.length === 0
      ? {}
      : {
          rightlyTaken: meanOf(
            taking.map((each) => each.rightlyTaken / each.takenForMastered),
            plan,
          ),
        }),
  };
}

function shareAt({ knownAtMinute }: SimulatedSession, minute: number, skills: number): number {
  return Object.values(knownAtMinute).filter((at) => at <= minute).length / skills;
}

function perMinute({ knownAtMinute, minutes }: SimulatedSession): number {
  return Object.values(knownAtMinute).filter((at) => at > 0).length / minutes;
}

function meanOf(values: readonly number[], { resamples, seed }: ClassPlan): Mean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const resampled = (indices: Int32Array): number => {
    let sum = 0;
    for (const index of indices) sum += values[index] ?? 0;
    return sum / indices.length;
  };
  const interval: Pick<Interval, "low" | "high"> = bootstrapInterval(resampled, {
    cases: values.length,
    resamples,
    seed,
  }) ?? {
    low: mean,
    high: mean,
  };
  return { mean, low: interval.low, high: interval.high };
}
