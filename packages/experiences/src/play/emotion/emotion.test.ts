import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appraise } from "./appraise.ts";
import type { Cast } from "./appraise.ts";
import { makeCast, passTimeForAll } from "./cast.ts";
import { makeCharacter } from "./character.ts";
import type { Character } from "./character.ts";
import { EMOTION_KINDS } from "./emotion-kind.ts";
import emotionPad from "./emotion-pad.json" with { type: "json" };
import { expressionOf } from "./express.ts";
import type { Consequence, Happening } from "./happening.ts";
import { moodName, padOf } from "./pad.ts";
import { passTime } from "./pass-time.ts";
import { defaultMood } from "./personality.ts";

const certain = (goal: string, likelihood: number): Consequence => ({ kind: "goal", goal, likelihood });

/** What one character feels after something happened to the cast, as "kind amount" or "kind amount > toward". */
function felt(cast: Cast, id: string, ...happenings: readonly Happening[]): readonly string[] {
  const after = happenings.reduce(appraise, cast);
  return (after[id]?.emotions ?? []).map(
    ({ kind, amount, toward }) =>
      `${kind} ${String(Math.round(amount * 1e6) / 1e6)}${toward === undefined ? "" : ` > ${toward}`}`,
  );
}

describe("E1 personality and the PAD space", () => {
  it("E1.1: gives the default mood of Gebhard's example", () => {
    // Gebhard 2005, section 4.2: O .4, C .8, E .6, A .3, stability .4 gives (.38, -.08, .50), "slightly relaxed".
    const mood = defaultMood({
      openness: 0.4,
      conscientiousness: 0.8,
      extraversion: 0.6,
      agreeableness: 0.3,
      neuroticism: -0.4,
    });
    expect(mood.pleasure).toBeCloseTo(0.38, 2);
    expect(mood.arousal).toBeCloseTo(-0.08, 2);
    expect(mood.dominance).toBeCloseTo(0.5, 2);
    expect(moodName(mood)).toBe("relaxed");
  });

  it("E1.2: has a point for every emotion and no other", () => {
    expect(Object.keys(emotionPad.pad).toSorted()).toEqual([...EMOTION_KINDS].toSorted());
  });

  it.each([
    // The octant that Gebhard 2005, table 2, prints beside each emotion.
    ["admiration", "dependent"],
    ["anger", "hostile"],
    ["disappointment", "anxious"],
    ["distress", "bored"],
    ["fear", "anxious"],
    ["fears-confirmed", "bored"],
    ["gloating", "docile"],
    ["gratification", "exuberant"],
    ["gratitude", "dependent"],
    ["happy-for", "exuberant"],
    ["hate", "hostile"],
    ["hope", "dependent"],
    ["joy", "exuberant"],
    ["love", "exuberant"],
    ["pity", "bored"],
    ["pride", "exuberant"],
    ["relief", "relaxed"],
    ["remorse", "anxious"],
    ["reproach", "disdainful"],
    ["resentment", "bored"],
    ["satisfaction", "relaxed"],
    ["shame", "anxious"],
  ] as const)("E1.3: puts %s among the %s moods, as its source does", (kind, name) => {
    expect(moodName(padOf(kind))).toBe(name);
  });
});

