import type { RiskEvaluation } from "@openempathic/govern";
import type { RISK_RECIPE } from "./fit-risk-model.ts";
import type { RiskModelFile } from "./quantise.ts";

/** What the card is made from. */
export interface RiskCardFacts {
  readonly messages: number;
  readonly file: RiskModelFile;
  readonly recipe: typeof RISK_RECIPE;
  readonly figures: readonly { readonly name: string; readonly figures: RiskEvaluation }[];
}

/** The card that stands beside the weights. */
export function riskCard({ messages, file, recipe, figures }: RiskCardFacts): string {
  const share = (value: number | undefined) => (value === undefined ? "–" : value.toFixed(3));
  const rows = figures.map(
    ({ name, figures: each }) =>
      `| ${name} | ${each.cases} | ${share(each.recallConcern)} | ${share(each.recallPassive)} | ${share(each.recallActive)} | ${share(each.falseAlarms)} | ${share(each.anyAlarm)} | ${share(each.exactLevel)} |`,
  );
  return `# The statistical judge beside the rules

Made by \`npm run train:risk-ngram\` (this page, too). A linear model over hashed words, word pairs and triples, pieces
of words, word classes and what the rules found; ${file.weights.length} characters of base64, 8 bits a weight. One
logistic regression for each step (concern, passive, active, imminent or graver) and one for whether it is about
somebody else. It knows English and German.

## Data

${messages} messages: those of \`training/risk-ngram/data\` and \`packages/govern/evaluation/dev.jsonl\`, written for this
project (Apache-2.0), and 12,000 ordinary comments of GoEmotions' train part (Demszky et al. 2020, Apache-2.0) in which
the rules find no risk, so that the model learns how rare it is. Of the written ones each is learned from as it is and in
${recipe.copies} other manners (typing errors, digits for letters, letters apart, no marks, small talk), half of them
beside a harmless message as well. Near duplicates of the held-out and the blind messages were left out.

Thresholds (log-odds): ${file.thresholds.map((one) => one.toFixed(2)).join(", ")}; doubt below ${file.doubtBelow.toFixed(2)}.

## Figures of both judges together

| set | messages | recall at concern or graver | recall at passive or graver | recall of active or graver | false alarms | any alarm | exact level |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

The files named w… were written to be hard: hints without a single grave word, and harmless messages full of grave
words. In w5 and later, most harmless messages are twins: nearly the words of a grave one, and another meaning. The rules
were tuned on dev. The blind set was written by somebody who saw neither rules nor model; fourteen of its messages were
seen by mistake before w5 was written (\`packages/govern/evaluation/README.md\`).

## Limits

- All writers are of one family; no message was written by a person in a crisis. Expect less on real conversations.
- Irony, dialects and very short messages are read worst. Languages other than English and German are not read.
- It hears words and their neighbours, not meaning. It is no clinical assessment, and it may be wrong.
`;
}
