import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TutorEvent } from "../tutor-event.ts";
import { classView, FIRST_CIRCLES } from "./class-view.ts";
import type { ClassCircles, ClassLearner, ClassView } from "./class-view.ts";
import { learnerRecord } from "./learner-record.ts";

const learner = (at: number, more: Partial<ClassLearner> = {}): ClassLearner => ({
  learner: `m${String(at)}`,
  mastery: { add: 0.5 },
  showsProgress: false,
  sharesFeelings: true,
  ...more,
});
const many = (count: number, more: Partial<ClassLearner> = {}) =>
  Array.from({ length: count }, (_, index) => learner(index + 1, more));
const look = (learners: readonly ClassLearner[], before: ClassCircles = FIRST_CIRCLES, nowMs = 0) =>
  classView(learners, before, { nowMs, markOf: (text) => text });
const sizes = (view: ClassView) => view.groups.map((group) => group.learners);

describe("a class", () => {
  it("TG1: tells nothing of four, and the mean of five", () => {
    expect(look(many(4)).view).toEqual({ groups: [], feelings: [], uncounted: 4, shown: [] });
    expect(look(many(5)).view.groups).toEqual([{ learners: 5, atMs: 0, figures: { add: 50 } }]);
    expect(sizes(look(many(24)).view)).toEqual([6, 6, 6, 6]);
  });

  it("TG2: does not tell a sixth who joins, by any difference, until five have", () => {
    const first = look(many(5));
    const sixth = look([...many(5), learner(6, { mastery: { add: 1 } })], first.circles, 1);
    expect(sixth.view).toEqual({ ...first.view, uncounted: 1 });
    const tenth = look(many(10), sixth.circles, 2);
    expect(sizes(tenth.view)).toEqual([5, 5]);
  });

  it("TG2: never again tells the four whom somebody left, with whomever they are", () => {
    const first = look(many(5));
    const left = look(many(5).slice(1), first.circles, 1);
    expect(left.view).toMatchObject({ groups: [], uncounted: 4 });
    const others = look([...many(5).slice(1), learner(6), learner(7)], left.circles, 2);
    expect(others.view.groups).toEqual([]);
    const back = look(many(5), left.circles, 3);
    expect(back.view.groups).toEqual([]);
  });

  it("TG3: tells a group anew only when five in it have changed, so that no day minus another is one learner’s", () => {
    const first = look(many(6));
    const onward = (count: number) =>
      many(6).map((each, index) => (index < count ? { ...each, mastery: { add: 0.9 } } : each));
    expect(look(onward(1), first.circles, 1).view).toEqual(first.view);
    expect(look(onward(4), first.circles, 1).view).toEqual(first.view);
    expect(look(onward(5), first.circles, 1).view.groups).toEqual([
      { learners: 6, atMs: 1, figures: { add: 83 } },
    ]);
  });

  it("TG4: has whoever shows how far they are in no mean, and ends the mean they were in", () => {
    const shows = { showsProgress: true };
    const five = look([...many(4), learner(5, shows)]);
    expect(five.view).toMatchObject({ groups: [], shown: [{ learner: "m5", mastery: { add: 50 } }] });
    const first = look(many(5));
    expect(look([...many(4), learner(5, shows)], first.circles).view.groups).toEqual([]);
  });

  it("TG5: tells feelings of five who agreed, in quarters, never beside a learner’s name", () => {
    const bored = { usualFeeling: "bored" } as const;
    const refusing = [...many(4, bored), learner(5, { ...bored, sharesFeelings: false }), learner(6)];
    expect(look(refusing).view.feelings).toEqual([]);
    const view = look(many(5, { ...bored, showsProgress: true })).view;
    expect(view.feelings).toEqual([
      {
        learners: 5,
        atMs: 0,
        figures: {
          engaged: "under a quarter",
          confused: "under a quarter",
          frustrated: "under a quarter",
          bored: "over three quarters",
        },
      },
    ]);
    expect(JSON.stringify(view.shown)).not.toMatch(/bored|feel/u);
  });

  it("TG2, TG3: keeps both rules over any history of joining, leaving, showing and learning", () => {
    const step = fc.record({
      who: fc.nat(17),
      what: fc.constantFrom("join", "join", "join", "leave", "learn", "learn", "show", "hide"),
      known: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let here: ClassLearner[] = [];
        let circles = FIRST_CIRCLES;
        const told: { readonly key: string; readonly of: readonly (readonly [string, string])[] }[] = [];
        for (const [nowMs, { who, what, known }] of steps.entries()) {
          const name = `m${String(who)}`;
          const isHere = here.some((each) => each.learner === name);
          if (what === "join" && !isHere) here = [...here, learner(who, { mastery: { add: known } })];
          if (what === "leave") here = here.filter((each) => each.learner !== name);
          if (what === "learn" || what === "show" || what === "hide") {
            here = here.map((each) => {
              if (each.learner !== name) return each;
              if (what === "learn") return { ...each, mastery: { add: known } };
              return { ...each, showsProgress: what === "show" };
            });
          }
          const looked = look(here, circles, nowMs);
          ({ circles } = looked);
          for (const circle of circles.progress) {
            if (circle.told?.atMs !== nowMs) continue;
            const of = circle.members.map(
              (member) =>
                [member, JSON.stringify(here.find(({ learner: each }) => each === member)?.mastery)] as const,
            );
            told.push({ key: circle.members.join(), of });
          }
        }
        // By brute force: any two groups that were ever told are the same learners or share none; and of the same group
        // told twice in a row, five or more had changed.
        for (const [index, one] of told.entries()) {
          expect(one.of.length).toBeGreaterThanOrEqual(5);
          for (const other of told.slice(index + 1)) {
            const shared = one.of.filter(([name]) => other.of.some(([each]) => each === name));
            expect(one.key === other.key ? one.of.length : 0).toBe(shared.length);
          }
          const next = told.slice(index + 1).find(({ key }) => key === one.key);
          if (next === undefined) continue;
          const changed = one.of.filter(([, was], at) => next.of[at]?.[1] !== was);
          expect(changed.length).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what a class keeps of a learner", () => {
  const record = (acts: readonly object[]) =>
    learnerRecord(
      "m2",
      // The cast is the test's own: acts with their stamps.
      [
        { kind: "session-started", language: "en" },
        { kind: "course-chosen", courseId: "fractions" },
        { kind: "task-asked" },
        ...acts,
      ].map((act, index) => ({ ...act, seq: index + 1, atMs: 1000 * index })) as unknown as TutorEvent[],
    );
  const felt = (feeling: string, times: number) =>
    Array.from({ length: times }, () => ({ kind: "felt", feeling }));

  it("TG5: has a usual feeling from five acts on, of more than half, and none once guessing is off", () => {
    expect(record(felt("bored", 4)).usualFeeling).toBeUndefined();
    expect(record(felt("bored", 5)).usualFeeling).toBe("bored");
    expect(record([...felt("bored", 3), ...felt("engaged", 3)]).usualFeeling).toBeUndefined();
    expect(record([...felt("bored", 5), { kind: "feelings-switched", on: false }])).not.toHaveProperty(
      "usualFeeling",
    );
  });

  it("has each skill of the course by how probable it is that it is known", () => {
    const { mastery } = record([{ kind: "answered", itemId: "read-1", answer: "2/5" }]);
    expect(mastery["read"]).toBeGreaterThan(mastery["same"] ?? 1);
  });
});
