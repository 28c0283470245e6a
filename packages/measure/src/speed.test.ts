import { describe, expect, it } from "vitest";
import { dawidSkene, krippendorffAlpha, RatingCollector, seededRandom } from "./index.ts";

/** 220,000 votes of 2,400 raters about 7,400 units in 6 classes, the size of CREMA-D; units are ambiguous to varying degree. */
function manyVotes(): RatingCollector<string> {
  const random = seededRandom(5);
  const collector = new RatingCollector<string>({ once: true });
  const truth = Array.from({ length: 7400 }, () => [Math.floor(random() * 6), random()] as const);
  const skill = Array.from({ length: 2400 }, () => 0.2 + 0.7 * random());
  while (collector.size < 220_000) {
    const unit = Math.floor(random() * truth.length);
    const rater = Math.floor(random() * skill.length);
    const [right, clear] = truth[unit] ?? [0, 0];
    const knows = random() < (skill[rater] ?? 0) * clear;
    collector.add(`u${unit}`, `r${rater}`, `class ${knows ? right : Math.floor(random() * 6)}`);
  }
  return collector;
}

describe("speed", () => {
  it("M6.1 keeps its bars, measured in the time that this process had", { timeout: 120_000 }, () => {
    const collector = manyVotes();
    const startAlpha = process.cpuUsage();
    const ratings = collector.finish();
    expect(krippendorffAlpha(ratings, { level: "nominal" }).value).toBeGreaterThan(0);
    expect(secondsSince(startAlpha)).toBeLessThan(1);
    const startFit = process.cpuUsage();
    expect(dawidSkene(ratings).converged).toBe(true);
    expect(secondsSince(startFit)).toBeLessThan(10);
  });
});

/** Processor time, so that what else the machine does is not counted. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
