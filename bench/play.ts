import { appraise, expressionOf, makeCast, passTimeForAll } from "@openempathic/experiences/play";
import type { Cast } from "@openempathic/experiences/play";
import { seededRandom } from "@openempathic/measure";
import type { BenchTable } from "./bench-table.ts";
import { GamygdalaPublished } from "./gamygdala-published.ts";
import { median } from "./median.ts";

const AGENTS = 1000;
const FRIENDS = 5;
const EVENTS = 200;
const ROUNDS = 5;
const STEP_MS = 100;

interface Scene {
  /** For each agent whom they know, and how much they like them. */
  readonly relations: readonly (readonly (readonly [other: number, like: number])[])[];
  /** For each event whom it is about, who did it, and how likely it makes their goal, in (0, 1). */
  readonly events: readonly { readonly owner: number; readonly by: number; readonly likelihood: number }[];
}

/**
 * How long an event takes for 1,000 agents, each with a goal and five relations: all of them learn of every event,
 * some feel something, and all fade by 100 ms. Beside it the published algorithm of GAMYGDALA on the same events, in
 * rounds that alternate.
 */
export function benchPlay(): BenchTable {
  const scene = makeScene();
  const ours: number[] = [];
  const published: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(timeOurs(scene));
    published.push(timePublished(scene));
  }
  const row = (name: string, times: readonly number[], bar: string): readonly string[] => [
    name,
    median(times).toFixed(3),
    Math.max(...times).toFixed(3),
    bar,
  ];
  return {
    title: "Feelings of characters in a game",
    columns: ["1,000 agents, µs an agent and event", "median", "slowest round", "bar"],
    rows: [
      row("emotions, mood and relations (ours)", ours, "20"),
      row("GAMYGDALA as published: emotions and relations, no mood", published, ""),
    ],
    notes: [
      `${EVENTS} events of ${AGENTS} agents with a goal and ${FRIENDS} relations each; every event is appraised for everybody and everybody fades by ${STEP_MS} ms; ${ROUNDS} rounds that alternate, on one core. GAMYGDALA is not on npm: its algorithm was written for this bench from the paper. Ours leaves the state before an event untouched, so that a game can save, replay and undo; the published one changes it in place.`,
    ],
  };
}

function makeScene(): Scene {
  const random = seededRandom(17);
  const pick = (): number => Math.floor(random() * AGENTS);
  return {
    relations: Array.from({ length: AGENTS }, () =>
      Array.from({ length: FRIENDS }, () => [pick(), 2 * random() - 1] as const),
    ),
    events: Array.from({ length: EVENTS }, () => ({
      owner: pick(),
      by: pick(),
      likelihood: 0.05 + 0.9 * random(),
    })),
  };
}

function timeOurs({ relations, events }: Scene): number {
  let cast: Cast = makeCast(
    relations.map((known, index) => ({
      id: `a${index}`,
      goals: { [`g${index}`]: { utility: 0.8, likelihood: 0.5, recurring: true } },
      relations: Object.fromEntries(known.map(([other, like]) => [`a${other}`, like])),
    })),
  );
  const startedMs = performance.now();
  for (const { owner, by, likelihood } of events) {
    cast = passTimeForAll(cast, STEP_MS);
    cast = appraise(cast, { consequences: [{ kind: "goal", goal: `g${owner}`, likelihood }], by: `a${by}` });
  }
  const microseconds = (performance.now() - startedMs) * 1000;
  // Read something of the result, so that nothing of it can be left out.
  if (!Object.values(cast).some((character) => expressionOf(character, 0).emotions.length > 0)) {
    throw new Error("Nobody felt anything");
  }
  return microseconds / (EVENTS * AGENTS);
}

function timePublished({ relations, events }: Scene): number {
  const engine = new GamygdalaPublished();
  for (let index = 0; index < AGENTS; index += 1) engine.addAgent(`a${index}`);
  for (const [index, known] of relations.entries()) {
    engine.addGoal(`a${index}`, `g${index}`, 0.8);
    for (const [other, like] of known) engine.addRelation(`a${index}`, `a${other}`, like);
  }
  const startedMs = performance.now();
  for (const { owner, by, likelihood } of events) {
    engine.decay(STEP_MS / 1000);
    engine.appraise(2 * likelihood - 1, `a${by}`, { goal: `g${owner}`, congruence: 1 });
  }
  return ((performance.now() - startedMs) * 1000) / (EVENTS * AGENTS);
}
