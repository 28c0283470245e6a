import { appraise } from "../emotion/appraise.ts";
import type { Character } from "../emotion/character.ts";
import { expressionOf } from "../emotion/express.ts";
import type { Happening } from "../emotion/happening.ts";
import { defaultMood } from "../emotion/personality.ts";
import type { Dials } from "../pacing/pacing.ts";
import { cupQuality } from "./brew.ts";
import type { Tea } from "./brew.ts";
import { lateness, OUTCOMES, slipped } from "./choices.ts";
import { endingOf } from "./ending.ts";
import { KEEPER } from "./guests.ts";
import type { Guest } from "./guests.ts";
import { guestOf, MOMENTS } from "./night.ts";
import type { TeaLine, TeaNight, TeaWordKey } from "./night.ts";
import type { Tone } from "./tone.ts";

/** When something is told: the event's number, and how tense the game is. */
export interface Telling {
  readonly seq: number;
  readonly dials: Dials;
}

/** The night with its first moment told. */
export function beginNight(night: TeaNight, telling: Telling): TeaNight {
  return openMoment(happen(tell(night, telling.seq, "night.begins"), lateness(0.8)), telling);
}

/** A cup is put before the guest of the moment: it does good as far as it is drawn well and is the right one. */
export function serveCup(
  night: TeaNight,
  { tea, score }: { readonly tea: Tea; readonly score: number },
  { seq }: Telling,
): TeaNight {
  const guest = guestOf(night);
  const character = guest === undefined ? undefined : night.cast[guest];
  if (guest === undefined || character === undefined || night.phase !== "brewing") return night;
  const quality = cupQuality(character, tea, score);
  const served = happen(night, {
    consequences: [{ kind: "goal", goal: `${guest}-warm`, likelihood: 0.15 + 0.8 * quality }],
    by: KEEPER,
    // A cup that failed was still meant well: nobody is angry about it.
    approval: 0.02 + 0.12 * quality,
  });
  const line: TeaWordKey = quality >= 0.8 ? "cup.fine" : quality >= 0.45 ? "cup.fair" : "cup.thin";
  return {
    ...tell(served, seq, line),
    phase: "talking",
    cups: [...night.cups, { guest, tea, score, quality }],
  };
}

/** The player does one of the things that the moment offers, and the next moment opens, or the night ends. */
export function choose(night: TeaNight, choice: string, telling: Telling): TeaNight {
  const moment = MOMENTS[night.moment];
  const outcomeOf = moment === undefined ? undefined : OUTCOMES[`${moment.id}.${choice}`];
  const isOffered = moment?.choices.some((offered) => offered === choice) === true;
  if (moment === undefined || outcomeOf === undefined || !isOffered || night.phase !== "talking")
    return night;
  const outcome = outcomeOf(night);
  const happened = outcome.happenings.reduce(happen, { ...night, ...outcome.changes });
  // The cast is safe: every choice has its words, by test.
  const chosen = add(happened, {
    kind: "chosen",
    seq: telling.seq,
    key: `${moment.id}.${choice}` as TeaWordKey,
  });
  const after = { ...tell(chosen, telling.seq, outcome.line), moment: night.moment + 1, hasSpoken: false };
  return after.moment < MOMENTS.length ? openMoment(after, telling) : endNight(after, telling.seq);
}

/** How the player's own words came across to a guest, and when. */
export interface Heard {
  readonly tone: Tone;
  readonly seq: number;
}

/** What the player says in their own words comes across to a guest. */
export function hearWords(night: TeaNight, guest: Guest, { tone }: Heard): TeaNight {
  return happen(night, TONES[tone](guest));
}

/** The guest answers in the written words. */
export function answerWords(night: TeaNight, guest: Guest, { tone, seq }: Heard): TeaNight {
  return tell(night, seq, `said.${guest}.${tone}`);
}

const TONES: Readonly<Record<Tone, (guest: Guest) => Happening>> = {
  asks: (guest) => words(guest, 0.2, 0.4),
  warm: (guest) => words(guest, 0.3, 0.3),
  heavy: (guest) => words(guest, 0.1, 0.2),
  plain: (guest) => words(guest, 0.05, 0.1),
  curt: (guest) => words(guest, -0.3, -0.4),
};

function words(guest: Guest, approval: number, weight: number): Happening {
  const bearsOn = { [`${guest}-heard`]: weight };
  const belief = `the keeper’s words to ${guest}`;
  return { consequences: [{ kind: "belief", belief, likelihood: 1, bearsOn }], by: KEEPER, approval };
}

function openMoment(night: TeaNight, { seq, dials }: Telling): TeaNight {
  const moment = MOMENTS[night.moment];
  if (moment === undefined) return night;
  const opened: TeaNight = { ...tellWeather(night, seq, dials.tension), phase: "brewing" };
  if (moment.id === "peg") {
    const line = night.leaf === "told" ? "peg.opening.told" : "peg.opening.kept";
    return tell({ ...happen(opened, slipped(1)), string: "slipped" }, seq, line);
  }
  const character = night.cast[moment.guest];
  return tell(opened, seq, openingOf(moment.id, character === undefined || isLow(character)));
}

/** The weather goes with the tension; it is told when it changes. */
function tellWeather(night: TeaNight, seq: number, tension: number): TeaNight {
  const weather: TeaWordKey =
    tension >= 0.6 ? "weather.wild" : tension >= 0.3 ? "weather.steady" : "weather.calm";
  const last = night.lines.findLast((line) => line.kind === "told" && line.key.startsWith("weather."));
  return last?.kind === "told" && last.key === weather ? night : tell(night, seq, weather);
}

function openingOf(moment: Exclude<(typeof MOMENTS)[number]["id"], "peg">, isLow: boolean): TeaWordKey {
  // Everybody who comes in out of this rain comes in low.
  if (moment === "lin-arrives") return "lin-arrives.opening";
  return `${moment}.opening.${isLow ? "low" : "high"}`;
}

/** Whether nothing has yet made somebody more pleased than they are by nature, or not for long. */
function isLow(character: Character): boolean {
  return expressionOf(character).pad.pleasure < defaultMood(character.personality).pleasure + 0.04;
}

function endNight(night: TeaNight, seq: number): TeaNight {
  const over: TeaNight = { ...night, phase: "over" };
  return endingOf(night).reduce((now, key) => tell(now, seq, key), over);
}

function happen(night: TeaNight, happening: Happening): TeaNight {
  return { ...night, cast: appraise(night.cast, happening) };
}

function tell(night: TeaNight, seq: number, key: TeaWordKey): TeaNight {
  return add(night, { kind: "told", seq, key });
}

function add(night: TeaNight, line: TeaLine): TeaNight {
  return { ...night, lines: [...night.lines, line] };
}