describe("E2 one's own goals", () => {
  const wants = makeCast([{ id: "lin", goals: { play: 0.8 } }]);
  const dreads = makeCast([{ id: "lin", goals: { rain: -0.8 } }]);

  it("E2.1: gives hope or fear while a goal is open, as strong as utility times the change", () => {
    expect(felt(wants, "lin", { consequences: [certain("play", 0.75)] })).toEqual(["hope 0.2"]);
    expect(felt(wants, "lin", { consequences: [certain("play", 0.25)] })).toEqual(["fear 0.2"]);
    expect(felt(dreads, "lin", { consequences: [certain("rain", 0.75)] })).toEqual(["fear 0.2"]);
    expect(felt(dreads, "lin", { consequences: [certain("rain", 0.25)] })).toEqual(["hope 0.2"]);
  });

  it("E2.2: gives joy or distress once it is settled", () => {
    expect(felt(wants, "lin", { consequences: [certain("play", 1)] })).toEqual(["joy 0.4"]);
    expect(felt(wants, "lin", { consequences: [certain("play", 0)] })).toEqual(["distress 0.4"]);
    expect(felt(dreads, "lin", { consequences: [certain("rain", 1)] })).toEqual(["distress 0.4"]);
    expect(felt(dreads, "lin", { consequences: [certain("rain", 0)] })).toEqual(["joy 0.4"]);
  });

  it.each([
    {
      what: "wanted and comes true",
      cast: wants,
      end: 1,
      feelings: ["hope 0.32", "joy 0.08", "satisfaction 0.08"],
    },
    {
      what: "wanted and is refuted",
      cast: wants,
      end: 0,
      feelings: ["hope 0.32", "distress 0.72", "disappointment 0.72"],
    },
    {
      what: "dreaded and comes true",
      cast: dreads,
      end: 1,
      feelings: ["fear 0.32", "distress 0.08", "fears-confirmed 0.08"],
    },
    {
      what: "dreaded and is refuted",
      cast: dreads,
      end: 0,
      feelings: ["fear 0.32", "joy 0.72", "relief 0.72"],
    },
  ])("E2.3: tells what became of an expectation that is $what", ({ cast, end, feelings }) => {
    const to = (likelihood: number): Happening => ({
      consequences: [certain("play", likelihood), certain("rain", likelihood)],
    });
    expect(felt(cast, "lin", to(0.9), to(end))).toEqual(feelings);
  });

  it("E2.4: a goal that is settled stays so, unless it recurs", () => {
    const over = { consequences: [certain("play", 0)] };
    const again = { consequences: [certain("play", 1)] };
    expect(felt(wants, "lin", over, again)).toEqual(["distress 0.4"]);
    const warm = makeCast([
      { id: "lin", goals: { play: { utility: 0.8, likelihood: 0.5, recurring: true } } },
    ]);
    expect(felt(warm, "lin", over, again)).toEqual(["distress 0.4", "joy 0.8"]);
  });
});

describe("E3 beliefs", () => {
  const cast = makeCast([{ id: "lin", goals: { play: 1 } }]);
  const bus = (likelihood: number, weight = 0.6): Happening => ({
    consequences: [{ kind: "belief", belief: "the bus comes", likelihood, bearsOn: { play: weight } }],
  });
  const likelihoodAfter = (...happenings: readonly Happening[]): number | undefined =>
    happenings.reduce(appraise, cast)["lin"]?.goals["play"]?.likelihood;

  it("E3.1: a refuted belief speaks as much against a goal as a confirmed one speaks for it", () => {
    expect(likelihoodAfter(bus(1))).toBeCloseTo(0.8);
    expect(likelihoodAfter(bus(0))).toBeCloseTo(0.2);
    expect(likelihoodAfter(bus(0.5))).toBe(0.5);
    expect(felt(cast, "lin", bus(1))).toEqual(["hope 0.3"]);
    expect(felt(cast, "lin", bus(0))).toEqual(["fear 0.3"]);
  });

  it("E3.2: hearing of a belief again replaces what it counted", () => {
    expect(likelihoodAfter(bus(1), bus(1), bus(0.75))).toBeCloseTo(0.65);
    expect(likelihoodAfter(bus(1), bus(0.5))).toBeCloseTo(0.5);
  });

  it("E3.3: however much evidence there is, only what is certain and decisive settles a goal", () => {
    const many = Array.from({ length: 5 }, (_, index): Happening => ({
      consequences: [{ kind: "belief", belief: `sign ${index}`, likelihood: 1, bearsOn: { play: 0.9 } }],
    }));
    expect(likelihoodAfter(...many)).toBe(0.99);
    expect(likelihoodAfter(bus(1, 1))).toBe(1);
    expect(likelihoodAfter(bus(0, 1))).toBe(0);
    expect(likelihoodAfter(bus(0, -1))).toBe(1);
  });

  it("E3.4: a refuted belief that had been held disappoints, and of a danger it relieves", () => {
    expect(felt(cast, "lin", bus(0.9, 1), bus(0, 1)).slice(1)).toEqual([
      "distress 0.9",
      "disappointment 0.9",
    ]);
    const afraid = makeCast([{ id: "lin", goals: { play: -1 } }]);
    expect(felt(afraid, "lin", bus(0.9, 1), bus(0, 1)).slice(1)).toEqual(["joy 0.9", "relief 0.9"]);
  });
});

