import { renderCalm } from "../sound/render-calm.ts";
import type { CalmPiece } from "../sound/render-calm.ts";
import { oggPages } from "./ogg-pages.ts";
import type { OggPacket } from "./ogg-pages.ts";

/** Turns samples into packets of Opus, one frame after the other; which program does that is the caller's choice. */
export interface OpusFrames {
  /** How many samples of a channel a frame has, at the piece's own rate. */
  readonly frameSamples: number;
  /** How many samples the encoder holds back, at the piece's own rate. */
  readonly lookaheadSamples: number;
  /** One packet for one frame, the channels interleaved. */
  readonly encode: (frame: Float32Array) => Uint8Array;
}

/** The rate in which Opus counts, whatever goes in. */
const COUNTED_HZ = 48_000;

/**
 * An exercise as an Ogg Opus file (RFC 7845), block by block: the same samples as `wavBlocks` gives, at about a tenth of the
 * size. It ends at the very sample at which the exercise ends.
 *
 * @param opus the encoder, set to the piece's rate and channels
 * @returns the pages; put together they are the file
 */
export function opusBlocks(piece: CalmPiece, opus: OpusFrames): Generator<Uint8Array<ArrayBuffer>> {
  return oggPages(packetsOf(piece, opus), piece.script.soundscape.seed >>> 0);
}

function* packetsOf(
  piece: CalmPiece,
  { frameSamples, lookaheadSamples, encode }: OpusFrames,
): Generator<OggPacket> {
  const { totalSamples, sampleRateHz } = piece.timeline;
  const { channels } = piece.sounds.shape;
  const counted = (samples: number): number => Math.round((samples * COUNTED_HZ) / sampleRateHz);
  const preSkip = counted(lookaheadSamples);
  yield { bytes: opusHead({ channels, preSkip, sampleRateHz }), endSample: 0 };
  yield { bytes: opusTags(piece.script.title), endSample: 0 };
  // What the encoder holds back comes out with the frames after the end.
  const end = totalSamples + lookaheadSamples;
  for (let from = 0; from < end; from += frameSamples) {
    const samples = Math.max(0, Math.min(frameSamples, totalSamples - from));
    const rendered = samples === 0 ? [] : renderCalm(piece, { fromSample: from, samples });
    const frame = new Float32Array(frameSamples * channels);
    for (const [channel, sound] of rendered.entries()) {
      for (const [at, value] of sound.entries()) frame[at * channels + channel] = value;
    }
    const said = Math.min(from + frameSamples, end);
    const isLast = said === end;
    // The last page says where the sound ends; what a frame has beyond that is not played.
    yield { bytes: encode(frame), endSample: isLast ? preSkip + counted(totalSamples) : counted(said) };
  }
}

/** RFC 7845, section 5.1. */
function opusHead(form: {
  readonly channels: number;
  readonly preSkip: number;
  readonly sampleRateHz: number;
}): Uint8Array {
  const bytes = new Uint8Array(19);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("OpusHead"), 0);
  bytes[8] = 1;
  bytes[9] = form.channels;
  view.setUint16(10, form.preSkip, true);
  view.setUint32(12, form.sampleRateHz, true);
  return bytes;
}

/** RFC 7845, section 5.2. */
function opusTags(title: string): Uint8Array {
  const parts = ["Open Empathic", `TITLE=${title}`].map((text) => new TextEncoder().encode(text));
  const [vendor = new Uint8Array(), comment = new Uint8Array()] = parts;
  const bytes = new Uint8Array(8 + 4 + vendor.length + 4 + 4 + comment.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("OpusTags"), 0);
  view.setUint32(8, vendor.length, true);
  bytes.set(vendor, 12);
  view.setUint32(12 + vendor.length, 1, true);
  view.setUint32(16 + vendor.length, comment.length, true);
  bytes.set(comment, 20 + vendor.length);
  return bytes;
}
