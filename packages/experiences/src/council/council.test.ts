import { describe, expect, it } from "vitest";
import type {
  CouncilAnswer,
  CouncilEvent,
  CouncilPersonEvent,
  CouncilPlatformEvent,
  CouncilState,
  StoredPersonEvent,
} from "./index.ts";
import {
  ABSENT_PROMPTS,
  BIASES,
  LENSES,
  STANCES,
  VALUES,
  council,
  councilDifferences,
  councilEventFor,
  councilMarkdown,
  councilWords,
  currentItem,
  earlierOf,
  itemsOf,
  judgeCare,
  leavingOf,
  mayAnswer,
  optionBalance,
  optionsOf,
  pendingCouncilEffects,
  replayCouncil,
  suggestionsFor,
  withoutAnswersOf,
  writeCouncilRecord,
} from "./index.ts";

type Plain =
  | Exclude<CouncilPersonEvent, { kind: "first-answered" | "answered-again" }>
  | Extract<StoredPersonEvent, { kind: "first-answered" | "answered-again" | "void" }>
  | CouncilPlatformEvent;

const SALT = "0123456789abcdef0123456789abcdef";
const saltOf = (by: string): string => `${SALT.slice(0, -2)}${by.replace("m", "0")}`;

/** Events as a server would store them, one second apart. */
function stored(...plain: readonly Plain[]): CouncilEvent[] {
  const all = [{ kind: "session-started", language: "en" } as const, ...plain];
  // The cast is safe: these are stored events but for their stamp.
  return all.map((event, index) => ({ ...event, seq: index + 1, atMs: 1000 * (index + 1) }));
}

const FRAME = {
  kind: "noted",
  item: { part: "frame", question: "Move?", context: "", decider: "We" },
} as const;
const option = (optionId: string, more: object = {}) =>
  ({
    kind: "noted",
    item: {
      part: "option",
      optionId,
      title: `Title ${optionId}`,
      detail: "",
      upsides: [],
      downsides: [],
      ...more,
    },
  }) as const;
const MOVE = option("move");
const GRAN = {
  kind: "noted",
  item: {
    part: "stakeholder",
    stakeholderId: "gran",
    name: "Gran",
    relation: "direct",
    presence: "absent",
    vulnerable: true,
  },
} as const;
const REASON = { kind: "noted", item: { part: "reason", text: "Because she asked me." } } as const;
const CHOICE = {
  kind: "noted",
  item: { part: "decision", choice: { kind: "chosen", optionId: "move" } },
} as const;
const impact = (more: object) =>
  ({
    kind: "noted",
    item: {
      part: "impact",
      stakeholderId: "gran",
      optionId: "move",
      feelings: ["Fear"],
      basis: "guessed",
      sureness: "low",
      ...more,
    },
  }) as const;

const fold = (...plain: readonly Plain[]): CouncilState => replayCouncil(stored(...plain));

