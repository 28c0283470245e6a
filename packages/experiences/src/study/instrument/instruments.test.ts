import { describe, expect, it } from "vitest";
import { checkInstrument } from "../protocol/check-instrument.ts";
import { instrumentSchema } from "../protocol/protocol-schema.ts";
import { instrumentCalled } from "../testing/test-protocol.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentTemplates, openInstruments } from "./library.ts";
import { scoreRange, scoreScale } from "./score-scale.ts";

const all = [...openInstruments("en"), ...openInstruments("de"), ...instrumentTemplates("en")];
const answersOf = ({ items }: Instrument, values: readonly number[]) =>
  Object.fromEntries(items.map(({ id }, index) => [id, values[index] ?? 0]));
const only = (instrument: Instrument, scaleId?: string) => {
  const scale = instrument.scales.find(({ id }) => scaleId === undefined || id === scaleId);
  if (scale === undefined) throw new RangeError("no such scale");
  return scale;
};

describe("the library of instruments", () => {
  it("SY6 has the right form, with credit and licence, and every open one can be used", () => {
    for (const instrument of all) {
      expect(instrumentSchema.safeParse(instrument).error?.issues, instrument.id).toBeUndefined();
      expect(instrument.citation.length).toBeGreaterThan(10);
      expect(instrument.licence.length).toBeGreaterThan(5);
      const faults = checkInstrument(instrument, "");
      expect(faults.every(({ reason }) => instrument.template === true && /no words yet/u.test(reason))).toBe(
        true,
      );
      expect(faults.length > 0).toBe(instrument.template === true);
    }
  });

  it("SY6 has ranges from the lowest score to the highest without a gap, as published, and no word for illness", () => {
    // Cut-offs: PHQ-9 5/10/15/20 (Kroenke 2001), GAD-7 5/10/15 (Spitzer 2006), PHQ-2 and GAD-2 3, PHQ-8 10, CES-D 16
    // (Radloff 1977), GDS-15 5, SWLS 10/15/20/21/26/31 (Diener), DASS (Lovibond and Lovibond 1995).
    const cuts = (id: string, scaleId?: string) =>
      only(instrumentCalled(id), scaleId)
        .bands?.slice(1)
        .map(({ from }) => from);
    expect(cuts("phq-9")).toEqual([5, 10, 15, 20]);
    expect(cuts("gad-7")).toEqual([5, 10, 15]);
    expect([cuts("phq-2"), cuts("gad-2"), cuts("phq-8"), cuts("ces-d"), cuts("gds-15")]).toEqual([
      [3],
      [3],
      [10],
      [16],
      [5],
    ]);
    expect(cuts("swls")).toEqual([10, 15, 20, 21, 26, 31]);
    expect(cuts("dass-21", "depression")).toEqual([10, 14, 21, 28]);
    expect(cuts("dass-21", "anxiety")).toEqual([8, 10, 15, 20]);
    expect(cuts("dass-21", "stress")).toEqual([15, 19, 26, 34]);
    for (const instrument of all) {
      for (const scale of instrument.scales) {
        const { low, high } = scoreRange(instrument, scale);
        const { bands = [] } = scale;
        if (bands.length === 0) continue;
        expect([bands[0]?.from, bands.at(-1)?.to]).toEqual([low, high]);
        bands.slice(1).forEach((band, index) => expect(band.from).toBe((bands[index]?.to ?? NaN) + 1));
        for (const { words } of bands) {
          expect(words).not.toMatch(/diagnos|depress|disorder|severe|illness|krank|schwer|störung/iu);
        }
      }
    }
  });

  it("SY7 scores what is published: ranges, subscales, multipliers", () => {
    const extremes = (id: string, scaleId?: string) =>
      scoreRange(instrumentCalled(id), only(instrumentCalled(id), scaleId));
    expect(extremes("phq-9")).toEqual({ low: 0, high: 27 });
    expect(extremes("gad-7")).toEqual({ low: 0, high: 21 });
    expect(extremes("rses")).toEqual({ low: 0, high: 30 });
    expect(extremes("swls")).toEqual({ low: 5, high: 35 });
    expect(extremes("ces-d")).toEqual({ low: 0, high: 60 });
    expect(extremes("gds-15")).toEqual({ low: 0, high: 15 });
    expect(extremes("dass-21", "stress")).toEqual({ low: 0, high: 42 });
    expect(extremes("sus")).toEqual({ low: 0, high: 100 });
    const [who, ...others] = instrumentTemplates("en");
    if (who === undefined) throw new RangeError("no templates");
    // WHO-5: 25 raw points are 100; not (raw − 5) × 4.
    expect(scoreScale(who, only(who), answersOf(who, [5, 5, 5, 5, 5])).value).toBe(100);
    expect(scoreScale(who, only(who), answersOf(who, [1, 1, 1, 1, 1])).value).toBe(20);
    const panas = others.find(({ id }) => id === "panas");
    expect(panas && scoreRange(panas, only(panas, "negative"))).toEqual({ low: 10, high: 50 });
  });

  it("SY7 works out the System Usability Scale as Brooke does", () => {
    // Brooke 1996: odd items count the answer minus 1, even ones 5 minus the answer, and the sum times 2.5. By that rule
    // the answers 5 4 2 1 2 3 2 4 5 2 are (4 + 1 + 1 + 4 + 1 + 2 + 1 + 1 + 4 + 3) × 2.5 = 55.
    const sus = instrumentCalled("sus");
    const answers = [5, 4, 2, 1, 2, 3, 2, 4, 5, 2].map((answer) => answer - 1);
    expect(scoreScale(sus, only(sus), answersOf(sus, answers)).value).toBe(55);
  });

  it("SY8 ties reversal to an item’s words: another order of items gives the same score", () => {
    const rses = instrumentCalled("rses");
    // The five negatively worded items of Rosenberg 1965, in whichever order they stand.
    expect(rses.items.filter(({ reversed }) => reversed === true).map(({ text }) => text)).toEqual([
      "At times I think I am no good at all.",
      "I feel I do not have much to be proud of.",
      "I certainly feel useless at times.",
      "I wish I could have more respect for myself.",
      "All in all, I am inclined to feel that I am a failure.",
    ]);
    const answers = answersOf(rses, [3, 0, 3, 2, 0, 1, 3, 0, 0, 2]);
    const turned = { ...rses, items: rses.items.toReversed() };
    const { value } = scoreScale(rses, only(rses), answers);
    // By hand: positive items 3 + 3 + 2 + 3 + 2, negative ones 3 − (0, 0, 1, 0, 0).
    expect(value).toBe(13 + 14);
    expect(scoreScale(turned, only(turned), answers).value).toBe(value);
  });

  it("SY8 reverses as published where only places can be said", () => {
    // Places from the scoring keys: UCLA 3 (Russell 1996), PSS-10 (Cohen), TEQ (Spreng 2009), IRI (Davis 1983).
    const places = (id: string) =>
      instrumentTemplates("en")
        .find((each) => each.id === id)
        ?.items.flatMap(({ reversed }, index) => (reversed === true ? [index + 1] : []));
    expect(places("ucla-3")).toEqual([1, 5, 6, 9, 10, 15, 16, 19, 20]);
    expect(places("pss-10")).toEqual([4, 5, 7, 8]);
    expect(places("teq")).toEqual([2, 4, 7, 10, 11, 12, 14, 15]);
    expect(places("iri")).toEqual([3, 4, 7, 12, 13, 14, 15, 18, 19]);
  });

  it("SY9 fills nothing in beyond the scale’s own rule, and says why there is no score", () => {
    const phq = instrumentCalled("phq-9");
    const scale = only(phq);
    const answers = Object.fromEntries(
      phq.items.flatMap(({ id }) => (id === "phq4" ? [] : [[id, 2] as const])),
    );
    expect(scoreScale(phq, scale, answers)).toEqual({
      value: undefined,
      answered: 8,
      why: "1 of 9 items is missing, and none may be",
    });
    const lenient = scoreScale(phq, { ...scale, mostMissing: 1 }, answers);
    expect(lenient).toMatchObject({ value: 18, answered: 8, filledIn: 1, band: { from: 15 } });
    expect(scoreScale(phq, { ...scale, mostMissing: 8 }, {}).value).toBeUndefined();
  });
});
