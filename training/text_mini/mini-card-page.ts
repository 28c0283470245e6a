import { figure, formatTextEvaluation, table } from "@openempathic/learn";
import type { MiniCard, MiniTraining } from "./mini-card.ts";
import type { SliceFigures } from "./slices.ts";

/** The card as a page. Its figures are those of `open-empathic evaluate text` on the dev parts. */
export function miniCardPage(card: MiniCard): string {
  return [whatItIs(card), figures(card), limits(card)].join("\n");
}

function whatItIs(card: MiniCard): string {
  const network = card.files.find(({ name }) => name === "model.onnx");
  return `# ${card.id} ${card.version}

Reads English text, and the turns before it, with a small transformer and the n-gram model together, and gives
calibrated likelihoods of the 28 GoEmotions labels, and valence, arousal and dominance with their spread. Two layers,
8-bit weights, ${((network?.bytes ?? 0) / 1e6).toFixed(1)} MB, one core, no network connection; the same files run in Node and in a browser. Made by
the scripts in \`training/text_mini\` (this page, too).

${card.files.map(({ name, digest }) => `    ${digest}  ${name}`).join("\n")}

## What it is for

A first reading of a message: what many readers would hear in it, which words spoke for that, and when it cannot tell.
It may be wrong; the person's own word wins. It is not for judging anybody: no diagnosis, no risk assessment, no
decision about work, school, insurance or credit.

## How it reads

1. Given names become \`[NAME]\` and "he", "she", "his" and "her" become "they" and "their": whom a text is about does not count.
2. The text is cut into pieces of a vocabulary of 8,000 (at most 128; longer texts in windows), followed by the pieces
   of the turns before it, each marked as the other side's or the same person's (at most 64, the most recent).
3. The transformer gives log-odds for each label. They are a sum over the pieces, so what each piece adds is known.
4. \`text-ngram\` gives log-odds, too. Of both, ${combinedAs(card)}, a mean is taken, and each label's is calibrated by a slope
   and an offset, drawn towards those of all labels together.
5. What pieces and n-grams added is gathered into words: the evidence, which adds up to the log-odds.

## Data and licences

${card.licences.map(({ part, licence, data }) => `- ${part}: **${licence}**, from ${data}.`).join("\n")}

EmoBank's licence is share-alike. We treat what was learned from it as adapted from it: whoever changes and passes on
model.onnx does so under CC BY-SA 4.0 and names EmoBank. The code that reads it is not touched by this.

Of published data only the train parts were learned from, beside some 11,900 lines written for this project
(training/text_mini/data, Apache-2.0). The combination, the thresholds and the choices in the table of what
was tried (training/text_mini/README.md) were made on the dev parts; the test parts were not looked at.
`;
}

function figures(card: MiniCard): string {
  return `## Figures

### What to expect elsewhere

Combination, calibration and thresholds fitted on every second text of GoEmotions' dev part and judged on the others, and
the other way round:

${table([
  ["figure", "value", "95 % interval"],
  ["macro-F1, 28 labels", ...figure(card.crossFitted.macroF1)],
  ["micro-F1, 28 labels", ...figure(card.crossFitted.microF1)],
  ["mean calibration error, 28 labels", ...figure(card.crossFitted.calibrationError)],
  ["macro-F1, Ekman's six and neutral", ...figure(card.crossFitted.groupMacroF1)],
  ["mean calibration error, Ekman's six and neutral", ...figure(card.crossFitted.groupCalibrationError)],
]).join("\n")}

The network was chosen by its figures on the same dev part, which these cannot take out.

### On the dev parts, which flatter

Combination, calibration and thresholds were fitted on the very texts that they are judged on here.

\`\`\`
${formatTextEvaluation(card.evaluation).trimEnd()}
\`\`\`

### By length and by topic

Thresholds as above. GoEmotions names no topics: a text belongs to a topic when it has one of its words (the lists are in
training/text_mini/slices.ts), and may belong to several.

${sliceTable("length", card.slices.byLength)}

${sliceTable("topic", card.slices.byTopic)}
`;
}

function limits(card: MiniCard): string {
  return `## Known failures

- GoEmotions are Reddit comments of 2005 to 2019 from forums that lean young, male and American, labelled by raters in India;
  slang, dialects and the ways other people speak of feelings are read worse, by how much is not measured here.
- Irony without context is mostly taken literally, and with context often still.
- Rare labels (grief, relief, nervousness, realization) are found badly: see their rows before relying on them.
- The vocabulary knows no emoji: they count through the n-gram model alone.
- EmoBank's ratings keep close to the middle, so means do too; their spread is honest on EmoBank's kinds of text
  (news, letters, fiction, blogs, essays) and too small on others.
- Learned from single comments; what turns before a message mean was learned from few examples.
- Of the pairs and dialogues of our own, those that come out wrong are named by \`open-empathic evaluate text --as json\`.
- A name that begins a sentence and is a word as well ("Grace told me"), or is in no list and begins one, is not masked.
- A short message in another language with English words in it may be read as English, and a short name as another
  language.
- Of texts longer than about 16,000 characters, evenly spread pieces are read.

## What it cost

${card.training === null ? "Not written down yet." : costs(card.training)}

## Citation

Open Empathic contributors (2026), ${card.id} ${card.version}; Universal Sentence Encoder (Cer et al. 2018), GoEmotions
(Demszky et al. 2020) and EmoBank (Buechel and Hahn 2017).
`;
}

function combinedAs({ combination }: MiniCard): string {
  const share = combination.labels[0]?.networkShare ?? 0;
  return `${(100 * share).toFixed(0)} % the transformer's`;
}

function costs({ hardware, hours, kilowattHours, kilogramsCo2, reckoning }: MiniTraining): string {
  return `${hours} hours on ${hardware}: ${kilowattHours} kWh, ${kilogramsCo2} kg CO₂. ${reckoning}`;
}

function sliceTable(head: string, slices: readonly SliceFigures[]): string {
  return table([
    [head, "texts", "micro-F1", "95 % interval", "Brier"],
    ...slices.map(({ slice, texts, microF1, brier }) => [
      slice,
      String(texts),
      ...figure(microF1),
      brier.toFixed(4),
    ]),
  ]).join("\n");
}
