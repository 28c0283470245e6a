import type { Figure, TextEvaluation } from "./evaluate-text.ts";

/** The figures as a table for people, with 95 % intervals; a Markdown reader shows it as tables too. */
export function formatTextEvaluation(evaluation: TextEvaluation): string {
  const { labels, dimensions, perceiver } = evaluation;
  const thresholds =
    evaluation.thresholdsFrom === "given"
      ? "Thresholds: as given with the model."
      : "Thresholds: chosen on these very texts, which flatters F1.";
  return [
    `${perceiver.id} ${perceiver.version}; ${evaluation.bootstrap} bootstrap resamples, seed ${evaluation.seed}`,
    "",
    `GoEmotions: ${labels.texts} texts, ${share(labels.abstained, labels.texts)} abstained. ${thresholds}`,
    "",
    ...table([
      ["figure", "value", "95 % interval"],
      ["macro-F1, 28 labels", ...figure(labels.macroF1)],
      ["macro-F1, thresholds from the other half", labels.macroF1Crossed.toFixed(4), ""],
      ["micro-F1", ...figure(labels.microF1)],
      ["mean calibration error (15 equal-mass bins)", ...figure(labels.calibrationError)],
    ]),
    "",
    "Drawing texts with replacement inflates a calibration error: its interval lies above the value.",
    "",
    ...table([
      ["label", "texts", "threshold", "precision", "recall", "F1", "calibration error", "Brier"],
      ...labels.each.map((row) => [
        row.label,
        String(row.present),
        row.threshold.toFixed(3),
        row.precision.toFixed(3),
        row.recall.toFixed(3),
        row.f1.toFixed(3),
        row.calibrationError.toFixed(4),
        row.brier.toFixed(4),
      ]),
    ]),
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
  ].join("\n");
}

function figure({ value, interval }: Figure): [string, string] {
  const shown = value === undefined ? "undefined" : value.toFixed(4);
  return [shown, interval === undefined ? "" : `${interval.low.toFixed(4)} to ${interval.high.toFixed(4)}`];
}

function share(part: number, whole: number): string {
  return whole === 0 ? "0 %" : `${((100 * part) / whole).toFixed(2)} %`;
}

/** Columns padded to their widest cell; the first row is the head. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [lines[0] ?? "", rule, ...lines.slice(1)];
}
