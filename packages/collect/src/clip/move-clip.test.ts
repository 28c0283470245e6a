import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLIP_STATES, MOVE_RULES, moveClip, NEW_CLIP, replayClip, screenText } from "../index.ts";
import type {
  ClipActor,
  ClipAuditEvent,
  ClipLife,
  ClipMove,
  ClipMoveKind,
  ClipRole,
  ClipState,
} from "../index.ts";

const MAKER = "p1";
const KINDS = Object.keys(MOVE_RULES) as ClipMoveKind[];
const ROLES: readonly ClipRole[] = ["contributor", "reviewer", "maintainer", "administrator", "system"];
const REVIEW: readonly ClipMoveKind[] = [
  "pass", "reject", "uphold", "reinstate", "settle", "keep", "clear", "reassess", "restore",
]; // prettier-ignore

const ASIDE: readonly ClipMoveKind[] = ["reject", "quarantine", "revoke", "reassess"];

const moves: fc.Arbitrary<ClipMove> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    release: fc.integer({ min: -1, max: 6 }),
    verdict: fc.constantFrom("annotatable", "consensus", "contested"),
  })
  // The cast is safe: every kind finds the fields that it has.
  .map(({ kind, release, verdict }) => ({ kind, release, verdict, reason: "a reason" }));
const actors: fc.Arbitrary<ClipActor> = fc.record({
  id: fc.constantFrom(MAKER, "p2", "p3"),
  role: fc.constantFrom(...ROLES),
});

/** Plays moves one after the other; what is refused changes nothing. */
function play(steps: readonly (readonly [ClipMove, ClipActor])[]) {
  let life: ClipLife = NEW_CLIP;
  const made: { before: ClipLife; life: ClipLife; audit: ClipAuditEvent }[] = [];
  for (const [move, by] of steps) {
    const outcome = moveClip({ id: "k1", contributor: MAKER, life }, { move, by, atMs: made.length });
    if (outcome.kind === "refused") continue;
    made.push({ before: life, life: outcome.life, audit: outcome.audit });
    ({ life } = outcome);
  }
  return { life, made };
}

