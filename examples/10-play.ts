// Characters feel what follows from what happens to their goals; a player's game gets easier or harder within bounds.
import {
  adapt,
  appraise,
  beginPacing,
  expressionOf,
  Gamygdala,
  makeCast,
  passTimeForAll,
} from "@openempathic/experiences/play";

const bus = (likelihood: number) =>
  ({ kind: "belief", belief: "the bus comes", likelihood, bearsOn: { play: 1 } }) as const;
const looks = (cast: ReturnType<typeof makeCast>, id: string): string =>
  (cast[id] === undefined ? [] : expressionOf(cast[id]).emotions)
    .map(({ kind, intensity }) => `${kind} ${intensity.toFixed(2)}`)
    .join(", ");

const dusk = makeCast([
  { id: "lin", goals: { play: 1 } },
  { id: "pim", relations: { lin: 0.5 } },
]);
const told = appraise(dusk, { consequences: [bus(0.9)], by: "pim" });
console.log(looks(told, "lin"));
// prints: hope 0.40, gratitude 0.40
console.log(looks(told, "pim"));
// prints: happy-for 0.20, gratification 0.20

// The belief is refuted: what had been hoped for disappoints. Fifteen seconds later half of it is left.
const refuted = appraise(told, { consequences: [bus(0)] });
console.log(looks(passTimeForAll(refuted, 15_000), "lin"));
// prints: distress 0.45, disappointment 0.45, hope 0.20, gratitude 0.20

// A game for GAMYGDALA keeps its calls; its agents are disappointed here.
const engine = new Gamygdala({ nowMs: () => 0 });
const agent = engine.createAgent("lin");
engine.createGoalForAgent("lin", "play", 1);
engine.appraiseBelief(0.8, "", ["play"], [1]);
engine.appraiseBelief(-1, "", ["play"], [1]);
console.log(
  agent
    .getEmotionalState()
    .map(({ name }) => name)
    .join(", "),
);
// prints: hope, distress, disappointment

// Two cups that went well turn the difficulty up one step; one does not.
const start = beginPacing({ difficulty: 0.5, pace: 0.5, tension: 0.3 });
const once = adapt(start, { kind: "attempt", score: 1 }, 0);
const twice = adapt(once, { kind: "attempt", score: 1 }, 1000);
console.log(once.dials.difficulty, twice.dials.difficulty, twice.log[0]?.because.kind);
// prints: 0.5 0.62 attempts
