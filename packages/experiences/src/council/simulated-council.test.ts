import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CouncilAnswer, CouncilEffect, CouncilEvent, CouncilItem, CouncilState } from "./index.ts";
import {
  BIASES,
  LENSES,
  STANCES,
  VALUES,
  council,
  councilEventFor,
  councilMarkdown,
  councilWords,
  earlierOf,
  judgeCare,
  optionBalance,
  optionsOf,
  pendingCouncilEffects,
  readCouncilRecord,
  replayCouncil,
  writeCouncilRecord,
} from "./index.ts";

const ids = fc.constantFrom("a", "b", "nothing", "constructor", "gone");
const texts = fc.oneof(
  fc.constantFrom(
    "Move to Leipzig",
    "Put a tracker on her car",
    "I want to die",
    "Should we sue?",
    "Umziehen",
    " ",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const days = fc.constantFrom("2027-01-31", "2027-02-31");
const options = fc.array(ids, { maxLength: 2 });

const items: fc.Arbitrary<CouncilItem> = fc.oneof(
  fc.record({ part: fc.constant("frame" as const), question: texts, context: texts, decider: texts }),
  fc.record({
    part: fc.constant("option" as const),
    optionId: ids,
    title: texts,
    detail: texts,
    upsides: fc.array(texts, { maxLength: 2 }),
    downsides: fc.array(texts, { maxLength: 2 }),
  }),
  fc.record({
    part: fc.constant("stakeholder" as const),
    stakeholderId: ids,
    name: texts,
    relation: fc.constantFrom("direct" as const, "indirect" as const),
    presence: fc.constantFrom("present" as const, "absent" as const),
    vulnerable: fc.boolean(),
  }),
  fc.record({
    part: fc.constant("impact" as const),
    stakeholderId: ids,
    optionId: ids,
    feelings: fc.constantFrom([], ["Fear" as const], ["Hope" as const, "Pride" as const]),
    valence: fc.double({ min: -1, max: 1, noNaN: true }),
    basis: fc.constantFrom("said" as const, "inferred-from-text" as const, "guessed" as const),
    sureness: fc.constantFrom("low" as const, "high" as const),
    evidence: texts,
  }),
  fc.record({
    part: fc.constant("value" as const),
    taxonomy: fc.constantFrom("schwartz" as const, "moral-foundations" as const),
    value: fc.constantFrom(...VALUES.schwartz, ...VALUES["moral-foundations"]),
    upheldBy: options,
    hurtBy: options,
  }),
  fc.record({
    part: fc.constant("consequence" as const),
    consequenceId: ids,
    optionId: ids,
    text: texts,
    likelihood: fc.constantFrom("unknown" as const, "likely" as const),
    severity: fc.constantFrom("grave" as const, "unknown" as const),
    reversibility: fc.constantFrom("never" as const, "easily" as const),
    horizon: fc.constantFrom("days" as const, "generations" as const),
  }),
  fc.record({ part: fc.constant("lens" as const), lens: fc.constantFrom(...LENSES), text: texts }),
  fc.record({ part: fc.constant("leaning" as const), optionId: fc.option(ids) }),
  fc.record({ part: fc.constant("objection" as const), optionId: ids, text: texts }),
  fc.record({
    part: fc.constant("bias" as const),
    bias: fc.constantFrom(...BIASES),
    applies: fc.constantFrom("yes" as const, "no" as const, "unsure" as const),
  }),
  fc.record({ part: fc.constant("flip" as const), stakeholderId: ids, text: texts }),
  fc.record({ part: fc.constant("question" as const), questionId: ids, text: texts }),
  fc.record({ part: fc.constant("reason" as const), text: texts }),
  fc
    .oneof(
      ids.map((optionId) => ({ kind: "chosen" as const, optionId })),
      fc.record({ kind: fc.constant("deferred" as const), why: texts, untilDay: days }),
    )
    .map((choice) => ({ part: "decision" as const, choice })),
  days.map((onDay) => ({ part: "revisit" as const, onDay })),
  fc.record({
    part: fc.constant("outcome" as const),
    outcomeId: ids,
    text: texts,
    asExpected: fc.constantFrom("yes" as const, "unknown" as const),
  }),
);

const answers: fc.Arbitrary<CouncilAnswer> = fc.record({
  stances: fc.dictionary(fc.constantFrom("a", "b", "nothing"), fc.constantFrom(...STANCES)),
  leaning: fc.option(ids),
  values: fc.constantFrom([], ["care" as const]),
  reason: texts,
});
const members = fc.constantFrom("m1", "m2", "m3", "m9");
const salts = fc.string({
  unit: fc.constantFrom(...Array.from("0123456789abcdef")),
  minLength: 32,
  maxLength: 32,
});

/** An event without its stamp: whatever the page lets anybody do, at any moment, sensible or not. */
type Act = CouncilEvent extends infer Event
  ? Event extends CouncilEvent
    ? Omit<Event, "seq" | "atMs">
    : never
  : never;
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: items.map((item) => ({ kind: "noted", item }) as const) },
  items.map(
    (item) =>
      ({ kind: "withdrawn", key: `option.${"optionId" in item ? String(item.optionId) : "a"}` }) as const,
  ),
  members.map((by) => ({ kind: "joined", by, name: "Ben" }) as const),
  fc.integer({ min: 0, max: 4 }).map((expected) => ({ kind: "round-opened", expected }) as const),
  fc.constant({ kind: "round-closed" } as const),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("first-answered" as const),
      by: members,
      answer: answers,
      salt: salts,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("answered-again" as const),
      by: members,
      answer: answers,
      salt: salts,
    }),
  },
  fc.constantFrom(
    { kind: "suggestion-asked", topic: { kind: "stakeholders" } } as const,
    { kind: "suggestion-asked", topic: { kind: "objection", optionId: "a" } } as const,
    { kind: "suggestion-asked", topic: { kind: "lens", lens: "care" } } as const,
    { kind: "suggestion-declined", suggestionId: "9.1" } as const,
    { kind: "language-changed", language: "de" } as const,
    { kind: "notices-acknowledged" } as const,
  ),
);

