import { bootstrapInterval, type Random, seededRandom } from "@openempathic/measure";
import type { Perceiver } from "@openempathic/perceive";
import type { Figure } from "./score-labels.ts";

/** What it does to a likelihood to delete the strongest evidence for it, beside deleting as many words elsewhere. */
export interface DeletionFigures {
  /** Texts with evidence and at least as many words beside it. */
  readonly texts: number;
  /** Mean fall of the likelihood of the category that the strongest span speaks for. */
  readonly fallWithoutTop: number;
  /** The same when words drawn at random, as many and not these, are deleted instead. */
  readonly fallWithoutRandom: number;
  /** The first less the second, paired text by text. */
  readonly difference: Figure;
  /** Share of the texts in which the strongest span took more away than the random one. */
  readonly topTakesMore: Figure;
}

/** So many texts at most: the likelihood of each is worked out three times. */
const MOST_TEXTS = 1_000;

/**
 * Whether the spans that a perceiver names are the ones that its likelihoods rest on: the deletion test of DeYoung et
 * al. 2020 (comprehensiveness, doi:10.18653/v1/2020.acl-main.408), for the one strongest span, with a random span of
 * as many words as its control.
 */
export async function evaluateDeletion(
  perceiver: Perceiver,
  texts: readonly string[],
  { bootstrap, seed }: { readonly bootstrap: number; readonly seed: number },
): Promise<DeletionFigures | undefined> {
  const random = seededRandom(seed);
  const some = texts.slice(0, MOST_TEXTS);
  const estimates = await perceiver.perceiveBatch(some.map(asSignal));
  const cuts = some.flatMap((text, i) => {
    const [top] = estimates[i]?.evidence ?? [];
    const before = top === undefined ? undefined : estimates[i]?.likelihood[top.category];
    const cut = top === undefined ? undefined : twoCuts(text, top, random);
    return top === undefined || cut === undefined || before === undefined
      ? []
      : [{ category: top.category, before, ...cut }];
  });
  const after = await perceiver.perceiveBatch(
    cuts.flatMap(({ withoutTop, withoutRandom }) => [withoutTop, withoutRandom].map(asSignal)),
  );
  const falls = cuts.flatMap(({ category, before }, i) => {
    const [top, other] = [after[2 * i], after[2 * i + 1]].map((estimate) => estimate?.likelihood[category]);
    return top === undefined || other === undefined ? [] : [{ top: before - top, random: before - other }];
  });
  if (falls.length === 0) return undefined;
  const figure = (of: (fall: { readonly top: number; readonly random: number }) => number): Figure => ({
    value: mean(falls.map(of)),
    interval: bootstrapInterval(
      (indices) => mean(Array.from(indices, (i) => of(falls[i] as (typeof falls)[number]))),
      { cases: falls.length, resamples: bootstrap, seed },
    ),
  });
  return {
    texts: falls.length,
    fallWithoutTop: mean(falls.map(({ top }) => top)),
    fallWithoutRandom: mean(falls.map(({ random: other }) => other)),
    difference: figure(({ top, random: other }) => top - other),
    topTakesMore: figure(({ top, random: other }) => Number(top > other)),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text without the words that a span touches, and without as many in a row elsewhere. */
function twoCuts(
  text: string,
  span: Span,
  random: Random,
): { readonly withoutTop: string; readonly withoutRandom: string } | undefined {
  const words = Array.from(text.matchAll(/\S+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const touched = words.filter(({ start, end }) => start < span.end && span.start < end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const runs = words.flatMap((from, i) => {
    const to = words[i + touched.length - 1];
    return to === undefined || (from.start < last.end && first.start < to.end)
      ? []
      : [{ start: from.start, end: to.end }];
  });
  const run = runs[Math.floor(random() * runs.length)];
  if (run === undefined) return undefined;
  return {
    withoutTop: without(text, { start: first.start, end: last.end }),
    withoutRandom: without(text, run),
  };
}

function without(text: string, { start, end }: Span): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

function asSignal(text: string): { readonly kind: "text"; readonly text: string } {
  return { kind: "text", text };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
