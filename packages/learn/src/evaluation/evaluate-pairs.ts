import { bootstrapInterval } from "@openempathic/measure";
import type { Perceiver } from "@openempathic/perceive";
import type { PairProbe } from "./parse-probes.ts";
import type { Figure } from "./score-labels.ts";

/** How often of two texts the one that says more of a label gets the higher likelihood of it. */
export interface PairFigures {
  readonly pairs: number;
  readonly right: Figure;
  readonly byKind: Readonly<Record<string, { readonly pairs: number; readonly right: number }>>;
  /** The pairs that came out the wrong way round, or level. */
  readonly wrong: readonly string[];
}

/** A text that is abstained from has no likelihood: its pair counts as wrong. */
export async function evaluatePairs(
  perceiver: Perceiver,
  probes: readonly PairProbe[],
  { bootstrap, seed }: { readonly bootstrap: number; readonly seed: number },
): Promise<PairFigures> {
  const signals = probes.flatMap(({ higher, lower }) => [asSignal(higher), asSignal(lower)]);
  const read = await perceiver.perceiveLabels(signals, "goemotions");
  const right = probes.map(({ label }, i) => {
    const [higher, lower] = [read[2 * i]?.[label], read[2 * i + 1]?.[label]];
    return higher !== undefined && lower !== undefined && higher > lower;
  });
  const kinds = [...new Set(probes.map(({ kind }) => kind))];
  return {
    pairs: probes.length,
    right: {
      value: shareOf(right),
      interval:
        probes.length === 0
          ? undefined
          : bootstrapInterval((indices) => shareOf(Array.from(indices, (i) => right[i] === true)), {
              cases: probes.length,
              resamples: bootstrap,
              seed,
            }),
    },
    byKind: Object.fromEntries(
      kinds.map((kind) => {
        const own = right.filter((_, i) => probes[i]?.kind === kind);
        return [kind, { pairs: own.length, right: shareOf(own) ?? 0 }];
      }),
    ),
    wrong: probes.flatMap(({ id }, i) => (right[i] === true ? [] : [id])),
  };
}

function asSignal(text: string): { readonly kind: "text"; readonly text: string } {
  return { kind: "text", text };
}

function shareOf(values: readonly boolean[]): number | undefined {
  return values.length === 0 ? undefined : values.filter(Boolean).length / values.length;
}
