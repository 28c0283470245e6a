import type { DeletionFigures } from "./evaluate-deletion.ts";
import type { ContextGain, DialogueFigures } from "./evaluate-dialogues.ts";
import type { ProbeFigures } from "./evaluate-probes.ts";
import type { TextEvaluation } from "./evaluate-text.ts";
import type { Figure, LabelScores } from "./score-labels.ts";

/** The figures as tables for people, with 95 % intervals; a Markdown reader shows them as tables too. */
export function formatTextEvaluation(evaluation: TextEvaluation): string {
  const { labels, groups, dimensions, perceiver, deletion, probes } = evaluation;
  const thresholds =
    evaluation.thresholdsFrom === "given"
      ? "Thresholds: as given with the model."
      : "Thresholds: chosen on these very texts, which flatters F1.";
  return [
    `${perceiver.id} ${perceiver.version}; ${evaluation.bootstrap} bootstrap resamples, seed ${evaluation.seed}`,
    "",
    `GoEmotions: ${labels.texts} texts, ${share(labels.abstained, labels.texts)} abstained. ${thresholds}`,
    "",
    ...scoreTable(labels, "28 labels"),
    "",
    "Drawing texts with replacement inflates a calibration error: its interval lies above the value.",
    "",
    ...labelTable(labels, "label"),
    "",
    "The same labels in the groups of GoEmotions' authors: Ekman's six and neutral; a group's likelihood is the",
    "noisy-or of its labels'.",
    "",
    ...scoreTable(groups, "7 groups"),
    "",
    ...labelTable(groups, "group"),
    "",
    `EmoBank: ${dimensions.texts} texts, ${share(dimensions.abstained, dimensions.texts)} abstained.`,
    "",
    ...table([
      ["Pearson's r", "value", "95 % interval"],
      ["valence", ...figure(dimensions.correlation.valence)],
      ["arousal", ...figure(dimensions.correlation.arousal)],
      ["dominance", ...figure(dimensions.correlation.dominance)],
    ]),
    "",
    ...(deletion === undefined ? [] : deletionSection(deletion)),
    ...(probes === undefined ? [] : probeSections(probes)),
  ].join("\n");
}

/** The figures over all labels, or groups. */
function scoreTable(scores: LabelScores, what: string): string[] {
  return table([
    ["figure", "value", "95 % interval"],
    [`macro-F1, ${what}`, ...figure(scores.macroF1)],
    ["macro-F1, thresholds from the other half", scores.macroF1Crossed.toFixed(4), ""],
    ["micro-F1", ...figure(scores.microF1)],
    ["mean calibration error (15 equal-mass bins)", ...figure(scores.calibrationError)],
  ]);
}

function labelTable(scores: LabelScores, head: string): string[] {
  return table([
    [head, "texts", "threshold", "precision", "recall", "F1", "calibration error", "Brier"],
    ...scores.each.map((row) => [
      row.label,
      String(row.present),
      row.threshold.toFixed(3),
      row.precision.toFixed(3),
      row.recall.toFixed(3),
      row.f1.toFixed(3),
      row.calibrationError.toFixed(4),
      row.brier.toFixed(4),
    ]),
  ]);
}

function deletionSection(deletion: DeletionFigures): string[] {
  return [
    `Evidence: what a likelihood loses when its strongest span is deleted, and when as many words elsewhere are; ${deletion.texts} texts.`,
    "",
    ...table([
      ["deletion test", "value", "95 % interval"],
      ["fall without the strongest span", deletion.fallWithoutTop.toFixed(4), ""],
      ["fall without a random span", deletion.fallWithoutRandom.toFixed(4), ""],
      ["difference, text by text", ...figure(deletion.difference)],
      ["texts in which the strongest span took more", ...figure(deletion.topTakesMore)],
    ]),
    "",
  ];
}

function probeSections({ pairs, dialogues, swaps }: ProbeFigures): string[] {
  return [
    `Pairs of our own, of which one text says more of a label: ${pairs.pairs}.`,
    "",
    ...table([
      ["ordered rightly", "value", "95 % interval"],
      ["all", ...figure(pairs.right)],
      ...Object.entries(pairs.byKind).map(([kind, { pairs: count, right }]) => [
        `${kind} (${count})`,
        right.toFixed(4),
        "",
      ]),
    ]),
    "",
    ...dialogueSection(dialogues),
    `Names and pronouns swapped in ${swaps.templates} sentences of our own: ${swaps.swaps} swaps.`,
    "",
    ...table([
      ["absolute change of a likelihood", "value"],
      ["95th percentile of the largest of a swap", swaps.largestChange95?.toFixed(4) ?? "undefined"],
      ["95th percentile over all labels", swaps.change95?.toFixed(4) ?? "undefined"],
      [
        `largest of all (${swaps.worst?.label ?? "none"}, ${swaps.worst?.id ?? "none"})`,
        swaps.worst?.change.toFixed(4) ?? "undefined",
      ],
    ]),
    "",
  ];
}

function dialogueSection({ dialogues, logLoss, rightSide, byKind }: DialogueFigures): string[] {
  const row = (name: string, gain: ContextGain | undefined): string[] => [
    name,
    gain?.without.toFixed(4) ?? "undefined",
    gain?.with.toFixed(4) ?? "undefined",
    ...(gain === undefined ? ["undefined", ""] : figure(gain.gain)),
  ];
  return [
    `Dialogues of our own, the last message read without and with the turns before it: ${dialogues}.`,
    "",
    ...table([
      ["named labels", "without", "with", "gain", "95 % interval"],
      row("log-loss", logLoss),
      row("share on the right side of the threshold", rightSide),
      ...Object.entries(byKind).map(([kind, { dialogues: count, gain }]) => [
        `log-loss, ${kind} (${count})`,
        "",
        "",
        gain.toFixed(4),
        "",
      ]),
    ]),
    "",
  ];
}

/** A figure and its interval as two cells, to four decimals. */
export function figure({ value, interval }: Figure): [string, string] {
  const shown = value === undefined ? "undefined" : value.toFixed(4);
  return [shown, interval === undefined ? "" : `${interval.low.toFixed(4)} to ${interval.high.toFixed(4)}`];
}

function share(part: number, whole: number): string {
  return whole === 0 ? "0 %" : `${((100 * part) / whole).toFixed(2)} %`;
}

/** Columns padded to their widest cell; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [lines[0] ?? "", rule, ...lines.slice(1)];
}