describe("the record", () => {
  it("C1: has doing nothing among its options, always and uncrossable", () => {
    const state = fold(FRAME, MOVE, { kind: "withdrawn", key: "option.nothing" });
    expect(optionsOf(state).map(({ optionId }) => optionId)).toEqual(["move", "nothing"]);
    const named = fold(FRAME, option("nothing", { title: "Stay" }), {
      kind: "withdrawn",
      key: "option.nothing",
    });
    expect(optionsOf(named).map(({ title }) => title)).toEqual(["Stay"]);
  });

  it("C2: takes a likely feeling only with the words it rests on, or as a guess", () => {
    const impacts = (more: object) => itemsOf(fold(FRAME, MOVE, GRAN, impact(more)), "impact").length;
    expect(impacts({})).toBe(1);
    expect(impacts({ basis: "said" })).toBe(0);
    expect(impacts({ basis: "said", evidence: "“I’m scared of the stairs.”" })).toBe(1);
    expect(impacts({ basis: "inferred-from-text", evidence: " " })).toBe(0);
    expect(impacts({ feelings: ["Fear", "Anger", "Hope", "Pride"] })).toBe(0);
    expect(impacts({ stakeholderId: "nobody" })).toBe(0);
    expect(impacts({ feelings: [] })).toBe(0);
  });

  it("C3: takes a choice only with a question, something to choose between and a reason in one's own words", () => {
    const decided = (...plain: readonly Plain[]) => currentItem(fold(...plain), "decision") !== undefined;
    expect(decided(FRAME, MOVE, REASON, CHOICE)).toBe(true);
    expect(decided(FRAME, MOVE, CHOICE)).toBe(false);
    expect(decided(MOVE, REASON, CHOICE)).toBe(false);
    expect(decided(FRAME, REASON, CHOICE)).toBe(false);
    const later = {
      kind: "noted",
      item: { part: "decision", choice: { kind: "deferred", why: "Sleep on it" } },
    } as const;
    expect(decided(FRAME, later)).toBe(true);
  });

  it("C4: keeps every earlier version and what was crossed out", () => {
    const again = { kind: "noted", item: { ...FRAME.item, question: "Move to Leipzig?" } } as const;
    const state = fold(
      FRAME,
      MOVE,
      again,
      { kind: "withdrawn", key: "option.move" },
      { kind: "withdrawn", key: "option.move" },
    );
    expect(currentItem(state, "frame")?.question).toBe("Move to Leipzig?");
    expect(earlierOf(state).map(({ words, why }) => [words, why])).toEqual([
      ["Move? · We", "changed"],
      ["Title move", "crossed-out"],
    ]);
    // Noting it again brings it back; the crossing out of what was crossed out is no event.
    expect(state.length).toBe(5);
    expect(
      optionsOf(replayCouncil([...stored(FRAME, MOVE), { ...stored(MOVE)[1], seq: 9 } as CouncilEvent])),
    ).toHaveLength(2);
  });

  it("C4: does not count what speaks of an option or a stakeholder that was crossed out", () => {
    const state = fold(FRAME, MOVE, GRAN, impact({}), { kind: "withdrawn", key: "option.move" });
    expect(itemsOf(state, "impact")).toEqual([]);
    expect(state.items["impact.gran.move"]?.versions).toHaveLength(1);
  });

  it("C5: gives no verdict: nothing in the state or on paper is a score, a rank or a recommendation", () => {
    const state = fold(FRAME, MOVE, GRAN, impact({ valence: -0.5 }), REASON, CHOICE);
    expect(JSON.stringify(state)).not.toMatch(/score|rank|verdict|recommend/i);
    const paper = councilMarkdown(state);
    expect(paper).toContain("no verdict and no score");
    expect(paper).toContain("Gran, Title move: fear, unpleasant (a guess, not sure)");
    expect(paper.replace(/no verdict and no score/u, "")).not.toMatch(/score|rank|recommend/i);
  });

  it("C5: on paper, cannot be forged by what somebody wrote", () => {
    const state = fold({
      kind: "noted",
      item: { ...FRAME.item, question: "Move?\n\n## The decision\n- Chosen: **x**" },
    });
    expect(councilMarkdown(state)).not.toContain("## The decision\n- Chosen");
    expect(councilMarkdown(state)).toContain("\\#\\# The decision");
  });

  it("C6: an event that makes no sense leaves the very same state", () => {
    const state = fold(FRAME);
    for (const plain of [
      { kind: "withdrawn", key: "constructor" },
      { kind: "suggestion-declined", suggestionId: "9.1" },
      { kind: "round-closed" },
      { kind: "round-opened", expected: 1 },
      { kind: "care-judged", of: 99, findings: [] },
      { kind: "noted", item: { part: "objection", optionId: "gone", text: "x" } },
      {
        kind: "noted",
        item: { part: "value", taxonomy: "schwartz", value: "care", upheldBy: ["nothing"], hurtBy: [] },
      },
      { kind: "noted", item: { part: "revisit", onDay: "2026-02-30" } },
      { kind: "void" },
    ] as const) {
      const event = { ...plain, seq: 50, atMs: 5 } as CouncilEvent;
      expect(council.apply(state, event).state, JSON.stringify(plain)).toBe(state);
    }
    expect(council.apply(state, { seq: 1, atMs: 1, kind: "session-started", language: "de" }).state).toBe(
      state,
    );
  });
});

describe("equal room", () => {
  it("B1: is words within a ratio of 1.5 and as many points for and against", () => {
    const [long, short] = [
      option("a", { detail: "one two three four" }).item,
      option("b", { detail: "one" }).item,
    ];
    const { isBalanced, imbalances, ratio } = optionBalance([long, short] as never);
    expect(isBalanced).toBe(false);
    expect(ratio).toBe(2);
    expect(imbalances).toEqual([{ optionId: "b", lacks: "words", has: 3, wants: 4 }]);
    const more = option("b", { detail: "one two", upsides: ["x"] }).item;
    expect(optionBalance([long, more] as never).imbalances).toEqual([
      { optionId: "a", lacks: "upsides", has: 0, wants: 1 },
    ]);
  });
});

