/** For tests of experiences: seeded simulated people, and the property that replaying gives the same state. */

// Whole sessions
export { simulate } from "./simulate.ts";
export type { Simulation, SimulationSize, SimulatedPerson } from "./simulate.ts";
export { openRandom } from "./random.ts";
export type { Random } from "./random.ts";

// Replaying
export { assertReplays, assertReplaysAnyHistory } from "./replay.ts";
export { replay } from "../replay.ts";
export type { Fold } from "../replay.ts";

// The companion's simulated person, as an example to follow
export { companionEvents, companionPerson } from "./companion-person.ts";
