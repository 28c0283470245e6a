// An exercise is data: composed for somebody, with its reasons, and turned into events at exact samples.
import {
  calm,
  calmHistory,
  calmPack,
  calmTimeline,
  composeCalm,
  momentAt,
  prepareSounds,
  replayCalm,
  techniqueText,
  wavBlocks,
} from "@openempathic/experiences/calm";
import type { CalmEvent } from "@openempathic/experiences/calm";

const before = { valence: 0.35, arousal: 0.7 };
const { script, why } = composeCalm({ language: "en", minutes: 3, before });
console.log(script.title);
// prints: Paced breathing
console.log(why.map(({ kind }) => kind).join(", "));
// prints: state-stirred, left-short, no-holds
console.log(techniqueText(script.technique, "en").evidence.map(({ strength }) => strength).join(", ")); // prettier-ignore
// prints: some, against

// Every moment is a sample: the page and the file play the very same ones.
const timeline = calmTimeline(script, 24_000);
const breath = timeline.events.find(({ kind }) => kind === "phase");
console.log(timeline.totalSamples, momentAt(timeline, breath?.atSample ?? 0).breath?.phase);
// prints: 4320000 in

// To take along: sound, captions, script, a page that plays them, and what is known.
const sounds = prepareSounds(script, { sampleRateHz: 24_000, channels: 1 });
const pack = calmPack(script, [...wavBlocks({ script, timeline, sounds })]);
console.log(Math.round(pack.reduce((bytes, part) => bytes + part.length, 0) / 1e5) / 10, "MB");
// prints: 8.6 MB

// A session is a fold. One's own history tells no mean from fewer than five sittings.
const events: CalmEvent[] = [
  { seq: 1, atMs: 0, kind: "session-started", language: "en" },
  { seq: 2, atMs: 1000, kind: "sitting-asked", minutes: 3, before },
  { seq: 3, atMs: 2000, kind: "sitting-begun", of: 2 },
  { seq: 4, atMs: 92_000, kind: "sitting-ended", of: 2, atSeconds: 90, how: "stopped" },
  { seq: 5, atMs: 95_000, kind: "sitting-rated", of: 2, after: { valence: 0.5, arousal: 0.4 } },
];
const state = replayCalm(events);
console.log(calm.purpose, JSON.stringify(calmHistory(state.past).all.valence));
// prints: relaxation {"known":false,"count":1,"missing":4}