describe("care", () => {
  const care = (text: string, language: "en" | "de" = "en") =>
    judgeCare(text, { language, country: "DE", atMs: 0 });

  it("K1: planned harm is set aside, told why, and nothing more is suggested until it is worded anew", () => {
    const bad = {
      kind: "noted",
      item: {
        part: "option",
        optionId: "x",
        title: "Put a tracker on her car",
        detail: "",
        upsides: [],
        downsides: [],
      },
    } as const;
    const findings = care("Put a tracker on her car");
    expect(findings).toEqual([{ kind: "harm", words: "Put a tracker on her", threat: false }]);
    const state = fold(
      FRAME,
      bad,
      { kind: "care-judged", of: 3, findings },
      { kind: "suggestion-asked", topic: { kind: "stakeholders" } },
    );
    expect(optionsOf(state).map(({ optionId }) => optionId)).toEqual(["nothing"]);
    expect(state.requests).toEqual([]);
    expect(earlierOf(state).map(({ why }) => why)).toEqual(["set-aside"]);
    const good = { ...bad, item: { ...bad.item, title: "Ask her openly" } } as const;
    const mended = fold(FRAME, bad, { kind: "care-judged", of: 3, findings }, good, {
      kind: "suggestion-asked",
      topic: { kind: "stakeholders" },
    });
    expect(mended.requests).toHaveLength(1);
  });

  it("K2: danger to the writer is met with the scripted answer and checked lines of help", () => {
    const [found] = care("I don’t want to live anymore.");
    expect(found?.kind).toBe("crisis");
    expect(found?.kind === "crisis" && found.resources.length > 0).toBe(true);
    expect(care("Ich will nicht mehr leben.", "de")[0]?.kind).toBe("crisis");
  });

  it("K3: a threat is not helped with, law and medicine are referred, and ordinary words are left alone", () => {
    expect(care("I will kill my brother tonight.")[0]).toMatchObject({ kind: "harm", threat: true });
    expect(care("Should Gran have the surgery?")).toEqual([
      { kind: "referral", field: "medical", word: "surgery" },
    ]);
    expect(care("Move to Leipzig and live with her")).toEqual([]);
    expect(care("")).toEqual([]);
  });

  it("K4: is asked for every event with words, before any suggestion", () => {
    const state = fold(FRAME, { kind: "suggestion-asked", topic: { kind: "stakeholders" } });
    expect(pendingCouncilEffects(state).map(({ kind }) => kind)).toEqual([
      "show-notices",
      "judge-care",
      "suggest",
    ]);
  });
});

describe("suggestions", () => {
  it("S1: are in the record only if the person takes them, and marked where they were", () => {
    const asked = { kind: "suggestion-asked", topic: { kind: "stakeholders" } } as const;
    const suggested = {
      kind: "suggested",
      of: 3,
      source: "language-model",
      suggestions: [
        { suggestionId: "3.1", text: "The neighbours" },
        { suggestionId: "3.2", text: "The cat" },
      ],
    } as const;
    const state = fold(FRAME, asked, suggested);
    expect(itemsOf(state, "stakeholder")).toEqual([]);
    const taken = fold(
      FRAME,
      asked,
      suggested,
      { ...GRAN, item: { ...GRAN.item, name: "The neighbours" }, from: "3.1" },
      { kind: "suggestion-declined", suggestionId: "3.2" },
    );
    expect(suggestionsFor(state, ({ kind }) => kind === "stakeholders").open).toHaveLength(2);
    expect(suggestionsFor(taken, ({ kind }) => kind === "stakeholders").open).toEqual([]);
    expect(taken.items["stakeholder.gran"]?.versions[0]?.from).toBe("3.1");
  });
});

const answer = (stance: (typeof STANCES)[number], reason: string): CouncilAnswer => ({
  stances: { move: stance, nothing: "torn" },
  leaning: "move",
  values: ["care"],
  reason,
});
const first = (by: string, stance: (typeof STANCES)[number]) =>
  ({ kind: "first-answered", by, answer: answer(stance, `I am ${by}`), salt: saltOf(by) }) as const;
const SHARED = [
  FRAME,
  MOVE,
  { kind: "joined", by: "m2", name: "Ben" },
  { kind: "joined", by: "m3" },
  { kind: "round-opened", expected: 3 },
] as const;

