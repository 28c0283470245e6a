import { createEncoder } from "libopus-wasm";
import { OggOpusDecoder } from "ogg-opus-decoder";
import { describe, expect, it, vi } from "vitest";
import { composeCalm } from "../compose/compose-calm.ts";
import { prepareSounds } from "../sound/prepare-sounds.ts";
import { renderCalm } from "../sound/render-calm.ts";
import type { CalmPiece } from "../sound/render-calm.ts";
import { calmTimeline } from "../timeline/calm-timeline.ts";
import { oggPages } from "./ogg-pages.ts";
import { opusBlocks } from "./opus-blocks.ts";

// Much computing, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const RATE = 24_000;

/** A minute of an exercise as Ogg Opus, by the encoder that the site uses. */
async function encoded(channels: 1 | 2): Promise<{ readonly piece: CalmPiece; readonly file: Uint8Array }> {
  const { script } = composeCalm({ language: "de", minutes: 1, technique: "paced-breathing" });
  const shape = { sampleRateHz: RATE, channels };
  const piece = { script, timeline: calmTimeline(script, RATE), sounds: prepareSounds(script, shape) };
  const encoder = await createEncoder({ sampleRate: RATE, channels, bitrate: 32_000 });
  const pages = [
    ...opusBlocks(piece, {
      frameSamples: encoder.frameSize,
      lookaheadSamples: encoder.getLookahead(),
      encode: (frame) => encoder.encodeFloat(frame).slice(),
    }),
  ];
  encoder.free();
  return { piece, file: Buffer.concat(pages) };
}

describe("opusBlocks", () => {
  it.each([1, 2] as const)(
    "CP1: makes an Ogg Opus file of %i channel(s) that another program reads, of the exercise’s very length and sound",
    async (channels) => {
      const { piece, file } = await encoded(channels);
      const decoder = new OggOpusDecoder();
      await decoder.ready;
      const { channelData, samplesDecoded, sampleRate, errors } = await decoder.decodeFile(file);
      decoder.free();
      expect(errors).toEqual([]);
      expect(sampleRate).toBe(48_000);
      // Opus counts at 48 kHz: twice the samples that went in.
      expect(samplesDecoded).toBe(2 * piece.timeline.totalSamples);
      // Noise comes out as other noise of the same kind, so it is like what went in only in part, and most at its own place.
      const from = 10 * RATE;
      const [left = []] = renderCalm(piece, { fromSample: from, samples: RATE });
      const heard = channelData[0]?.filter((_, at) => at % 2 === 0) ?? new Float32Array();
      const shifts = Array.from({ length: 41 }, (_, index) => index - 20);
      const alike = shifts.map((shift) => correlation(left, heard.slice(from + shift, from + shift + RATE)));
      expect(shifts[alike.indexOf(Math.max(...alike))]).toBe(0);
      expect(Math.max(...alike)).toBeGreaterThan(0.7);
      const wavBytes = 44 + 2 * channels * piece.timeline.totalSamples;
      expect(file.length).toBeLessThan(wavBytes / 8);
    },
  );
});

/** Pearson's correlation. */
function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [both, squareOne, squareOther] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [(one[at] ?? 0) - meanOne, (other[at] ?? 0) - meanOther];
    both += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  return both / Math.sqrt(squareOne * squareOther);
}

describe("oggPages", () => {
  it("laces packets whose length is a multiple of 255 with a segment of nothing, and gives none too many to a page", () => {
    const packet = (length: number) => ({ bytes: new Uint8Array(length), endSample: 0 });
    const [page] = [...oggPages([packet(255)], 7)];
    expect([...(page?.slice(0, 4) ?? [])]).toEqual([0x4f, 0x67, 0x67, 0x53]);
    expect([page?.[5], page?.[26], page?.[27], page?.[28]]).toEqual([6, 2, 255, 0]);
    const pages = [
      ...oggPages(
        Array.from({ length: 600 }, () => packet(10)),
        7,
      ),
    ];
    expect(pages.map((each) => each[26])).toEqual([1, 1, 255, 255, 88]);
    expect(() => [...oggPages([packet(70_000)], 7)]).toThrow(RangeError);
  });
});