describe("E4 others, deeds and things", () => {
  const cast = makeCast([
    { id: "lin", goals: { play: 1 } },
    { id: "friend", relations: { lin: 0.5 } },
    { id: "rival", relations: { lin: -0.5 } },
    { id: "stranger" },
  ]);
  const good: Happening = { consequences: [certain("play", 0.9)] };
  const bad: Happening = { consequences: [certain("play", 0.1)] };

  it("E4.1: somebody's luck is felt by those who like or dislike them, and by nobody else", () => {
    expect(felt(cast, "friend", good)).toEqual(["happy-for 0.2 > lin"]);
    expect(felt(cast, "friend", bad)).toEqual(["pity 0.2 > lin"]);
    expect(felt(cast, "rival", good)).toEqual(["resentment 0.2 > lin"]);
    expect(felt(cast, "rival", bad)).toEqual(["gloating 0.2 > lin"]);
    expect(felt(cast, "stranger", good)).toEqual([]);
  });

  it("E4.2: a deed earns thanks or anger, and is felt by who did it", () => {
    expect(felt(cast, "lin", { ...good, by: "friend" })).toEqual(["hope 0.4", "gratitude 0.4 > friend"]);
    expect(felt(cast, "friend", { ...good, by: "friend" })).toEqual([
      "happy-for 0.2 > lin",
      "gratification 0.2 > lin",
    ]);
    expect(felt(cast, "friend", { ...bad, by: "friend" })).toEqual(["pity 0.2 > lin", "remorse 0.2 > lin"]);
    expect(felt(cast, "lin", { ...bad, by: "rival" })).toEqual(["fear 0.4", "anger 0.4 > rival"]);
    expect(felt(cast, "rival", { ...bad, by: "rival" })).toEqual(["gloating 0.2 > lin"]);
  });

  it("E4.3: harm that came of a deed one approves of makes sad, not angry", () => {
    const honest: Happening = { ...bad, by: "friend", approval: 0.6 };
    expect(felt(cast, "lin", honest)).toEqual(["fear 0.4", "admiration 0.6 > friend"]);
    expect(felt(cast, "friend", honest)).toEqual(["pity 0.2 > lin", "pride 0.6"]);
    const mean: Happening = { ...bad, by: "friend", approval: -0.6 };
    expect(felt(cast, "lin", mean)).toEqual(["fear 0.4", "anger 0.4 > friend", "reproach 0.6 > friend"]);
    expect(felt(cast, "friend", mean)).toEqual(["pity 0.2 > lin", "remorse 0.2 > lin", "shame 0.6"]);
  });

  it("E4.4: a thing is loved or hated where it is known, and else interesting or disgusting", () => {
    const violin: Happening = { object: { id: "violin", appeal: 0.7 } };
    const known = makeCast([{ id: "lin", attitudes: { violin: 0.9 } }, { id: "pim" }]);
    expect(felt(known, "lin", violin)).toEqual(["love 0.9 > violin"]);
    expect(felt(known, "pim", violin)).toEqual(["interest 0.7 > violin"]);
    expect(felt(known, "pim", { object: { id: "mud", appeal: -0.3 } })).toEqual(["disgust 0.3 > mud"]);
  });

  it("E4.5: who does not learn of it changes nothing, and nobody feels for them", () => {
    const secret: Happening = { ...good, seenBy: ["friend", "rival"] };
    for (const id of ["lin", "friend", "rival"]) expect(felt(cast, id, secret)).toEqual([]);
  });

  it("E4.6: emotions towards somebody move the relation, as far as the temper allows, never past its end", () => {
    const warm = makeCast([{ id: "lin", goals: { play: 1 }, temper: { bonding: 0.5 } }]);
    const helped = appraise(warm, { ...good, by: "friend" })["lin"];
    expect(helped?.relations["friend"]).toBeCloseTo(0.2);
    const fixed = appraise(cast, { ...good, by: "friend" })["lin"];
    expect(fixed?.relations).toEqual({});
  });
});

