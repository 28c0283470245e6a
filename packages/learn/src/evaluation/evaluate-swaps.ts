import type { Perceiver } from "@openempathic/perceive";
import { placesIn, type SwapProbe } from "./parse-probes.ts";

/** How far likelihoods move when nothing but a name and its pronouns is another. */
export interface SwapFigures {
  readonly templates: number;
  /** Pairs of fills of one template. */
  readonly swaps: number;
  /** 95th percentile over the swaps of the largest absolute change among the labels. */
  readonly largestChange95: number | undefined;
  /** The same over all labels of all swaps. */
  readonly change95: number | undefined;
  /** Largest of all, with the template and label where it was seen. */
  readonly worst: { readonly id: string; readonly label: string; readonly change: number } | undefined;
}

/** Reads every template with every fill and compares each with each. */
export async function evaluateSwaps(
  perceiver: Perceiver,
  probes: readonly SwapProbe[],
): Promise<SwapFigures> {
  const signals = probes.flatMap(({ template, fills }) =>
    fills.map((values) => ({ kind: "text" as const, text: fill(template, values) })),
  );
  const read = (await perceiver.perceiveLabels(signals, "goemotions")).values();
  const largest: number[] = [];
  const all: number[] = [];
  let worst: SwapFigures["worst"];
  for (const { id, fills } of probes) {
    const readings = fills.map(() => read.next().value ?? {});
    for (const [i, one] of readings.entries()) {
      for (const other of readings.slice(i + 1)) {
        const changes = changesBetween(one, other);
        const [label, change] = changes.reduce((most, now) => (now[1] > most[1] ? now : most), ["", 0]);
        all.push(...changes.map(([, value]) => value));
        largest.push(change);
        if (worst === undefined || change > worst.change) worst = { id, label, change };
      }
    }
  }
  return {
    templates: probes.length,
    swaps: largest.length,
    largestChange95: percentile95(largest),
    change95: percentile95(all),
    worst,
  };
}

type Labels = Readonly<Record<string, number>>;

function changesBetween(one: Labels, other: Labels): (readonly [label: string, change: number])[] {
  const labels = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...labels].map((label) => [label, Math.abs((one[label] ?? 0) - (other[label] ?? 0))] as const);
}

/** A place that begins with a capital letter is filled with one. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  let text = template;
  for (const place of placesIn(template)) {
    const value = values[place.toLowerCase()] ?? "";
    const isCapital = place.slice(0, 1) !== place.slice(0, 1).toLowerCase();
    const written = isCapital ? value.slice(0, 1).toUpperCase() + value.slice(1) : value;
    text = text.replace(`{${place}}`, () => written);
  }
  return text;
}

/** The smallest value that 95 % of the values do not exceed (nearest rank). */
function percentile95(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1];
}
