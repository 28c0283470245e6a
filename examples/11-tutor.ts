// A tutor without a server: read a course from a file, learn in it, and tell a record store.
import { hintsOf, masteryOf, readGift, tutor, xapiStatements } from "@openempathic/experiences/tutor";
import type { TutorEvent } from "@openempathic/experiences/tutor";

const about = { title: "Sums", language: "en" } as const;
const broken = readGift("Two plus two? {=4 ~5}\n\nThree plus three? {=6 ~7", about);
console.log(JSON.stringify(broken));
// prints: {"kind":"faulty","faults":[{"line":3,"reason":"open-brace"}]}

const read = readGift("Two plus two? {=4 ~5}\n\nThree plus three? {=6 ~7}", about);
if (read.kind === "faulty") throw new Error("The course should be whole");
const events: TutorEvent[] = [
  { seq: 1, atMs: 0, kind: "session-started", language: "en" },
  { seq: 2, atMs: 10, kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] },
  { seq: 3, atMs: 20, kind: "course-brought", course: read.course },
  { seq: 4, atMs: 30_000, kind: "task-asked" },
  { seq: 5, atMs: 50_000, kind: "answered", itemId: "item-1", answer: "1" },
  { seq: 6, atMs: 55_000, kind: "felt", feeling: "frustrated" },
];
const state = events.reduce((before, event) => tutor.apply(before, event).state, tutor.initial);

// Frustration gets a hint; with somebody who only says “confused” the tutor would have waited.
console.log(hintsOf(state).shown.join());
// prints: It is not “5”.
if (state.place.kind === "task") console.log(state.place.move?.move, state.place.move?.why);
// prints: hint frustrated
for (const { skill, mastery } of masteryOf(state)) {
  console.log(
    skill.name,
    mastery.known.toFixed(3),
    [mastery.low.toFixed(3), mastery.high.toFixed(3)].join(" to "),
  );
}
// prints: Sums 0.185 0.085 to 0.344

// A record store learns what was answered, never how it felt.
const account = { homePage: "https://learn.example", name: "p-17" };
const statements = xapiStatements(events, { account, root: "https://learn.example/courses" });
console.log(statements.map(({ verb }) => verb.display["en"]).join(", "));
// prints: experienced, answered