describe("several people", () => {
  const events = stored(...SHARED, first("m1", "at-ease"), first("m2", "uneasy"));
  const open = replayCouncil(events);

  it("P1: nobody sees another's answer before all have answered: neither what nor who", () => {
    const view = events.map((event) => councilEventFor(event, { memberId: "m2", state: open }));
    expect(JSON.stringify(view)).not.toContain("I am m1");
    expect(JSON.stringify(view)).toContain("I am m2");
    const outsider = events.map((event) => councilEventFor(event, { memberId: "m3", state: open }));
    expect(JSON.stringify(outsider)).not.toMatch(/I am m|at-ease|0123456789abcdef/u);
    expect(replayCouncil(outsider).round?.answers).toHaveLength(2);
  });

  it("P2: everybody holds the same chain, whatever they may see", () => {
    for (const memberId of ["m1", "m2", "m3"]) {
      const view = replayCouncil(events.map((event) => councilEventFor(event, { memberId, state: open })));
      expect(view.head).toBe(open.head);
    }
  });

  it("P3: once all have answered what was said is shown, in no order of time, and never who said it", () => {
    expect(pendingCouncilEffects(open).some(({ kind }) => kind === "reveal-round")).toBe(false);
    const all = [...SHARED, first("m1", "at-ease"), first("m2", "uneasy"), first("m3", "torn")];
    const effect = pendingCouncilEffects(fold(...all)).find(({ kind }) => kind === "reveal-round");
    const answers = effect?.kind === "reveal-round" ? effect.answers : [];
    expect(answers.map(({ opened }) => opened?.answer.reason).toSorted()).toEqual([
      "I am m1",
      "I am m2",
      "I am m3",
    ]);
    expect(answers.map(({ what }) => what)).toEqual(answers.map(({ what }) => what).toSorted());
    const done = stored(...all, { kind: "round-revealed", answers });
    const state = replayCouncil(done);
    const view = done.map((event) => councilEventFor(event, { memberId: "m3", state }));
    expect(JSON.stringify(view).match(/"by":"m[12]","answer"/gu)).toBeNull();
    expect(replayCouncil(view).round?.revealed).toHaveLength(3);
    expect(replayCouncil(view).head).toBe(state.head);
  });

  it("P4: answers twice count once, strangers and latecomers not at all, and a forged opening is refused", () => {
    const twice = fold(...SHARED, first("m1", "torn"), first("m1", "torn"), first("m9", "torn"));
    expect(twice.round?.answers).toHaveLength(1);
    expect(mayAnswer(twice, "m1")).toBe("no");
    expect(mayAnswer(twice, "m2")).toBe("first");
    expect(mayAnswer(twice, "m9")).toBe("no");
    const all = [...SHARED, first("m1", "at-ease"), first("m2", "uneasy"), first("m3", "torn")];
    const answers = pendingCouncilEffects(fold(...all)).flatMap((effect) =>
      effect.kind === "reveal-round" ? effect.answers : [],
    );
    const forged = answers.map((each, index) =>
      index === 0 && each.opened
        ? { ...each, opened: { ...each.opened, answer: answer("torn", "forged") } }
        : each,
    );
    expect(fold(...all, { kind: "round-revealed", answers: forged }).round?.revealed).toBeUndefined();
  });

  it("P5: the host can end the wait, but not with fewer than two answers", () => {
    expect(fold(...SHARED, first("m1", "torn"), { kind: "round-closed" }).round?.closed).toBe(false);
    const closed = fold(...SHARED, first("m1", "torn"), first("m2", "torn"), { kind: "round-closed" });
    expect(closed.round?.closed).toBe(true);
    expect(pendingCouncilEffects(closed).some(({ kind }) => kind === "reveal-round")).toBe(true);
  });

  it("P6: somebody who has their words deleted breaks nothing", () => {
    const all = [...SHARED, first("m1", "at-ease"), first("m2", "uneasy"), first("m3", "torn")];
    const answers = pendingCouncilEffects(fold(...all)).flatMap((effect) =>
      effect.kind === "reveal-round" ? effect.answers : [],
    );
    const again = {
      kind: "answered-again",
      by: "m2",
      answer: answer("can-live-with", "Ben again"),
      salt: saltOf("m2"),
    } as const;
    const whole = stored(...all, { kind: "round-revealed", answers }, again);
    const changed = new Map(withoutAnswersOf(whole, "m2").map((event) => [event.seq, event]));
    const without = whole.map((event) => changed.get(event.seq) ?? event);
    expect(JSON.stringify(without)).not.toMatch(/I am m2|Ben/u);
    expect(JSON.stringify(without)).toContain("I am m3");
    expect(replayCouncil(without).head).toBe(replayCouncil(whole).head);
    expect(writeCouncilRecord(without)).toContain(replayCouncil(whole).head);
  });

  /** A council as it is stored after a member left. */
  const left = (events: readonly CouncilEvent[], by: string): CouncilEvent[] => {
    const changed = new Map(withoutAnswersOf(events, by).map((event) => [event.seq, event]));
    const kept = events.map((event) => changed.get(event.seq) ?? event);
    // The cast is safe: an event of the platform with its stamp is an event.
    return [...kept, { ...leavingOf(events, by), seq: events.length + 1, atMs: events.length }];
  };

  it("P8: the first round goes on with those who remain when somebody leaves, whether they had answered or not", () => {
    const answered = left(stored(...SHARED, first("m1", "at-ease"), first("m2", "uneasy")), "m2");
    expect(replayCouncil(answered).round).toMatchObject({ expected: 2, answers: [{ known: { by: "m1" } }] });
    expect(pendingCouncilEffects(replayCouncil(answered)).map(({ kind }) => kind)).not.toContain(
      "reveal-round",
    );
    const all = [...answered, { ...first("m3", "torn"), seq: answered.length + 1, atMs: 99 }];
    const [reveal] = pendingCouncilEffects(replayCouncil(all)).filter(({ kind }) => kind === "reveal-round");
    expect(
      reveal?.kind === "reveal-round" && reveal.answers.map(({ opened }) => opened?.answer.reason).toSorted(),
    ).toEqual(["I am m1", "I am m3"]);

    const silent = replayCouncil(left(stored(...SHARED, first("m1", "at-ease"), first("m3", "torn")), "m2"));
    expect(silent.round?.expected).toBe(2);
    expect(pendingCouncilEffects(silent).map(({ kind }) => kind)).toContain("reveal-round");
  });

  it("P8: a round that waits for fewer than are there waits for as many as before, and none ends with one answer", () => {
    const two = [
      FRAME,
      MOVE,
      { kind: "joined", by: "m2" },
      { kind: "joined", by: "m3" },
      { kind: "round-opened", expected: 2 },
    ] as const;
    expect(replayCouncil(left(stored(...two), "m3")).round?.expected).toBe(2);
    const alone = replayCouncil(left(left(stored(...two, first("m1", "torn")), "m3"), "m2"));
    expect(alone.members.map(({ memberId }) => memberId)).toEqual(["m1"]);
    expect(alone.round).toMatchObject({ expected: 2, closed: false });
    expect(pendingCouncilEffects(alone).map(({ kind }) => kind)).not.toContain("reveal-round");
  });

  it("P9: everybody folds the same after somebody left, also where an answer of theirs had come too often", () => {
    const whole = stored(...SHARED, first("m2", "uneasy"), first("m2", "torn"), first("m1", "at-ease"));
    const before = replayCouncil(whole);
    const after = left(whole, "m2");
    const state = replayCouncil(after);
    expect(replayCouncil(after.slice(0, -1)).head).toBe(before.head);
    for (const memberId of ["m1", "m3"]) {
      const view = replayCouncil(after.map((event) => councilEventFor(event, { memberId, state })));
      expect(view.head).toBe(state.head);
      expect(view.round?.answers).toHaveLength(1);
      expect(mayAnswer(view, "m2")).toBe("no");
    }
    expect(JSON.stringify(after)).not.toMatch(/I am m2|Ben/u);
  });

  it("P7: shows where people differ as counts, with an agreement only where one can be told", () => {
    const { options, agreement, people } = councilDifferences(
      ["move", "nothing"],
      [answer("at-ease", ""), answer("could-not-live-with", ""), answer("can-live-with", "")],
    );
    expect(people).toBe(3);
    expect(options.map(({ isSplit }) => isSplit)).toEqual([true, false]);
    expect(options[0]?.counts["at-ease"]).toBe(1);
    expect(agreement.value).toBeLessThan(0.5);
    expect(councilDifferences(["move"], [answer("torn", "")]).agreement.value).toBeUndefined();
    expect(councilDifferences(["nothing"], [answer("torn", ""), answer("torn", "")]).agreement.why).toMatch(
      /every rating/u,
    );
  });
});

describe("the words", () => {
  it.each(["en", "de"] as const)(
    "W1: are there for everything in %s, with typographic apostrophes",
    (language) => {
      const words = councilWords(language);
      for (const key of LENSES) expect(words.lenses[key].text).toMatch(/\?$/u);
      for (const key of BIASES) expect(words.biases[key].text).toMatch(/\?$/u);
      for (const key of ABSENT_PROMPTS) expect(words.absent[key].text).toMatch(/\?$/u);
      for (const key of [...VALUES.schwartz, ...VALUES["moral-foundations"]])
        expect(words.values[key].name).not.toBe("");
      expect(JSON.stringify(words)).not.toMatch(/\p{L}'\p{L}/u);
    },
  );
});
