// A council thinks a decision through without ever giving a verdict, and its record shows every changed byte.
import {
  InvalidCouncilRecordError,
  council,
  councilDifferences,
  judgeCare,
  optionBalance,
  optionsOf,
  readCouncilRecord,
  replayCouncil,
  reviewReleasePlan,
  writeCouncilRecord,
} from "@openempathic/experiences/council";
import type { CouncilAnswer, CouncilEvent } from "@openempathic/experiences/council";
import { checkCouncil } from "@openempathic/respond";

const events: CouncilEvent[] = [
  { seq: 1, atMs: 0, kind: "session-started", language: "en" },
  { seq: 2, atMs: 10, kind: "noted", item: { part: "frame", question: "Move in with Gran?", context: "", decider: "We" } },
  { seq: 3, atMs: 20, kind: "noted", item: { part: "option", optionId: "move", title: "Move in", detail: "We take the upper floor.", upsides: ["She is not alone"], downsides: [] } },
]; // prettier-ignore
const state = replayCouncil(events);

// Doing nothing is always among the options, and equal room is asked for, never forced.
console.log(optionsOf(state).map(({ title }) => title).join(", ")); // prettier-ignore
// prints: Move in, Do nothing for now
console.log(optionBalance(optionsOf(state)).imbalances.map(({ lacks, has, wants }) => `${lacks} ${has}/${wants}`).join(", ")); // prettier-ignore
// prints: words 4/8, upsides 0/1

// A likely feeling that claims to rest on somebody's words needs those words: without them the event changes nothing.
const claimed: CouncilEvent = { seq: 4, atMs: 30, kind: "noted", item: { part: "impact", stakeholderId: "gran", optionId: "move", feelings: ["Fear"], basis: "said", sureness: "high" } }; // prettier-ignore
console.log(council.apply(state, claimed).state === state);
// prints: true

// Planning harm behind somebody's back is not helped with; law and medicine are referred.
console.log(judgeCare("Slip sleeping pills into her tea", { language: "en", atMs: 0 }).map(({ kind }) => kind).join()); // prettier-ignore
// prints: harm

// Where people differ: counts, no mean, no winner.
const answer = (stance: "uneasy" | "at-ease"): CouncilAnswer => ({ stances: { move: stance }, leaning: null, values: [], reason: "" }); // prettier-ignore
console.log(councilDifferences(["move"], [answer("uneasy"), answer("at-ease")]).options[0]?.isSplit);
// prints: true

// One changed letter in the saved record is found, with its line.
const record = writeCouncilRecord(events);
console.log(readCouncilRecord(record).hashes.length);
// prints: 3
try {
  readCouncilRecord(record.replace("upper floor", "lower floor"));
} catch (error) {
  if (error instanceof InvalidCouncilRecordError) console.log(`line ${error.line}: ${error.reason}`);
}
// prints: line 4: its hash does not fit: this line was changed, or one is missing before it

// The same care for what a model is about to send, and for a plan to release data.
console.log(checkCouncil("You must decide right now.", "en").map(({ rule, text }) => `${rule}: ${text}`).join()); // prettier-ignore
// prints: pressure: You must decide right now
const plan = { name: "Voices", description: "Clips of 40 adults.", modalities: ["voice"] } as const;
console.log(reviewReleasePlan(plan, "en").filter(({ weight }) => weight === "stop").map(({ about }) => about).join(", ")); // prettier-ignore
// prints: consent, withdrawal, licence, minors, law
