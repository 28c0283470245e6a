import { calmPack, calmTimeline, prepareSounds, wavBlocks } from "@openempathic/experiences/calm";
import type { CalmScript, CalmSounds, SoundShape } from "@openempathic/experiences/calm";

/** What the page asks of the worker. */
export type CalmJob =
  | { readonly kind: "sounds"; readonly script: CalmScript; readonly shape: SoundShape }
  | { readonly kind: "pack"; readonly script: CalmScript };

/** What it answers: how far it is, and then the result. */
export type CalmJobNews =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "sounds"; readonly sounds: CalmSounds }
  | { readonly kind: "pack"; readonly file: Blob };

// Speech needs no more, and neither do rain and bells through small speakers; half an hour stays under 90 MB.
const PACK_SHAPE: SoundShape = { sampleRateHz: 24_000, channels: 1 };

/** Makes sounds and packs beside the page, so that nothing on it stands still meanwhile. */
self.addEventListener("message", ({ data }: MessageEvent<CalmJob>) => {
  if (data.kind === "sounds") {
    const sounds = prepareSounds(data.script, data.shape);
    tell({ kind: "sounds", sounds });
    return;
  }
  tell({ kind: "pack", file: packOf(data.script) });
});

function packOf(script: CalmScript): Blob {
  const timeline = calmTimeline(script, PACK_SHAPE.sampleRateHz);
  const sounds = prepareSounds(script, PACK_SHAPE);
  const wav: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (const block of wavBlocks({ script, timeline, sounds })) {
    wav.push(block);
    bytes += block.length;
    tell({ kind: "progress", share: Math.min(1, bytes / (timeline.totalSamples * 2)) });
  }
  return new Blob([...calmPack(script, wav)], { type: "application/zip" });
}

function tell(news: CalmJobNews): void {
  self.postMessage(news);
}
