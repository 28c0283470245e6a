import type { Estimate, Spread } from "@openempathic/affect";
import type { Script } from "../script/script.ts";
import type { Path } from "./follow-path.ts";
import { CLEARLY_HEARD, heardOn } from "./line-feeling.ts";
import { smoothArc } from "./smooth-arc.ts";
import { storyArc } from "./story-arc.ts";
import type { ArcPoint, Readings } from "./story-arc.ts";

/** A stretch in which how the words sound hardly moves. */
export interface FlatStretch {
  readonly kind: "flat";
  /** The first and last utterance of it. */
  readonly from: number;
  readonly to: number;
  readonly utterances: number;
  /** How probable it is that the arc stays within the band over the whole stretch, in [0, 1]; at its least sure place. */
  readonly sure: number;
}

/** Half the width of the band, in valence or arousal. */
const BAND = 0.1;
/** Utterances in a row. */
const FEWEST = 8;
const SURE_ENOUGH = 0.8;

/**
 * Flat stretches of a way as it is read. The rule: eight utterances or more, each of which was read and in none of which more
 * readers than not would hear a pleasant or unpleasant feeling, whose own arcs of valence and arousal (smoothed over these utterances alone) leave a band of 0.1 either side of their middle
 * nowhere, with a probability of 0.8 or more at each place.
 *
 * Where the numbers come from: a simulation of 40 stories of 60 lines, each line with a spread of 0.15, as the shipped text
 * models have (arc.test.ts). Of stories that do not move and whose lines vary by 0.03, as lines without feeling do, all
 * is told; of those that walk by 0.05 a line 15 of 100 lines, by 0.1 a line 10. Where lines vary by all of 0.15, only 28 of
 * 100 lines of a story that does not move are found. That eight lines are long enough to be worth telling is a convention.
 *
 * How sure: `sure` says it for the arc. That a reader finds it flat does not follow: much can happen in words that
 * sound alike.
 */
export function findFlat(script: Script, path: Path, readings: Readings): readonly FlatStretch[] {
  const way = storyArc(script, path, { readings, of: { kind: "reader" } });
  const stretches: FlatStretch[] = [];
  let from = 0;
  while (from < way.length) {
    const to = reachOf(way, from);
    const run = way.slice(from, to);
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < FEWEST || first === undefined || last === undefined) {
      from += 1;
      continue;
    }
    stretches.push({
      kind: "flat",
      from: first.utterance.id,
      to: last.utterance.id,
      utterances: run.length,
      sure: sureOf(run),
    });
    from = to;
  }
  return stretches;
}

/** How far a flat stretch reaches that begins here: the index after its last utterance. */
function reachOf(way: readonly ArcPoint[], from: number): number {
  let to = from + FEWEST;
  if (to > way.length || sureOf(way.slice(from, to)) < SURE_ENOUGH) return from;
  while (to < way.length && sureOf(way.slice(from, to + 1)) >= SURE_ENOUGH) to += 1;
  return to;
}

/** How sure it is that a run is flat, by its own lines alone: what comes before and after has its own pace. */
function sureOf(run: readonly ArcPoint[]): number {
  if (run.some(({ alone }) => alone === undefined || isClearlyFelt(alone))) return 0;
  let sure = 1;
  for (const dimension of ["valence", "arousal"] as const) {
    const samples = run.map(({ step, alone }) => ({ step, value: alone?.dimensions[dimension] }));
    const arc = smoothArc(samples).filter((spread) => spread !== undefined);
    if (arc.length < run.length) return 0;
    const means = arc.map(({ mean }) => mean);
    const middle = (Math.min(...means) + Math.max(...means)) / 2;
    for (const spread of arc) sure = Math.min(sure, within(spread, middle));
  }
  return sure;
}

function isClearlyFelt(alone: Estimate): boolean {
  const sides = [heardOn("pleasant", alone), heardOn("unpleasant", alone)];
  return sides.some((heard) => heard !== undefined && heard.likelihood >= CLEARLY_HEARD);
}

function within({ mean, sd }: Spread, middle: number): number {
  return normal((middle + BAND - mean) / sd) - normal((middle - BAND - mean) / sd);
}

/** The standard normal distribution (Abramowitz and Stegun 1964, 26.2.17; error below 7.5e-8). */
export function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - tail : tail;
}