/** Any character with feelings in it. */
const characters: fc.Arbitrary<Character> = fc
  .record({
    emotions: fc.array(
      fc.record({
        kind: fc.constantFrom(...EMOTION_KINDS),
        amount: fc.double({ min: 0.001, max: 3, noNaN: true }),
      }),
      { maxLength: 8 },
    ),
    mood: fc.record({ pleasure: axis(), arousal: axis(), dominance: axis() }),
    personality: fc.record({
      openness: axis(),
      conscientiousness: axis(),
      extraversion: axis(),
      agreeableness: axis(),
      neuroticism: axis(),
    }),
    temper: fc.record({
      emotionHalfLifeMs: fc.integer({ min: 500, max: 120_000 }),
      moodHalfLifeMs: fc.integer({ min: 500, max: 1_200_000 }),
      bonding: fc.constant(0),
    }),
  })
  .map((fields) => makeCharacter({ id: "anybody", ...fields }));

function axis(): fc.Arbitrary<number> {
  // JSON has no -0.
  return fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0);
}

function nearly(a: Character, b: Character): void {
  expect(a.emotions.length).toBe(b.emotions.length);
  for (const [index, { amount }] of a.emotions.entries()) {
    expect(amount).toBeCloseTo(b.emotions[index]?.amount ?? Number.NaN, 8);
  }
  for (const key of ["pleasure", "arousal", "dominance"] as const) {
    expect(a.mood[key]).toBeCloseTo(b.mood[key], 8);
  }
}

describe("E5 time", () => {
  it("E5.1: one step of 10 s is 100 steps of 0.1 s, for whoever it is", () => {
    fc.assert(
      fc.property(characters, (character) => {
        let stepped = character;
        for (let step = 0; step < 100; step += 1) stepped = passTime(stepped, 100);
        nearly(stepped, passTime(character, 10_000));
      }),
      { numRuns: 300 },
    );
  });

  it("E5.2: is also cut anywhere, and holds where both half-lives are equal", () => {
    fc.assert(
      fc.property(characters, fc.nat(60_000), fc.nat(60_000), (character, first, second) => {
        nearly(passTime(passTime(character, first), second), passTime(character, first + second));
      }),
    );
    const equal = makeCharacter({
      id: "x",
      emotions: [{ kind: "joy", amount: 1 }],
      temper: { emotionHalfLifeMs: 1000, moodHalfLifeMs: 1000 },
    });
    // dM/dt = m (e^-mt P - M) from 0 is M = m t e^-mt P; after one half-life ln 2 / 2 of joy's 0.4.
    expect(passTime(equal, 1000).mood.pleasure).toBeCloseTo((Math.LN2 / 2) * 0.4, 12);
  });

  it("E5.3: halves an emotion every half-life, and brings the mood home", () => {
    const calm = {
      openness: 0,
      conscientiousness: 0,
      extraversion: 0,
      agreeableness: 0.5,
      neuroticism: -0.5,
    };
    const sad = makeCharacter({
      id: "x",
      personality: calm,
      emotions: [{ kind: "distress", amount: 0.8 }],
      mood: { pleasure: -0.9, arousal: 0.9, dominance: -0.9 },
    });
    expect(passTime(sad, 30_000).emotions[0]?.amount).toBeCloseTo(0.2);
    const later = passTime(sad, 24 * 3_600_000);
    expect(later.emotions).toEqual([]);
    expect(later.mood.pleasure).toBeCloseTo(defaultMood(calm).pleasure, 6);
  });

  it("E5.4: no time is no change, and time does not run backwards", () => {
    const character = makeCharacter({ id: "x" });
    expect(passTime(character, 0)).toBe(character);
    expect(() => passTime(character, -1)).toThrow(RangeError);
    expect(() => passTime(character, Number.NaN)).toThrow(RangeError);
  });
});

