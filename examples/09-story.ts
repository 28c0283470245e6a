// A story without a server: read a script, follow a way, see its arc and what is worth a look, and take it along.
import { makeEstimate } from "@openempathic/affect";
import {
  clearFeeling,
  expressionManifest,
  findJumps,
  followPath,
  moodFor,
  readInk,
  scriptFaultText,
  shapeAt,
  storyArc,
  tagScript,
  writeSsml,
} from "@openempathic/experiences/story";
import type { Readings } from "@openempathic/experiences/story";

const broken = readInk("The lamp is lit.\n-> cellar");
if (broken.kind === "faulty") console.log(broken.faults.map((fault) => scriptFaultText(fault, "en")).join());
// prints: Line 2, column 1: this leads to a place that is not in the script (cellar).

const source = `June: The bread.
Mara: The tin.
June: The shelf.
Mara: The door.
* [Ask her]
* [Wait] June: I hate this tower!
- -> END`;
const read = readInk(source);
if (read.kind === "faulty") throw new Error("The script should be whole");
const { script } = read;

// How each line sounds comes from a perceiver; here it is made up.
const estimate = (anger: number, valence: number) =>
  makeEstimate({
    modality: "text",
    likelihood: { Anger: anger },
    dimensions: { valence: { mean: valence, sd: 0.15 }, arousal: { mean: anger / 2, sd: 0.1 } },
    source: { kind: "model", id: "made-up", version: "1" },
  });
const readings: Readings = Object.fromEntries(
  script.utterances.map(({ text }) => [
    text,
    text.includes("hate") ? estimate(0.95, -0.45) : estimate(0.03, 0),
  ]),
);

const [fork] = followPath(script).forks;
const path = followPath(script, { [fork?.block ?? 0]: [1] });
const points = storyArc(script, path, { readings, of: { kind: "reader" } });
console.log(
  points.map(({ utterance, valence }) => `${utterance.text} ${valence?.mean.toFixed(2) ?? "?"}`).at(-1),
);
// prints: I hate this tower! -0.19

// A choice stands before the outburst, so there may be a reason; without it there is none in the words.
console.log(findJumps(script, path, readings).length);
// prints: 0
const straight = readInk(source.replace("* [Ask her]\n* [Wait] ", "").replace("\n- -> END", ""));
if (straight.kind === "read") {
  const [jump] = findJumps(straight.script, followPath(straight.script), readings);
  console.log(jump?.speaker, jump?.category, jump?.sure.toFixed(2));
}
// prints: June Anger 0.89

// Written back, only the tag is new; nothing is tagged in which no feeling is clear.
console.log(
  tagScript(source, script, (each) => moodFor(each, { readings, moods: {} }))
    .split("\n")
    .at(-2),
);
// prints: * [Wait] June: I hate this tower! #mood:anger
console.log(expressionManifest(script, { readings, moods: {} }).characters.map(({ name, needs }) => `${name}: ${needs.join(" ")}`).join("; ")); // prettier-ignore
// prints: June: anger neutral; Mara: neutral
console.log(writeSsml(points, "en").includes('rate="11'), clearFeeling(readings["The tin."]));
// prints: true undefined

// One of the six arcs to set beside it: a fall and a rise.
console.log([0, 0.5, 1].map((position) => shapeAt("man-in-a-hole", position)).join(", "));
// prints: 1, -1, 1
