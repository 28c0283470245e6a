import { calmPack, calmTimeline, opusBlocks, prepareSounds, wavBlocks } from "@openempathic/experiences/calm";
import type {
  CalmPiece,
  CalmScript,
  CalmSounds,
  SoundForm,
  SoundShape,
} from "@openempathic/experiences/calm";

/** What the page asks of the worker. */
export type CalmJob =
  | { readonly kind: "sounds"; readonly script: CalmScript; readonly shape: SoundShape }
  | { readonly kind: "pack"; readonly script: CalmScript; readonly form: SoundForm };

/** What it answers: how far it is, and then the result. */
export type CalmJobNews =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "sounds"; readonly sounds: CalmSounds }
  | { readonly kind: "pack"; readonly file: Blob }
  /** The pack could not be made; what was thrown stays in the worker. */
  | { readonly kind: "failed" };

// Speech needs no more, and neither do rain and bells through small speakers; half an hour stays under 90 MB.
const PACK_SHAPE = { sampleRateHz: 24_000, channels: 1 } as const satisfies SoundShape;

/** Makes sounds and packs beside the page, so that nothing on it stands still meanwhile. */
self.addEventListener("message", ({ data }: MessageEvent<CalmJob>) => {
  if (data.kind === "sounds") {
    const sounds = prepareSounds(data.script, data.shape);
    tell({ kind: "sounds", sounds });
    return;
  }
  packOf(data.script, data.form).then(
    (file) => tell({ kind: "pack", file }),
    () => tell({ kind: "failed" }),
  );
});

/** Enough for rain, bells and breath on one channel. */
const OPUS_BITS_A_SECOND = 32_000;

async function packOf(script: CalmScript, form: SoundForm): Promise<Blob> {
  const timeline = calmTimeline(script, PACK_SHAPE.sampleRateHz);
  const piece = { script, timeline, sounds: prepareSounds(script, PACK_SHAPE) };
  const sound: Uint8Array<ArrayBuffer>[] = [];
  for await (const block of form === "wav" ? toldWav(piece) : toldOpus(piece)) sound.push(block);
  return new Blob([...calmPack(script, sound, form)], { type: "application/zip" });
}

function* toldWav(piece: CalmPiece): Generator<Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  for (const block of wavBlocks(piece)) {
    bytes += block.length;
    tell({ kind: "progress", share: Math.min(1, bytes / (piece.timeline.totalSamples * 2)) });
    yield block;
  }
}

async function* toldOpus(piece: CalmPiece): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // Loaded here, since most people never need it.
  const { createEncoder } = await import("libopus-wasm");
  const { sampleRateHz } = PACK_SHAPE;
  const encoder = await createEncoder({ sampleRate: sampleRateHz, channels: 1, bitrate: OPUS_BITS_A_SECOND });
  let frames = 0;
  try {
    yield* opusBlocks(piece, {
      frameSamples: encoder.frameSize,
      lookaheadSamples: encoder.getLookahead(),
      encode: (frame) => {
        frames += 1;
        const share = (frames * encoder.frameSize) / piece.timeline.totalSamples;
        if (frames % 250 === 0) tell({ kind: "progress", share: Math.min(1, share) });
        // What the encoder hands out is its own memory, which the next frame overwrites.
        return encoder.encodeFloat(frame).slice();
      },
    });
  } finally {
    encoder.free();
  }
}

function tell(news: CalmJobNews): void {
  self.postMessage(news);
}