describe("E6 the cast as data", () => {
  const happenings: fc.Arbitrary<Happening> = fc.record(
    {
      consequences: fc.array(
        fc.oneof(
          fc.record({
            kind: fc.constant("goal" as const),
            goal: fc.constantFrom("a", "b", "none"),
            likelihood: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
          }),
          fc.record({
            kind: fc.constant("belief" as const),
            belief: fc.constantFrom("p", "q"),
            likelihood: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
            bearsOn: fc.record({ a: axis(), b: axis() }, { requiredKeys: [] }),
          }),
        ),
        { maxLength: 3 },
      ),
      by: fc.constantFrom("x", "y", "z", "nobody"),
      approval: axis(),
      object: fc.record({ id: fc.constantFrom("thing", "place"), appeal: axis() }),
      seenBy: fc.subarray(["x", "y", "z"]),
    },
    { requiredKeys: [] },
  );
  const start = makeCast([
    { id: "x", goals: { a: 0.9, b: -0.4 }, relations: { y: 0.7, z: -0.7 }, temper: { bonding: 0.3 } },
    { id: "y", goals: { a: { utility: -1, likelihood: 0.9, recurring: true } }, relations: { x: 0.2 } },
    { id: "z", relations: { x: -1, y: 1 }, attitudes: { place: -0.5 } },
  ]);
  const histories = fc.array(fc.tuple(happenings, fc.nat(20_000)), { maxLength: 30 });
  const play = (cast: Cast, history: readonly (readonly [Happening, number])[]): Cast =>
    history.reduce((now, [happening, wait]) => appraise(passTimeForAll(now, wait), happening), cast);

  it("E6.1: is the same after a trip through JSON, and goes on the same from there", () => {
    fc.assert(
      fc.property(histories, histories, (before, after) => {
        const now = play(start, before);
        // The cast is safe: it is what was just written.
        const stored = JSON.parse(JSON.stringify(now)) as Cast;
        expect(stored).toEqual(now);
        expect(play(stored, after)).toEqual(play(now, after));
      }),
      { numRuns: 200 },
    );
  });

  it("E6.2: stays within its ranges, whatever happens", () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const character of Object.values(play(start, history))) {
          for (const { likelihood } of Object.values(character.goals)) {
            expect(likelihood).toBeGreaterThanOrEqual(0);
            expect(likelihood).toBeLessThanOrEqual(1);
          }
          for (const liking of Object.values(character.relations))
            expect(Math.abs(liking)).toBeLessThanOrEqual(1);
          const { pad, emotions } = expressionOf(character);
          for (const value of Object.values(pad) as number[]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
          for (const { intensity } of emotions) expect(intensity).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("E6.3: refuses two characters of one name, and numbers out of range, by name", () => {
    expect(() => makeCast([{ id: "x" }, { id: "x" }])).toThrow(/"x" twice/u);
    expect(() => makeCharacter({ id: "x", goals: { a: 2 } })).toThrow(
      /utility of a of x in \[-1, 1\]; it got 2/u,
    );
    expect(() => makeCharacter({ id: "x", relations: { y: Number.NaN } })).toThrow(RangeError);
    expect(() => makeCharacter({ id: "x", temper: { moodHalfLifeMs: 0 } })).toThrow(/half-lives/u);
  });
});
