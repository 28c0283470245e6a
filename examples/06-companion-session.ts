// A session is a fold over its events: no clock, no storage, no network. The same events give the same state.
import {
  companion,
  conversationOf,
  memoriesOf,
  pendingEffects,
  replayCompanion,
} from "@openempathic/experiences";
import type { CompanionEvent } from "@openempathic/experiences";

const events: CompanionEvent[] = [
  { seq: 1, atMs: 0, kind: "session-started", language: "en", country: "DE" },
  { seq: 2, atMs: 10, kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] },
  { seq: 3, atMs: 60_000, kind: "message", text: "My sister Anna is ill and I am scared." },
];

// What a message asks for comes out as effects; whoever runs the session runs them and adds what results.
const { state } = companion.apply(replayCompanion(events.slice(0, 2)), events[2] as CompanionEvent);
console.log(pendingEffects(state).map(({ kind }) => kind).join(", ")); // prettier-ignore
// prints: judge-risk, perceive, answer

events.push(
  { seq: 4, atMs: 60_100, kind: "memory-added", memoryId: "m1", text: "Your sister is called Anna." },
  { seq: 5, atMs: 60_200, kind: "self-reported", of: 3, likelihood: { Fear: 1 }, words: "scared for her" },
);
const now = replayCompanion(events);
console.log(memoriesOf(now).map(({ text }) => text).join()); // prettier-ignore
// prints: Your sister is called Anna.
console.log(conversationOf(now).map(({ kind }) => kind).join(", ")); // prettier-ignore
// prints: notices, message

// Forgetting takes the words out of the state.
const forgotten = replayCompanion([
  ...events,
  { seq: 6, atMs: 60_300, kind: "memory-forgotten", memoryId: "m1" },
]);
console.log(JSON.stringify(forgotten).includes("is called Anna"));
// prints: false
