import { abstain, makeEstimate } from "@openempathic/affect";
import type { CategoryId } from "@openempathic/affect";
import { Compiler, Story } from "inkjs/full";
import { describe, expect, it } from "vitest";
import { assertReplaysAnyHistory, replay, simulate } from "../testing/index.ts";
import type { Unstamped } from "../session/session-event.ts";
import { play } from "./play.ts";
import type { PlayEffect } from "./play.ts";
import type { PlayEvent } from "./play-event.ts";
import { brewOf, HOME_DIALS, maySpeak, spokenTurns } from "./play-state.ts";
import type { PlayState } from "./play-state.ts";
import { tellInk } from "./story/ink-turn.ts";
import { playEvents, playPerson } from "./testing/play-person.ts";
import { OUTCOMES } from "./tea/choices.ts";
import { GUESTS } from "./tea/guests.ts";
import { MOMENTS } from "./tea/night.ts";
import { teaInk } from "./tea/tea-ink.ts";
import german from "./tea/tea-words.de.json" with { type: "json" };
import english from "./tea/tea-words.en.json" with { type: "json" };
import { brewAt, scoreBrew, teaFor } from "./tea/brew.ts";
import { toneOf } from "./tea/tone.ts";

const START_MS = Date.UTC(2026, 10, 27, 20);
const source = { kind: "model", id: "by-hand", version: "1" } as const;

/** A session that is told events one by one, with seq and time filled in, ten seconds apart. */
class Told {
  state: PlayState = play.initial;
  readonly events: PlayEvent[] = [];