/** Histories that get somewhere: mostly legal moves, by somebody who may make them. */
const histories = fc
  .array(fc.tuple(fc.nat({ max: 5039 }), moves, actors, fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((draws) => {
    let life: ClipLife = NEW_CLIP;
    const steps: (readonly [ClipMove, ClipActor])[] = [];
    for (const [draw, anything, anybody, luck] of draws) {
      const fitting = KINDS.filter((kind) => MOVE_RULES[kind].from.includes(life.state));
      // One move in ten is any at all and two are any that fit; the others go on, or every history would end soon.
      const onward = fitting.filter((kind) => !ASIDE.includes(kind));
      const choice = luck > 2 && onward.length > 0 ? onward : fitting;
      const kind = choice[draw % Math.max(1, choice.length)];
      const isLegal = luck > 0 && kind !== undefined;
      const move = isLegal ? ({ ...anything, kind, release: life.release + 1 } as ClipMove) : anything;
      const { by, own } = MOVE_RULES[move.kind];
      const role = by[draw % by.length] ?? "system";
      const actor = isLegal ? { role, id: own === "only" || role === "contributor" ? MAKER : "p2" } : anybody;
      steps.push([move, actor]);
      const outcome = moveClip({ id: "k1", contributor: MAKER, life }, { move, by: actor, atMs: 0 });
      if (outcome.kind === "moved") ({ life } = outcome);
    }
    return steps;
  });

describe("moveClip", () => {
  it("K1.1 leads a clip from its draft to a release, and a contested one to a judgement or its spread", () => {
    const contributor = { id: MAKER, role: "contributor" } as const;
    const reviewer = { id: "p2", role: "reviewer" } as const;
    const system = { id: "system", role: "system" } as const;
    const way = (...ends: (readonly [ClipMove, ClipActor])[]) =>
      play([
        [{ kind: "receive" }, contributor],
        [{ kind: "screen" }, system],
        [{ kind: "pass" }, system],
        [{ kind: "assess" }, system],
        [{ kind: "conclude", verdict: "annotatable" }, system],
        [{ kind: "assess" }, system],
        ...ends,
      ]).made.map(({ life }) => life.state);
    const begun: ClipState[] = [
      "received",
      "screening",
      "annotatable",
      "assessing",
      "annotatable",
      "assessing",
    ];
    expect(
      way(
        [{ kind: "conclude", verdict: "consensus" }, system],
        [{ kind: "clear" }, system],
        [{ kind: "release", release: 1 }, system],
        [{ kind: "release", release: 2 }, system],
      ),
    ).toEqual([...begun, "consensus", "releasable", "released", "released"]);
    expect(way([{ kind: "conclude", verdict: "contested" }, system], [{ kind: "settle" }, reviewer])).toEqual(
      [...begun, "contested", "adjudicated"],
    );
    expect(way([{ kind: "conclude", verdict: "contested" }, system], [{ kind: "keep" }, reviewer])).toEqual([
      ...begun,
      "contested",
      "distribution",
    ]);
  });

  it("K1.1 refuses whatever is not in the table with a reason, and changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLIP_STATES), moves, fc.constantFrom(...ROLES), (state, move, role) => {
        const life: ClipLife = { ...NEW_CLIP, state, heldFrom: state === "quarantined" ? "received" : null };
        const before = JSON.stringify(life);
        const outcome = moveClip(
          { id: "k1", contributor: MAKER, life },
          { move, by: { id: "p2", role }, atMs: 0 },
        );
        const { from, by } = MOVE_RULES[move.kind];
        if (!from.includes(state)) expect(outcome).toMatchObject({ kind: "refused", why: "state" });
        else if (!by.includes(role)) expect(outcome).toMatchObject({ kind: "refused", why: "role" });
        if (outcome.kind === "refused") expect(outcome.detail).not.toBe("");
        expect(JSON.stringify(life)).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  it("K1.2 lets nothing leave revoked, and from revoking leads only there", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, life } of play(steps).made) {
          expect(before.state).not.toBe("revoked");
          if (before.state === "revoking") expect(life.state).toBe("revoked");
        }
      }),
    );
    const open = CLIP_STATES.filter((state) => state !== "revoking" && state !== "revoked");
    expect(MOVE_RULES.revoke.from.toSorted()).toEqual(open.toSorted());
  });

  it("K1.2 is tried by histories that reach every state", () => {
    const seen = new Set<ClipState>();
    for (const steps of fc.sample(histories, { numRuns: 3000, seed: 7 }))
      for (const { life } of play(steps).made) seen.add(life.state);
    expect([...seen, "draft"].toSorted()).toEqual([...CLIP_STATES].toSorted());
  });

  it("K1.3 brings a quarantined clip back to where it was, and takes one appeal", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { made } = play(steps);
        for (const { before, life, audit } of made) {
          if (audit.move.kind === "restore") expect(life.state).toBe(before.heldFrom);
          expect(life.heldFrom !== null).toBe(life.state === "quarantined");
        }
        expect(made.filter(({ audit }) => audit.move.kind === "appeal").length).toBeLessThan(2);
      }),
    );
  });

  it("K1.4 lets nobody judge their own clip, and no contributor move another's", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { audit } of play(steps).made) {
          const isOwn = audit.by.id === MAKER && audit.by.role !== "system";
          if (REVIEW.includes(audit.move.kind)) expect(isOwn).toBe(false);
          if (audit.by.role === "contributor") expect(isOwn).toBe(true);
        }
      }),
    );
    const contested: ClipLife = { ...NEW_CLIP, state: "contested" };
    const settle = (id: string) =>
      moveClip(
        { id: "k1", contributor: MAKER, life: contested },
        { move: { kind: "settle" }, by: { id, role: "reviewer" }, atMs: 0 },
      );
    expect(settle(MAKER)).toMatchObject({ kind: "refused", why: "own-clip" });
    expect(settle("p2").kind).toBe("moved");
  });

  it("K1.5 never lets the number of the release fall", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { before, life, audit } of play(steps).made) {
          expect(life.release).toBeGreaterThanOrEqual(before.release);
          expect(life.release > before.release).toBe(audit.move.kind === "release");
        }
      }),
    );
  });

  it("K1.6 gives one audit event a move, and the events give the life again", () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { life, made } = play(steps);
        const events = made.map(({ audit }) => audit);
        // After a way through JSON, as a database keeps them.
        const stored = JSON.parse(JSON.stringify(events)) as ClipAuditEvent[];
        expect(replayClip(stored, { id: "k1", contributor: MAKER })).toEqual(life);
        for (const { before, life: after, audit } of made)
          expect([audit.from, audit.to]).toEqual([before.state, after.state]);
      }),
    );
  });

  it("K1.6 finds a record in which an event was left out, changed or made up", () => {
    const { made } = play([
      [{ kind: "receive" }, { id: MAKER, role: "contributor" }],
      [{ kind: "screen" }, { id: "system", role: "system" }],
      [{ kind: "pass" }, { id: "p2", role: "reviewer" }],
    ]);
    const [first, second, third] = made.map(({ audit }) => audit) as [
      ClipAuditEvent,
      ClipAuditEvent,
      ClipAuditEvent,
    ];
    const replay = (events: readonly ClipAuditEvent[]) =>
      replayClip(events, { id: "k1", contributor: MAKER });
    expect(replay([first, second, third])?.state).toBe("annotatable");
    expect(replay([first, third])).toBeUndefined();
    expect(replay([first, second, { ...third, to: "releasable" }])).toBeUndefined();
    expect(replay([first, second, { ...third, by: { id: MAKER, role: "reviewer" } }])).toBeUndefined();
    expect(replay([first, { ...second, clip: "k2" }])).toBeUndefined();
  });

  it("K1.7 assesses anew what was decided, with the release that is out remembered", () => {
    const released: ClipLife = { ...NEW_CLIP, state: "released", release: 3 };
    const outcome = moveClip(
      { id: "k1", contributor: MAKER, life: released },
      { move: { kind: "reassess", reason: "superseded" }, by: { id: "system", role: "system" }, atMs: 1 },
    );
    expect(outcome).toMatchObject({ kind: "moved", life: { state: "assessing", release: 3 } });
  });

  it("K1.1 refuses a time that is none", () => {
    const request = { move: { kind: "receive" }, by: { id: MAKER, role: "contributor" } } as const;
    expect(() =>
      moveClip({ id: "k1", contributor: MAKER, life: NEW_CLIP }, { ...request, atMs: Number.NaN }),
    ).toThrow(RangeError);
  });
});

describe("screenText", () => {
  it.each([
    ["Ich will nicht mehr leben", "risk-passive"],
    ["Call me on +49 170 1234567", "contact-details"],
    ["look at www.example.org", "contact-details"],
  ])("K9.1 holds %j for a reviewer", (text, reason) => {
    expect(screenText(text)).toEqual({ kind: "hold", reason });
  });

  it.each(["It was 20 past 10, and I laughed 3 times.", "Das war schön!", "In 2026 we had 1,000 guests."])(
    "K9.1 passes %j",
    (text) => {
      expect(screenText(text)).toEqual({ kind: "pass" });
    },
  );
});
