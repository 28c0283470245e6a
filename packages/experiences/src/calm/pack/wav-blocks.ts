import { renderCalm } from "../sound/render-calm.ts";
import type { CalmPiece } from "../sound/render-calm.ts";

const HEADER_BYTES = 44;
const BYTES_A_SAMPLE = 2;

/**
 * An exercise as a WAV file, block by block, so that half an hour needs no gigabyte of memory and a page can breathe
 * in between. 16 bits a sample, linear PCM, in the form of the Multimedia Programming Interface and Data
 * Specifications 1.0 (IBM and Microsoft 1991).
 *
 * @param blockSeconds How much each block after the header holds; 5 unless told.
 * @returns The header first, then the sound. Put together they are the file.
 */
export function* wavBlocks(piece: CalmPiece, blockSeconds = 5): Generator<Uint8Array<ArrayBuffer>> {
  const { totalSamples, sampleRateHz } = piece.timeline;
  const { channels } = piece.sounds.shape;
  yield wavHeader({ samples: totalSamples, sampleRateHz, channels });
  const block = Math.max(1, Math.round(blockSeconds * sampleRateHz));
  for (let from = 0; from < totalSamples; from += block) {
    const samples = Math.min(block, totalSamples - from);
    yield toBytes(renderCalm(piece, { fromSample: from, samples }));
  }
}

function wavHeader(form: {
  samples: number;
  sampleRateHz: number;
  channels: number;
}): Uint8Array<ArrayBuffer> {
  const { samples, sampleRateHz, channels } = form;
  const frame = channels * BYTES_A_SAMPLE;
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const name = (at: number, letters: string): void => bytes.set(new TextEncoder().encode(letters), at);
  name(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + samples * frame, true);
  name(8, "WAVE");
  name(12, "fmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * frame, true);
  view.setUint16(32, frame, true);
  view.setUint16(34, 8 * BYTES_A_SAMPLE, true);
  name(36, "data");
  view.setUint32(40, samples * frame, true);
  return bytes;
}

function toBytes(channels: readonly Float32Array[]): Uint8Array<ArrayBuffer> {
  const samples = channels[0]?.length ?? 0;
  const bytes = new Uint8Array(samples * channels.length * BYTES_A_SAMPLE);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (let i = 0; i < samples; i++) {
    for (const channel of channels) {
      const value = Math.max(-1, Math.min(1, channel[i] ?? 0));
      view.setInt16(at, Math.round(value * 32_767), true);
      at += BYTES_A_SAMPLE;
    }
  }
  return bytes;
}