interface SimulatedTurn {
  readonly act: Act | null;
  readonly waitMs: number;
  readonly repeats: boolean;
}
const turns: fc.Arbitrary<readonly SimulatedTurn[]> = fc.array(
  fc.record({
    act: fc.option(acts, { freq: 3 }),
    waitMs: fc.oneof(fc.nat(5000), fc.nat(4 * 3_600_000), fc.constant(-1000)),
    repeats: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** What the server would add for one piece of work. */
function resultOf(effect: CouncilEffect, { language }: CouncilState): Act {
  switch (effect.kind) {
    case "show-notices":
      return { kind: "notices-shown", notices: effect.notices };
    case "judge-care":
      return { kind: "care-judged", of: effect.of, findings: judgeCare(effect.text, { language, atMs: 0 }) };
    case "suggest":
      return {
        kind: "suggested",
        of: effect.of,
        source: "built-in",
        suggestions: [{ suggestionId: `${String(effect.of)}.1`, text: "The neighbours" }],
      };
    case "reveal-round":
      return { kind: "round-revealed", answers: effect.answers };
  }
}

/** What makes the later turns likely to lead somewhere: a question, an option, a reason and three people. */
const OPENING: readonly Act[] = [
  { kind: "noted", item: { part: "frame", question: "Move?", context: "", decider: "We" } },
  {
    kind: "noted",
    item: { part: "option", optionId: "a", title: "Move", detail: "", upsides: [], downsides: [] },
  },
  { kind: "noted", item: { part: "reason", text: "She asked me." } },
  { kind: "joined", by: "m2" },
  { kind: "joined", by: "m3" },
  { kind: "round-opened", expected: 2 },
];

function simulate(history: readonly SimulatedTurn[], isUnderWay = history.length % 2 === 0) {
  const events: CouncilEvent[] = [];
  let state = council.initial;
  let atMs = Date.UTC(2026, 0);
  const tell = (act: Act): void => {
    // The cast is safe: an act with its stamp is an event.
    const event = { ...act, seq: events.length + 1, atMs } as CouncilEvent;
    events.push(event);
    state = council.apply(state, event).state;
  };
  tell({ kind: "session-started", language: "en" });
  if (isUnderWay) OPENING.forEach(tell);
  for (const { act, waitMs, repeats } of history) {
    atMs += waitMs;
    if (act !== null) tell(act);
    for (const work of act === null ? pendingCouncilEffects(state) : []) {
      tell(resultOf(work, state));
      if (repeats) tell(resultOf(work, state));
    }
  }
  return { events, state };
}

describe("a thousand councils of simulated people", () => {
  it("X1: end without an error, and give the same state when they are replayed from what was stored", () => {
    let revealed = 0;
    let decided = 0;
    fc.assert(
      fc.property(turns, (history) => {
        const { events, state } = simulate(history);
        const stored = JSON.parse(JSON.stringify(events)) as CouncilEvent[];
        expect(replayCouncil(stored)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(replayCouncil(events))));
        expect(optionsOf(state).filter(({ optionId }) => optionId === "nothing")).toHaveLength(1);
        expect(optionBalance(optionsOf(state)).imbalances.every(({ has, wants }) => has < wants)).toBe(true);
        expect(councilMarkdown(state)).toContain(councilWords(state.language).record.noVerdict);
        expect(earlierOf(state).length).toBeLessThanOrEqual(events.length);
        revealed += state.round?.revealed === undefined ? 0 : 1;
        decided += state.items["decision"] === undefined ? 0 : 1;
      }),
      { numRuns: 1000, seed: 4 },
    );
    // Chance must have led somewhere, or the run would show nothing.
    expect(revealed).toBeGreaterThan(0);
    expect(decided).toBeGreaterThan(0);
  }, 120_000);

  it("X2: can be taken up again after any break, until no work is left", () => {
    fc.assert(
      fc.property(turns, (history) => {
        let { state } = simulate(history);
        let seq = 1000;
        for (let left = 500; ; left -= 1) {
          const [work] = pendingCouncilEffects(state);
          if (work === undefined) return;
          expect(left).toBeGreaterThan(0);
          seq += 1;
          state = council.apply(state, {
            ...resultOf(work, state),
            seq,
            atMs: state.atMs ?? 0,
          }).state;
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("X3: nobody ever sees who gave an answer of the first round, and all hold one chain", () => {
    fc.assert(
      fc.property(turns, (history) => {
        const { events, state } = simulate(history);
        for (const memberId of ["m1", "m2"]) {
          const view = events.map((event) => councilEventFor(event, { memberId, state }));
          expect(view.every((event) => event.kind !== "first-answered" || event.by === memberId)).toBe(true);
          expect(replayCouncil(view).head).toBe(state.head);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("X4: every record that is written is read again, with its state", () => {
    fc.assert(
      fc.property(turns, (history) => {
        const { events } = simulate(history.filter(({ act }) => isSound(act)));
        const plain = JSON.parse(JSON.stringify(events)) as CouncilEvent[];
        const record = writeCouncilRecord(plain);
        expect(readCouncilRecord(record).state).toEqual(replayCouncil(plain));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** What the server's schema lets through: no empty text where one is needed, and no half characters. */
function isSound(act: Act | null): boolean {
  if (act === null || act.kind !== "noted") return true;
  return (
    !/"(?:\s*)"/u.test(JSON.stringify(act.item)) &&
    !/\p{Surrogate}|\\u0000|\\ud[89a-f]/u.test(JSON.stringify(act.item))
  );
}
