import type { ReplyLanguage } from "@openempathic/respond";

/** One answer that can be ticked. */
export interface ResponseOption {
  readonly value: number;
  readonly label: string;
}

/** One item. Whether it counts the other way round belongs to its words, never to its place in a list. */
export interface InstrumentItem {
  /** Small letters, digits and underscores. */
  readonly id: string;
  /** Empty in a template: whoever holds the rights fills it in. */
  readonly text: string;
  readonly reversed?: true;
}

/** A range of scores in words that say where in the scale it is, and nothing about the person. */
export interface ScoreBand {
  readonly from: number;
  /** Included. */
  readonly to: number;
  readonly words: string;
}

/** A score that is made from items. */
export interface InstrumentScale {
  readonly id: string;
  readonly name: string;
  readonly items: readonly string[];
  readonly score: "sum" | "mean";
  /** What the sum or mean is multiplied by; 1 unless told. */
  readonly times?: number;
  /** With more items missing there is no score; with as many or fewer, the mean of the answered ones stands in for them. */
  readonly mostMissing: number;
  readonly bands?: readonly ScoreBand[];
}

/** A questionnaire as data. */
export interface Instrument {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly language: ReplyLanguage;
  /** Whom to credit, with a DOI where there is one. */
  readonly citation: string;
  readonly licence: string;
  /** Scoring only: the item texts have to be filled in. */
  readonly template?: true;
  readonly instruction: string;
  readonly responses: readonly ResponseOption[];
  readonly items: readonly InstrumentItem[];
  readonly scales: readonly InstrumentScale[];
  /** Answers from this value on open the way to help, at once. */
  readonly safety?: readonly { readonly itemId: string; readonly from: number }[];
}

/** The lowest and the highest answer. */
export function responseRange({ responses }: Pick<Instrument, "responses">): {
  readonly low: number;
  readonly high: number;
} {
  const values = responses.map(({ value }) => value);
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** An answer as it counts in a score: turned round where the item's words point the other way. */
export function keyedAnswer(
  instrument: Pick<Instrument, "responses">,
  item: InstrumentItem,
  answer: number,
): number {
  const { low, high } = responseRange(instrument);
  return item.reversed === true ? low + high - answer : answer;
}
