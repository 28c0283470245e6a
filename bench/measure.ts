import {
  dawidSkene,
  glad,
  krippendorffAlpha,
  mace,
  majorityVote,
  RatingCollector,
  seededRandom,
} from "@openempathic/measure";
import type { Ratings } from "@openempathic/measure";
import type { BenchTable } from "./bench-table.ts";
import { median } from "./median.ts";

const VOTES = 220_000;
const UNITS = 7_400;
const RATERS = 2_400;
const CLASSES = 6;
const ROUNDS = 3;

/**
 * How long agreement and aggregation take over as many votes as the largest open set of acted emotions has (CREMA-D:
 * about 220,000 votes of 2,400 raters about 7,400 clips, 6 classes). The votes are made up from a seed: each unit is
 * more or less clear, each rater more or less skilled, and what is neither is chance.
 */
export function benchMeasure(): BenchTable {
  const collector = new RatingCollector<string>({ once: true });
  const filled = seconds(() => fill(collector));
  let ratings = collector.finish();
  const sorted = seconds(() => (ratings = collector.finish()));
  const rows: (readonly [name: string, bar: string, run: (ratings: Ratings<string>) => unknown])[] = [
    ["Krippendorff's alpha, nominal", "1", (r) => krippendorffAlpha(r, { level: "nominal" })],
    [
      "  with 1,000 resamples",
      "",
      (r) => krippendorffAlpha(r, { level: "nominal", bootstrap: { resamples: 1000, seed: 1 } }),
    ],
    ["Majority", "", (r) => majorityVote(r)],
    ["Dawid-Skene, to convergence", "10", (r) => dawidSkene(r)],
    ["MACE, 10 starts", "", (r) => mace(r)],
    ["GLAD, to convergence", "", (r) => glad(r)],
  ];
  return {
    title: "Agreement and aggregation over 220,000 votes",
    columns: ["", "seconds", "bar"],
    rows: [
      ["Making the votes up and taking them in", filled.toFixed(3), ""],
      ["Sorting them", sorted.toFixed(3), ""],
      ...rows.map(([name, bar, run]) => [
        name,
        median(times(() => run(ratings), bar === "" ? 1 : ROUNDS)).toFixed(3),
        bar,
      ]),
    ],
    notes: [
      `${VOTES.toLocaleString("en")} votes of ${RATERS.toLocaleString("en")} raters about ${UNITS.toLocaleString("en")} units in ${CLASSES} classes; on one core; what has a bar is the median of ${ROUNDS} rounds.`,
    ],
  };
}

function fill(collector: RatingCollector<string>): void {
  const random = seededRandom(5);
  const units = Array.from({ length: UNITS }, () => ({
    truth: Math.floor(random() * CLASSES),
    clear: random(),
  }));
  const skills = Array.from({ length: RATERS }, () => 0.2 + 0.7 * random());
  while (collector.size < VOTES) {
    const u = Math.floor(random() * UNITS);
    const r = Math.floor(random() * RATERS);
    const unit = units[u];
    const knows = random() < (skills[r] ?? 0) * (unit?.clear ?? 0);
    const value = knows ? unit?.truth : Math.floor(random() * CLASSES);
    collector.add(`u${u}`, `r${r}`, `class ${String(value)}`);
  }
}

function times(run: () => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, () => seconds(run));
}

function seconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}
