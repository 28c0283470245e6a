import { bootstrapInterval } from "@openempathic/measure";
import type { Perceiver, TextSignal } from "@openempathic/perceive";
import type { DialogueProbe } from "./parse-probes.ts";
import type { Figure } from "./score-labels.ts";

export interface DialogueOptions {
  readonly bootstrap: number;
  readonly seed: number;
  /** Likelihood from which on a label counts as named. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** A figure without the turns before a message, with them, and the gain: positive is better with context. */
export interface ContextGain {
  readonly without: number;
  readonly with: number;
  readonly gain: Figure;
}

/** What the turns before a message are worth. */
export interface DialogueFigures {
  readonly dialogues: number;
  /** Mean over dialogues of the mean log-loss of the labels that a dialogue names, in nats. */
  readonly logLoss: ContextGain | undefined;
  /** Share of these labels that lie on the right side of their threshold. */
  readonly rightSide: ContextGain | undefined;
  /** Gain in log-loss by kind of dialogue. */
  readonly byKind: Readonly<Record<string, { readonly dialogues: number; readonly gain: number }>>;
}

/** Likelihoods are kept this far from 0 and 1, so that one label cannot outweigh all others. */
const LEAST = 1e-3;

/** Reads the last turn of each dialogue with and without the turns before it. */
export async function evaluateDialogues(
  perceiver: Perceiver,
  probes: readonly DialogueProbe[],
  options: DialogueOptions,
): Promise<DialogueFigures> {
  if (probes.length === 0) return { dialogues: 0, logLoss: undefined, rightSide: undefined, byKind: {} };
  const alone = await perceiver.perceiveLabels(probes.map(withoutContext), "goemotions");
  const inContext = await perceiver.perceiveLabels(probes.map(withContext), "goemotions");
  const losses = probes.map((probe, i) => [logLoss(probe, alone[i]), logLoss(probe, inContext[i])] as const);
  const sides = probes.map(
    (probe, i) =>
      [
        rightSide(probe, alone[i], options.thresholds),
        rightSide(probe, inContext[i], options.thresholds),
      ] as const,
  );
  const kinds = [...new Set(probes.map(({ kind }) => kind))];
  return {
    dialogues: probes.length,
    logLoss: gainOf(losses, -1, options),
    rightSide: gainOf(sides, 1, options),
    byKind: Object.fromEntries(
      kinds.map((kind) => {
        const own = losses.filter((_, i) => probes[i]?.kind === kind);
        return [kind, { dialogues: own.length, gain: mean(own.map(([before, after]) => before - after)) }];
      }),
    ),
  };
}

function withoutContext({ turns }: DialogueProbe): TextSignal {
  return { kind: "text", text: turns.at(-1)?.text ?? "" };
}

function withContext(probe: DialogueProbe): TextSignal {
  const context = probe.turns
    .slice(0, -1)
    .map(({ role, text }) => ({ role: role === "user" ? ("person" as const) : role, text }));
  return { ...withoutContext(probe), context };
}

type Labels = Readonly<Record<string, number>> | undefined;

function logLoss({ present, absent }: DialogueProbe, labels: Labels): number {
  const of = (label: string): number => Math.min(1 - LEAST, Math.max(LEAST, labels?.[label] ?? LEAST));
  return mean([
    ...present.map((label) => -Math.log(of(label))),
    ...absent.map((label) => -Math.log(1 - of(label))),
  ]);
}

function rightSide(
  { present, absent }: DialogueProbe,
  labels: Labels,
  thresholds: Readonly<Record<string, number>>,
): number {
  const isNamed = (label: string): boolean => (labels?.[label] ?? 0) >= (thresholds[label] ?? 0.5);
  return mean([
    ...present.map((label) => Number(isNamed(label))),
    ...absent.map((label) => Number(!isNamed(label))),
  ]);
}

function gainOf(
  pairs: readonly (readonly [without: number, with_: number])[],
  sign: 1 | -1,
  { bootstrap, seed }: DialogueOptions,
): ContextGain {
  const gains = pairs.map(([before, after]) => sign * (after - before));
  return {
    without: mean(pairs.map(([before]) => before)),
    with: mean(pairs.map(([, after]) => after)),
    gain: {
      value: mean(gains),
      interval: bootstrapInterval((indices) => mean(Array.from(indices, (i) => gains[i] as number)), {
        cases: pairs.length,
        resamples: bootstrap,
        seed,
      }),
    },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
