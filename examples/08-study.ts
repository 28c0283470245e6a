// A study without a server: freeze a protocol, try it out with people who do not exist, and look at its figures.
import {
  allocate,
  consort,
  consortText,
  figureText,
  openInstruments,
  protocolHash,
  readProtocol,
  readStudyData,
  scaleReliabilities,
  simulateRun,
  studyFiles,
} from "@openempathic/experiences/study";

const broken = readProtocol(
  '{\n  "schema": "open-empathic/study-protocol/1",\n  "title": "Evening walks",\n}',
);
if (broken.kind === "faulty") console.log(JSON.stringify(broken.faults[0]));
// prints: {"line":4,"path":"","reason":"there is a comma before the end of a list"}

const instrument = openInstruments("en").find(({ id }) => id === "gad-7");
const read = readProtocol(
  JSON.stringify({
    schema: "open-empathic/study-protocol/1",
    title: "Evening walks",
    version: "1.0",
    language: "en",
    contact: "Ada Example, ada@example.org",
    ethics: "",
    consents: [{ version: "1", text: "You walk in the evening and answer a few questions." }],
    arms: [
      { id: "walk", name: "Walk" },
      { id: "wait", name: "Wait" },
    ],
    allocation: { seed: 7, block: 4 },
    order: "fixed",
    tasks: [{ kind: "questionnaire", id: "worry", title: "Two weeks", instrument }],
  }),
);
if (read.kind === "faulty") throw new Error("The protocol should be whole");
const { protocol } = read;

// Frozen: a changed letter would be another hash. Chance can be checked by anybody who has the protocol.
const hash = protocolHash(protocol);
console.log(hash.length, [1, 2, 3, 4].map((number) => allocate(protocol, number).armId).join(" "));
// prints: 64 walk wait wait walk

const runs = Array.from({ length: 60 }, (_, index) => ({
  code: `sim${String(index + 1)}`,
  number: index + 1,
  // The third took their data away.
  events: index === 2 ? null : simulateRun(protocol, { number: index + 1, seed: 3, startMs: 0 }),
}));
const data = readStudyData({ protocol, hash, declined: 2, simulated: true }, runs);
console.log(consortText(consort(data), "en"));
// prints: Answered the consent: 62; Said no: 2; Consented, allocated by chance: 60. Walk: 30 (Finished: 30; Under way: 0; Stopped, answers kept: 0; Took their data away: 0). Wait: 30 (Finished: 29; Under way: 0; Stopped, answers kept: 0; Took their data away: 1)
for (const { name, alpha } of scaleReliabilities(data)) console.log(name, figureText(alpha, "en"));
// prints: GAD-7 0.84 [0.76, 0.90]
console.log(studyFiles(data).filter(({ path }) => path.startsWith("data/")).length, "tables");
// prints: 4 tables
