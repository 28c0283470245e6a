import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { arbitraryReading } from "../arbitrary-estimate.test.ts";
import { abstain, fromHume, InvalidHumeError, labelSetById, makeEstimate, toHume } from "../index.ts";

const source = { kind: "model", id: "m", version: "1" } as const;

// The shape of a batch result of Hume's language model, as its documentation and recorded results show it.
const batch = [
  {
    source: { type: "text" },
    results: {
      predictions: [
        {
          file: "2",
          file_type: "text",
          models: {
            language: {
              metadata: null,
              grouped_predictions: [
                {
                  id: "unknown",
                  predictions: [
                    {
                      text: "I am so tired.",
                      position: { begin: 0, end: 14 },
                      time: null,
                      confidence: null,
                      speaker_confidence: null,
                      emotions: [
                        { name: "Tiredness", score: 0.71 },
                        { name: "Realization", score: 0.2 },
                        { name: "A Name To Come", score: 0.3 },
                      ],
                    },
                  ],
                },
              ],
            },
            burst: null,
          },
        },
      ],
      errors: [],
    },
  },
];

describe("A12 the shape that Hume's clients expect", () => {
  test("A12.1 a batch result is read, names without counterpart left missing", () => {
    expect(fromHume(batch)).toEqual([
      makeEstimate({
        modality: "text",
        likelihood: { Fatigue: 0.71 },
        source: { kind: "service", id: "hume-language", version: "v0" },
      }),
    ]);
  });

  test("A12.2 a streaming message is read, with seconds as milliseconds", () => {
    const message = {
      prosody: {
        predictions: [{ time: { begin: 0.5, end: 1.25 }, emotions: [{ name: "Anger", score: 0.4 }] }],
      },
      face: {
        predictions: [{ frame: 3, time: 2, prob: 0.99, box: {}, emotions: [{ name: "Joy", score: 0.6 }] }],
      },
    };
    expect(fromHume(message)).toMatchObject([
      { modality: "voice", span: { startMs: 500, endMs: 1250 }, likelihood: { Anger: 0.4 } },
      { modality: "face", span: { startMs: 2000, endMs: 2000 }, likelihood: { Elation: 0.6 } },
    ]);
  });

  test("A12.3 what is written can be read again, for the same model and span", () => {
    fc.assert(
      fc.property(arbitraryReading(), (estimate) => {
        const [again, more] = fromHume(JSON.parse(JSON.stringify(toHume(estimate, { text: "x" }))));
        expect(more).toBeUndefined();
        const expected = { fused: "text", text: "text", voice: "voice", face: "face", "self-report": "text" };
        expect(again?.modality).toBe(expected[estimate.modality]);
      }),
    );
  });

  test("A12.4 every name written is one of Hume's, each once, with a score in [0, 1]", () => {
    const names = new Set(labelSetById("hume").labels.map(({ label }) => label));
    fc.assert(
      fc.property(arbitraryReading(), (estimate) => {
        const emotions = written(estimate);
        expect(new Set(emotions.map(({ name }) => name)).size).toBe(emotions.length);
        for (const { name, score } of emotions) {
          expect(names.has(name)).toBe(true);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("A12.5 voice and face have 48 names, language 53", () => {
    const likelihood = Object.fromEntries(
      labelSetById("hume").categories.map(({ category }) => [category, 0.5]),
    );
    const extra = ["Annoyance", "Disapproval", "Enthusiasm", "Gratitude"];
    const names = (modality: "text" | "voice") =>
      written(makeEstimate({ modality, likelihood, source })).map(({ name }) => name);
    expect(names("text")).toEqual(expect.arrayContaining(extra));
    expect(names("voice").filter((name) => extra.includes(name))).toEqual([]);
    expect(labelSetById("hume").labels).toHaveLength(53);
  });

  test("A12.6 an estimate that abstains gives no prediction and says why", () => {
    const silent = abstain({ modality: "voice", reason: "silence", detail: "Nothing was said.", source });
    expect(toHume(silent, { file: "a.wav" })[0]?.results).toEqual({
      predictions: [],
      errors: [{ message: "Nothing was said.", file: "a.wav" }],
    });
    expect(fromHume(toHume(silent))).toEqual([]);
  });

  test.each([
    ["null", null],
    ["a text", "sad"],
    ["an object of another shape", { mood: "blue" }],
    ["a list of other things", [1]],
    ["predictions that are no list", { language: { predictions: {} } }],
    ["a prediction without emotions", { language: { predictions: [{}] } }],
    ["an emotion without a name", { language: { predictions: [{ emotions: [{ score: 1 }] }] } }],
    ["a score above 1", { language: { predictions: [{ emotions: [{ name: "Joy", score: 2 }] }] } }],
    [
      "a score that is no number",
      { language: { predictions: [{ emotions: [{ name: "Joy", score: "1" }] }] } },
    ],
    [
      "a time that runs backwards",
      { prosody: { predictions: [{ time: { begin: 2, end: 1 }, emotions: [] }] } },
    ],
  ])("A12.7 %s is refused", (_, value) => {
    expect(() => fromHume(value)).toThrow(InvalidHumeError);
  });
});

function written(estimate: Parameters<typeof toHume>[0]) {
  const models = toHume(estimate)[0]?.results.predictions[0]?.models ?? {};
  return Object.values(models).flatMap((model) =>
    model.grouped_predictions.flatMap((group) =>
      group.predictions.flatMap((prediction) => prediction.emotions),
    ),
  );
}