  constructor(...events: readonly Unstamped<PlayEvent>[]) {
    this.tell({ kind: "session-started", language: "en" });
    this.tell({ kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
    for (const event of events) this.tell(event);
  }

  /** @returns the names of the lines that it told, or their words */
  tell(event: Unstamped<PlayEvent>, laterMs = 10_000): readonly string[] {
    const atMs = (this.events.at(-1)?.atMs ?? START_MS) + laterMs;
    // The cast is safe: an event without its stamp, with a stamp.
    const stored = { ...event, seq: this.events.length + 1, atMs } as PlayEvent;
    this.events.push(stored);
    const told = this.state.night?.lines.length ?? 0;
    this.state = play.apply(this.state, stored).state;
    const lines = this.state.night?.lines.slice(told) ?? [];
    return lines.map((line) => ("key" in line ? line.key : line.text));
  }

  get effects(): readonly PlayEffect["kind"][] {
    return play.pendingEffects(this.state).map(({ kind }) => kind);
  }

  get seq(): number {
    return this.events.length;
  }

  /** Pours the cup of the moment, well or badly, with the tea that fits or not. */
  pour(well: boolean): void {
    const brew = brewOf(this.state);
    const guest = MOMENTS[this.state.night?.moment ?? 0]?.guest ?? "lin";
    const character = this.state.night?.cast[guest];
    const fits = character === undefined ? "mint" : teaFor(character);
    const tea = well ? fits : fits === "mint" ? "honey-milk" : "mint";
    this.tell({ kind: "cup-poured", tea, position: well ? (brew?.centre ?? 0) : 0 });
  }
}

const begun: Unstamped<PlayEvent> = { kind: "night-begun", teller: "house" };

/** Plays a whole night with these choices, every cup poured well or badly. */
function night(choices: readonly string[], well: boolean): Told {
  const session = new Told(begun);
  for (const choice of choices) {
    session.pour(well);
    session.tell({ kind: "chosen", choice });
  }
  return session;
}

function endOf({ state }: Told): readonly string[] {
  return (state.night?.lines ?? []).flatMap((line) =>
    line.kind === "told" && line.key.startsWith("end.") ? [line.key.slice(4)] : [],
  );
}

function sounds(category: CategoryId): Extract<PlayEvent, { kind: "estimated" }>["estimate"] {
  return makeEstimate({ modality: "text", likelihood: { [category]: 0.8 }, dimensions: {}, source });
}

const SAFE = { level: "none", about: null, reason: "Nothing points to harm." } as const;
const NO_RISK = { ...SAFE, safeAnswers: 0 };

/** Says something, and has it judged and perceived. */
function say(session: Told, text: string, category: CategoryId): number {
  session.tell({ kind: "message", text });
  const of = session.seq;
  session.tell({ kind: "risk-judged", of, judgement: SAFE, latch: NO_RISK });
  session.tell({ kind: "estimated", of, estimate: sounds(category) });
  return of;
}

describe("N1 the words of the night", () => {
  it("N1.1: are the same in both languages, key for key, and none is empty", () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
    for (const text of [...Object.values(german), ...Object.values(english)]) expect(text).not.toBe("");
  });

  it("N1.2: there are words for every choice, tone and guest, and an outcome for every choice", () => {
    for (const { id, choices } of MOMENTS) {
      for (const choice of choices) {
        expect(english).toHaveProperty([`${id}.${choice}`]);
        expect(OUTCOMES).toHaveProperty([`${id}.${choice}`]);
      }
    }
    for (const guest of GUESTS) {
      for (const tone of ["asks", "warm", "plain", "curt", "heavy"]) {
        expect(english).toHaveProperty([`said.${guest}.${tone}`]);
      }
    }
  });
});

describe("N2 how a night is played decides how it ends", () => {
  it("N2.1: with care for what each needs, the violin is known, mended and played", () => {
    const session = night(["tomorrow", "mend", "grandpa", "violin", "together", "play"], true);
    expect(endOf(session)).toEqual(["lin.plays", "bruno.needed", "pim.fine", "night.violin", "after"]);
  });

  it("N2.2: with cups that fail and praise that nobody asked for, it is a quiet night, and nobody is angry", () => {
    const session = night(["lovely", "hands", "only", "ask", "ask", "cup"], false);
    expect(endOf(session)).toEqual(["lin.leaves", "bruno.goes", "pim.sleepy", "night.rain", "after"]);
    for (const { emotions } of Object.values(session.state.night?.cast ?? {})) {
      expect(emotions.map(({ kind }) => kind)).not.toContain("anger");
    }
  });

  it("N2.3: the same choice goes differently with another history", () => {
    const trusted = new Told(begun);
    trusted.pour(true);
    expect(trusted.tell({ kind: "chosen", choice: "lovely" })).toContain("lin-arrives.lovely.trusted");
    const doubted = new Told(begun);
    doubted.pour(false);
    expect(doubted.tell({ kind: "chosen", choice: "lovely" })).toContain("lin-arrives.lovely.doubted");
  });

  it("N2.4: words change it too: a warm one wins Lin’s trust where a bad cup had not", () => {
    const session = new Told(begun);
    session.pour(false);
    const of = say(session, "I am so glad you made it here", "Affection");
    expect(session.tell({ kind: "guest-answered", of })).toEqual(["said.lin.warm"]);
    expect(session.tell({ kind: "chosen", choice: "lovely" })).toContain("lin-arrives.lovely.trusted");
  });
});

describe("N3 the cup", () => {
  it("N3.1: scores 1 in the middle, 0.8 at the edge of the right time, and 0 far from it", () => {
    const brew = { durationMs: 5000, centre: 0.6, width: 0.2, gusts: 0 };
    expect(scoreBrew(brew, 0.6)).toBe(1);
    expect(scoreBrew(brew, 0.7)).toBeCloseTo(0.8);
    expect(scoreBrew(brew, 0.5)).toBeCloseTo(0.8);
    expect(scoreBrew(brew, 0.1)).toBe(0);
  });

  it("N3.2: a harder, faster, tenser game has less time, sooner, and more wind", () => {
    const easy = brewAt({ difficulty: 0.1, pace: 0.2, tension: 0.2 }, 0);
    const hard = brewAt({ difficulty: 0.9, pace: 0.8, tension: 0.8 }, 0);
    expect(hard.width).toBeLessThan(easy.width);
    expect(hard.durationMs).toBeLessThan(easy.durationMs);
    expect([easy.gusts, hard.gusts > 0]).toEqual([0, true]);
  });

  it("N3.3: cups that go well make the next one harder; off means as written", () => {
    const session = new Told(begun);
    session.pour(true);
    session.tell({ kind: "chosen", choice: "tomorrow" });
    session.pour(true);
    expect(session.state.pacing.dials.difficulty).toBeGreaterThan(HOME_DIALS.difficulty);
    session.tell({ kind: "adapting-switched", on: false });
    expect(session.state.pacing.dials).toEqual(HOME_DIALS);
  });

  it("N3.4: is the same pot after a reload, and another one in the next moment", () => {
    const session = new Told(begun);
    const brew = brewOf(session.state);
    expect(brewOf(replay(play, session.events))).toEqual(brew);
    session.pour(true);
    expect(brewOf(session.state)).toBeUndefined();
    session.tell({ kind: "chosen", choice: "bus" });
    expect(brewOf(session.state)?.centre).not.toBe(brew?.centre);
  });
});

describe("N4 what is said", () => {
  it("N4.1: is judged first, then perceived, then answered", () => {
    const session = new Told(begun);
    session.pour(true);
    expect(session.tell({ kind: "message", text: "What do you hope for?" })).toEqual([
      "What do you hope for?",
    ]);
    const of = session.seq;
    expect(session.effects).toEqual(["judge-risk"]);
    session.tell({ kind: "risk-judged", of, judgement: SAFE, latch: NO_RISK });
    expect(session.effects).toEqual(["perceive"]);
    session.tell({ kind: "estimated", of, estimate: sounds("Interest") });
    expect(session.effects).toEqual(["answer-as-guest"]);
    expect(session.tell({ kind: "guest-answered", of, text: "To be heard." })).toEqual(["To be heard."]);
    expect(session.effects).toEqual([]);
  });

  it("N4.2: nothing is perceived before the notice was shown; risk is judged regardless", () => {
    const session = new Told();
    session.state = play.initial;
    session.events.length = 0;
    session.tell({ kind: "session-started", language: "en" });
    session.tell(begun);
    session.pour(true);
    session.tell({ kind: "message", text: "Hello" });
    expect(session.effects).toEqual(["show-notices", "judge-risk"]);
    session.tell({ kind: "risk-judged", of: session.seq, judgement: SAFE, latch: NO_RISK });
    expect(session.effects).toEqual(["show-notices"]);
  });

  it("N4.3: once in a moment, and only when there is talk", () => {
    const session = new Told(begun);
    const before = session.state;
    session.tell({ kind: "message", text: "Too early" });
    expect(session.state).toBe(before);
    session.pour(true);
    const of = say(session, "Hello", "Affection");
    session.tell({ kind: "guest-answered", of });
    expect(maySpeak(session.state)).toBe(false);
    session.tell({ kind: "chosen", choice: "bus" });
    session.pour(true);
    expect(maySpeak(session.state)).toBe(true);
  });

  it("N4.4: sounding afraid makes the game gentler", () => {
    const session = new Told(begun);
    for (const choice of ["bus", "clock"]) {
      session.pour(true);
      say(session, "This is scary", "Fear");
      session.tell({ kind: "guest-answered", of: session.seq - 2 });
      session.tell({ kind: "chosen", choice });
    }
    expect(session.state.pacing.dials.tension).toBeLessThan(HOME_DIALS.tension);
    expect(session.state.pacing.log.some(({ because }) => because.kind === "words")).toBe(true);
  });

  it("N4.5: where somebody may be in danger the answer is care, no guest answers, and the story can still go on", () => {
    const session = new Told(begun);
    session.pour(true);
    session.tell({ kind: "message", text: "I want to die" });
    const of = session.seq;
    const judgement = { level: "active", about: "self", reason: "explicit" } as const;
    session.tell({ kind: "risk-judged", of, judgement, latch: { ...judgement, safeAnswers: 0 } });
    expect(session.effects).toEqual(["give-care"]);
    session.tell({ kind: "care-given", of, text: "I am glad that you said it.", resources: [] });
    expect(session.effects).toEqual([]);
    expect(maySpeak(session.state)).toBe(true);
    expect(spokenTurns(session.state, of)).toEqual([{ role: "person", text: "I want to die" }]);
    session.tell({ kind: "message", text: "I do not know" });
    expect(session.state.messages.at(-1)).not.toHaveProperty("to");
    expect(spokenTurns(session.state, session.seq).map(({ role }) => role)).toEqual([
      "person",
      "assistant",
      "person",
    ]);
    expect(session.tell({ kind: "chosen", choice: "bus" })).toContain("lin-arrives.bus.told");
  });

  it("N4.7: the player’s own word about how it was meant is believed, and what it had done is taken back", () => {
    const session = new Told(begun);
    session.pour(true);
    const heardBefore = session.state.night?.cast["lin"]?.goals["lin-heard"]?.likelihood ?? 0;
    const of = say(session, "Oh, shut that door", "Anger");
    session.tell({ kind: "guest-answered", of });
    expect(session.state.night?.cast["lin"]?.goals["lin-heard"]?.likelihood).toBeCloseTo(heardBefore - 0.2);
    expect(session.tell({ kind: "meant", of, tone: "warm" })).toEqual(["said.lin.warm"]);
    expect(session.state.night?.cast["lin"]?.goals["lin-heard"]?.likelihood).toBeCloseTo(heardBefore + 0.15);
    const before = session.state;
    session.tell({ kind: "meant", of, tone: "warm" });
    expect(session.state).toBe(before);
  });

  it.each([
    ["How are you?", sounds("Interest"), "asks"],
    ["What is wrong with you?!", sounds("Anger"), "curt"],
    ["I miss my sister", sounds("Longing"), "heavy"],
    ["You are lovely", sounds("Affection"), "warm"],
    ["The kettle is on", sounds("Concentration"), "plain"],
    [
      "Wie geht es dir?",
      abstain({ modality: "text", reason: "language", detail: "German.", source }),
      "asks",
    ],
    ["Schön", abstain({ modality: "text", reason: "language", detail: "German.", source }), "plain"],
  ] as const)("N4.6: “%s” comes across as it sounds", (text, estimate, tone) => {
    expect(toneOf(text, estimate)).toBe(tone);
  });
});

describe("N5 the night told by ink", () => {
  /** Plays the ink story with one choice all through, each turn an event of the session. */
  function inkNight(language: "en" | "de", choice: number): Told {
    const compiled = new Compiler(teaInk(language)).Compile().ToJson();
    const session = new Told({ kind: "night-begun", teller: "ink" });
    for (let turns = 0; turns < 20 && session.state.night?.phase !== "over"; turns += 1) {
      const { state } = session;
      if (state.ink?.phase === "brewing" && state.night?.phase === "brewing") session.pour(true);
      const { night: now, ink, pacing } = session.state;
      if (now === undefined) break;
      const { turn, happenings } = tellInk(
        new Story(compiled),
        { cast: () => now.cast, dials: () => pacing.dials },
        {
          ...(ink === undefined ? {} : { from: ink }),
          ...(ink?.phase === "talking" ? { choice } : {}),
        },
      );
      session.tell({ kind: "ink-told", turn, happenings });
    }
    return session;
  }

  it.each(["en", "de"] as const)(
    "N5.1: comes to an end in %s, whatever is chosen, with cups on the way",
    { timeout: 60_000 },
    (language) => {
      for (const choice of [0, 1, 2]) {
        const { state } = inkNight(language, choice);
        expect(state.night?.phase).toBe("over");
        expect(state.night?.cups.map(({ guest }) => guest)).toEqual([
          "lin",
          "bruno",
          "pim",
          "lin",
          "bruno",
          "pim",
        ]);
        const last = state.night?.lines.at(-1);
        expect(last?.kind === "ink" && last.text).toBe((language === "en" ? english : german)["end.after"]);
      }
    },
  );

  it("N5.2: what happens in it is felt, kept with the events, and replays without the story engine", () => {
    const session = inkNight("en", 1);
    expect(session.state.night?.cast["lin"]?.relations["keeper"]).toBeGreaterThan(0.1);
    expect(replay(play, session.events)).toEqual(session.state);
  });

  it("N5.3: ends like the house’s own night where the same is done", () => {
    const house = night(["lovely", "hands", "grandpa", "violin", "together", "moss"], true);
    const ink = inkNight("en", 1);
    const endings = (ink.state.night?.lines ?? [])
      .slice(-5)
      .map((line) => (line.kind === "ink" ? line.text : ""));
    expect(endings).toEqual(endOf(house).map((key) => english[`end.${key}` as keyof typeof english]));
  });
});

describe("N6 whole nights", () => {
  it(
    "N6.1: a thousand simulated nights run without an error, replay to the same state, and reach every line there is",
    { timeout: 120_000 },
    () => {
      const { sessions, kinds, states } = simulate(play, playPerson, { sessions: 1000, seed: 1, turns: 50 });
      expect(sessions).toBe(1000);
      for (const kind of ["cup-poured", "chosen", "message", "guest-answered", "care-given", "ink-told"]) {
        expect(kinds[kind]).toBeGreaterThan(50);
      }
      const reached = new Set<string>(
        states.flatMap((state) =>
          (state.night?.lines ?? []).flatMap((line) => ("key" in line ? [line.key] : [])),
        ),
      );
      expect(Object.keys(english).filter((key) => key !== "title" && !reached.has(key))).toEqual([]);
    },
  );

  it(
    "N6.2: any history of events, sensible or not, replays to the same state, from any cut",
    { timeout: 120_000 },
    () => {
      assertReplaysAnyHistory(play, playEvents, { runs: 1000 });
    },
  );

  it("N6.3: begins again from the start when asked, and keeps what it learnt of the player", () => {
    const session = night(["tomorrow", "mend"], true);
    const { dials } = session.state.pacing;
    session.tell(begun);
    expect(session.state.night?.moment).toBe(0);
    expect(session.state.night?.cups).toEqual([]);
    expect(session.state.pacing.dials).toEqual(dials);
  });
});
