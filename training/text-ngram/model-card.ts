import { formatTextEvaluation, type TextEvaluation, type TextNgramRecipe } from "@openempathic/learn";

/** What the card says beside the weights; `card.json` holds it for programs, `README.md` for people. */
export interface ModelCard {
  readonly id: string;
  readonly version: string;
  /** `sha256:` and 64 hex digits of weights.bin. */
  readonly digest: string;
  readonly bytes: number;
  readonly licences: readonly { readonly part: string; readonly licence: string; readonly data: string }[];
  readonly recipe: TextNgramRecipe;
  /** Likelihood from which on a label counts as present, chosen on the dev part of GoEmotions. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** The same for Ekman's six and neutral. */
  readonly groupThresholds: Readonly<Record<string, number>>;
  readonly evaluation: TextEvaluation;
}

export const LICENCES: ModelCard["licences"] = [
  {
    part: "the 28 labels: their weights, calibration and thresholds",
    licence: "Apache-2.0",
    data: "GoEmotions, Demszky et al. 2020, doi:10.18653/v1/2020.acl-main.372, Apache-2.0",
  },
  {
    part: "the list of n-grams and how rare each is, counted over both data sets",
    licence: "CC BY-SA 4.0",
    data: "GoEmotions and EmoBank",
  },
  {
    part: "valence, arousal and dominance: their weights and spreads",
    licence: "CC BY-SA 4.0",
    data: "EmoBank, Buechel and Hahn 2017, aclanthology.org/E17-2092, CC BY-SA 4.0",
  },
];

/** The card as a page. Its figures are those of `open-empathic evaluate text` on the dev parts. */
export function modelCardPage(card: ModelCard): string {
  return `# ${card.id} ${card.version}

Reads English text as words, word pairs and triples, and pieces of words, and gives calibrated likelihoods of the 28
GoEmotions labels, and valence, arousal and dominance with their spread. Linear, 8-bit weights, ${(card.bytes / 1e6).toFixed(1)} MB, one
core, no network; the same code runs in Node and in a browser. Made by \`npm run train:text-ngram\` (this page, too).

    ${card.digest}  weights.bin

## What it is for

A first, fast and explainable reading of a message: what many readers would hear in it, which words spoke for that,
and when it cannot tell. It may be wrong; the person's own word wins. It is not for judging anybody: no diagnosis,
no risk assessment, no decision about work, school, insurance or credit.

## Data and licences

${card.licences.map(({ part, licence, data }) => `- ${part}: **${licence}**, learned from ${data}.`).join("\n")}

EmoBank's licence is share-alike. We treat what was learned from it as adapted from it: whoever changes and passes on
weights.bin with the three dimensions or the list of n-grams in it does so under CC BY-SA 4.0 and names EmoBank. The
code that reads it is not touched by this.

Only the published train parts were learned from. Thresholds, and the choices in the table of what was tried
(training/text-ngram/README.md), were made on the dev parts; the test parts were not looked at.

## Figures

On the dev parts, which flatter: thresholds were chosen there. The line "thresholds from the other half" is nearer to
what to expect elsewhere.

\`\`\`
${formatTextEvaluation(card.evaluation).trimEnd()}
\`\`\`

## Limits

- GoEmotions are Reddit comments of 2005 to 2019 from forums that lean young, male and American, labelled by raters in India;
  slang, irony, dialects and the ways other people speak of feelings are read worse, by how much is not measured here.
- Labels are what raters heard, from one comment without its thread. Irony is mostly taken literally.
- Rare labels (grief, relief, nervousness, realization) are found badly: see their rows before relying on them.
- Words are not understood: "not happy at all" is known only as far as its word triples were seen.
- EmoBank's ratings keep close to the middle, so means do too; their spread is honest on EmoBank's kinds of text
  (news, letters, fiction, blogs, essays) and too small on others.
- A name that begins a sentence and is a word as well ("Grace told me"), or is in no list and begins one, is not masked.
- A short message in another language with English words in it may be read as English, and a short name as another
  language.
- Of texts longer than about 16,000 characters, evenly spread pieces are read.

## Citation

Open Empathic contributors (2026), ${card.id} ${card.version}; GoEmotions (Demszky et al. 2020) and EmoBank (Buechel and Hahn 2017).
`;
}
