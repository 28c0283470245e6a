import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { composeCalm } from "../compose/compose-calm.ts";
import { readCalmScript } from "../script/read-calm-script.ts";
import type { CalmScript } from "../script/calm-script.ts";
import { prepareSounds } from "../sound/prepare-sounds.ts";
import { renderCalm } from "../sound/render-calm.ts";
import type { CalmPiece } from "../sound/render-calm.ts";
import { calmTimeline } from "../timeline/calm-timeline.ts";
import { calmPack } from "./calm-pack.ts";
import { toWebVtt } from "./to-web-vtt.ts";
import { wavBlocks } from "./wav-blocks.ts";
import { zipStore } from "./zip-store.ts";

const RATE = 8000;
const { script } = composeCalm({ language: "de", minutes: 1, technique: "paced-breathing" });

function piece(made: CalmScript, channels: number): CalmPiece {
  return {
    script: made,
    timeline: calmTimeline(made, RATE),
    sounds: prepareSounds(made, { sampleRateHz: RATE, channels }),
  };
}

function joined(parts: Iterable<Uint8Array>): Buffer {
  return Buffer.concat([...parts]);
}

/** The files of an archive, read from its central directory as an unpacker does. */
function unpacked(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [crc, size, letters] = [
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.subarray(at + 46, at + 46 + letters).toString("utf8");
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + size);
    // Node's own CRC-32 is the other program.
    expect(crc32(content), name).toBe(crc);
    files.set(name, content);
    at += 46 + letters;
  }
  return files;
}

describe("wavBlocks", () => {
  it.each([1, 2])("makes a WAV of %i channel(s) whose header agrees with its sound", (channels) => {
    const made = piece(script, channels);
    const wav = joined(wavBlocks(made, 0.37));
    expect(wav.toString("latin1", 0, 4)).toBe("RIFF");
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
    expect(wav.toString("latin1", 8, 16)).toBe("WAVEfmt ");
    expect(wav.readUInt16LE(20)).toBe(1);
    expect(wav.readUInt16LE(22)).toBe(channels);
    expect(wav.readUInt32LE(24)).toBe(RATE);
    expect(wav.readUInt32LE(40)).toBe(made.timeline.totalSamples * channels * 2);
    expect(wav.length).toBe(44 + made.timeline.totalSamples * channels * 2);
  });

  it("CS1: holds, sample for sample, what is played", () => {
    const made = piece(script, 2);
    const wav = joined(wavBlocks(made));
    const [left, right] = renderCalm(made, { fromSample: 100_000, samples: 500 });
    for (let i = 0; i < 500; i++) {
      expect(wav.readInt16LE(44 + (100_000 + i) * 4)).toBe(Math.round((left?.[i] ?? 0) * 32_767));
      expect(wav.readInt16LE(44 + (100_000 + i) * 4 + 2)).toBe(Math.round((right?.[i] ?? 0) * 32_767));
    }
  });
});

describe("toWebVtt", () => {
  it("has every line of the script and every phase, in order, none overlapping", () => {
    const vtt = toWebVtt(script);
    const times = [...vtt.matchAll(/(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})/gu)].map(
      (found) => {
        const [h = 0, m = 0, s = 0, ms = 0, h2 = 0, m2 = 0, s2 = 0, ms2 = 0] = found.slice(1).map(Number);
        return [((h * 60 + m) * 60 + s) * 1000 + ms, ((h2 * 60 + m2) * 60 + s2) * 1000 + ms2] as const;
      },
    );
    const events = calmTimeline(script, 1000).events.filter(({ kind }) => kind !== "bell");
    expect(times).toHaveLength(events.length);
    for (const [i, [from, to]] of times.entries()) {
      expect(from).toBe(events[i]?.atSample);
      expect(to).toBeGreaterThan(from);
      expect(from).toBeGreaterThanOrEqual(times[i - 1]?.[1] ?? 0);
    }
    expect(vtt.startsWith("WEBVTT\n\n")).toBe(true);
    expect(vtt).toContain("Ausatmen");
  });

  it("escapes what WebVTT would take for its own, and lets no text break a cue", () => {
    const odd: CalmScript = {
      ...script,
      segments: [{ kind: "words", text: "a < b & c --> d\n\n2\n00:00", seconds: 3 }],
    };
    expect(toWebVtt(odd)).toBe(
      "WEBVTT\n\n1\n00:00:00.000 --> 00:00:03.000\na &lt; b &amp; c --&gt; d 2 00:00\n",
    );
  });

  it("counts hours beyond the first", () => {
    const long: CalmScript = {
      ...script,
      segments: [
        { kind: "silence", seconds: 3600 },
        { kind: "silence", seconds: 61.5 },
        { kind: "words", text: "Now.", seconds: 3 },
      ],
    };
    expect(toWebVtt(long)).toContain("01:01:01.500 --> 01:01:04.500");
  });
});

describe("calmPack", () => {
  it("CP1: holds sound, captions and script of one length, a page that plays them, and what is known", () => {
    const made = piece(script, 1);
    const files = unpacked(joined(calmPack(script, [...wavBlocks(made)])));
    expect([...files.keys()]).toEqual([
      "listen.html",
      "audio.wav",
      "captions.vtt",
      "script.json",
      "about.txt",
    ]);
    const read = readCalmScript(JSON.parse(files.get("script.json")?.toString("utf8") ?? ""));
    expect(read).toEqual(script);
    expect(files.get("audio.wav")?.length).toBe(44 + calmTimeline(read, RATE).totalSamples * 2);
    expect(files.get("captions.vtt")?.toString("utf8")).toBe(toWebVtt(read));
    expect(files.get("about.txt")?.toString("utf8")).toContain("https://doi.org/10.1038/s41598-023-49279-8");
    expect(files.get("about.txt")?.toString("utf8")).toContain("10.1371/journal.pone.0148037");
    expect(files.get("listen.html")?.toString("utf8")).toContain('src="audio.wav"');
  });

  it("CP1: names its sound after its form, in the page too", () => {
    const files = unpacked(joined(calmPack(script, [Uint8Array.of(1)], "opus")));
    expect([...files.keys()]).toContain("audio.ogg");
    expect(files.get("listen.html")?.toString("utf8")).toContain('src="audio.ogg"');
  });

  it("lets no words of a script out of the page's script element", () => {
    const sly: CalmScript = {
      ...script,
      title: "</title><script>alert(1)</script>",
      segments: [{ kind: "words", text: "</script><script>alert(1)</script>", seconds: 3 }],
    };
    const page =
      unpacked(joined(calmPack(sly, [])))
        .get("listen.html")
        ?.toString("utf8") ?? "";
    expect(page.match(/<script>/gu)).toHaveLength(1);
    expect(page.match(/<\/script>/gu)).toHaveLength(1);
  });
});

describe("zipStore", () => {
  it("makes the same archive from the same files", () => {
    const entries = [{ name: "a.txt", parts: [Uint8Array.of(1, 2), Uint8Array.of(3)] }];
    expect(joined(zipStore(entries))).toEqual(joined(zipStore(entries)));
    expect([...unpacked(joined(zipStore([])))]).toEqual([]);
  });
});
