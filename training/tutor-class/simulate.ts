/**
 * Simulates a class with the tutor, once going by feelings and once not, and writes what the page shows:
 *
 *     npm run simulate:tutor [-- --learners 2000 --seed 2026 --out FILE]
 *
 * Simulated learners are a check of the machinery. They are no evidence about people.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BUILT_IN_COURSES, simulateClass } from "@openempathic/experiences/tutor";
import type { ClassArm, Mean } from "@openempathic/experiences/tutor";

const SHOWN = join(
  import.meta.dirname,
  "..",
  "..",
  "apps",
  "web",
  "src",
  "tutor",
  "simulation",
  "simulated-class.json",
);
const { values } = parseArgs({
  options: {
    learners: { type: "string", default: "2000" },
    seed: { type: "string", default: "2026" },
    out: { type: "string", default: SHOWN },
  },
});
const [learners, seed] = [Number(values.learners), Number(values.seed)];
if (!(Number.isInteger(learners) && learners > 0 && Number.isInteger(seed))) {
  throw new RangeError(
    `simulate needs whole numbers for --learners and --seed, got ${values.learners} and ${values.seed}`,
  );
}
const course = BUILT_IN_COURSES["fractions"]?.en;
if (course === undefined) throw new RangeError("There is no course with the id fractions");

const simulated = simulateClass({ course, learners, fittedOn: 500, minutes: 30, resamples: 1000, seed });
const text = JSON.stringify(
  simulated,
  (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(5)) : value),
  1,
);
writeFileSync(values.out, `${text}\n`);

const shown = ({ mean, low, high }: Mean): string =>
  `${mean.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
const tell = (name: string, { masteryPerMinute, rightlyTaken, knownShare }: ClassArm): void => {
  const end = knownShare.at(-1);
  process.stdout.write(`${name}: skills mastered per minute ${shown(masteryPerMinute)}`);
  if (end !== undefined) process.stdout.write(`, share known at the end ${shown(end)}`);
  if (rightlyTaken !== undefined)
    process.stdout.write(`, of those taken for mastered truly known ${shown(rightlyTaken)}`);
  process.stdout.write("\n");
};
process.stdout.write(
  `${learners} simulated learners, seed ${seed}; a check of the machinery, no evidence about people\n`,
);
tell("going by feelings", simulated.on);
tell("not going by feelings", simulated.off);
process.stdout.write(
  `difference, learner by learner: ${shown(simulated.difference.masteryPerMinute)} per minute\n`,
);
