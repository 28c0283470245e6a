// node --conditions=workspace --import tsx training/text_mini/make-given-names.ts FAKER WORDS
//
// Makes packages/perceive/src/text/given-names.json from the given names of all languages in the npm package
// @faker-js/faker 10.6.0 (MIT) and those of given-names.json beside this file, without places and without names that are
// English words (index.json of the npm package an-array-of-english-words 2.0.0, MIT) and known to text-ngram as such. FAKER
// and WORDS are the folders into which the two packages were unpacked.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { wordsOf } from "@openempathic/learn";
import { decodeNgramWeights } from "@openempathic/perceive";
import own from "./given-names.json" with { type: "json" };

/** A word list knows these as words, too, but with a capital letter they are names. */
const NAMES_ALL_THE_SAME =
  "Alan Alec Alexander Alison Amelia Andrew Ann Anna Ben Betty Billie Bob Bobby Brad Carl Carter Charlotte Chloe Claude Clint Colin Craig Dan Daphne Dean Derrick Diane Donna Drew Ed Eddy Emma Eric Erica Eve Felicia Florence Fritz Harry Henry Irene Jack James Jane Jenny Jerry Jess Jill Jimmy Joe John Jordan Joseph Josh Julia Karen Kelly Ken Kevin Lars Laura Leo Lewis Liam Lily Linda Louis Louise Lucy Luke Maria Marie Marta Martin Mary Mason Maya Michael Mike Mitch Molly Nancy Nelson Nick Nicole Oliver Oscar Pablo Paul Pedro Peter Phil Ralph Rick Ricky Robert Robin Rodney Roger Rory Sally Sam Sammy Sarah Simon Stella Susan Tamara Tara Ted Teddy Tiffany Tim Tina Tom Tommy Toni Tony Troy Valerie Victor Victoria Vivian Walter Warren Wendy Wilma Zack".split(
    " ",
  );
/** Given names that are read as places, months, beliefs or something else more often. */
const NO_NAMES =
  "America April Argentina Asia Austin Brooklyn Cali Carolina Chelsea Christ Cleveland Columbus Dakota Dallas Filipino Florida France Francisco Georgia Houston Indiana Islam Israel London Milan Missouri Orlando Rio Santa Sydney Washington June Sep Isis Apa Cruz Deja Ira Ive Zion Stanford Richmond Nola Neo Lai Hindu Catholic Muslim Sunday Monday Friday Moscow Paris Vienna Roma Verona Kiev Cairo India China Kenya Ireland Holland Jamaica Jersey Chicago Boston Denver Memphis Phoenix Savannah".split(
    " ",
  );
/** Words and names alike: names where they have a capital letter within a sentence. */
const WORDS_TOO =
  "Amber April Art Autumn Bill Chase Crystal Daisy Dale Dawn Don Earl Frank Gail Gene Grace Grant Hazel Heather Holly Hunter Iris Ivy Jade Jasmine Jean Lance Lee Lily Mark Max Melody Miles Olive Pat Pearl Penny Pierce Piper Ray Reed Rob Rod Rose Ross Ruby Rusty Sage Sandy Stone Sue Summer Violet Wade Will Willow Wren".split(
    " ",
  );
const NAME = /^\p{Lu}[\p{Ll}’'\p{Lu}]+(?:-\p{Lu}?\p{Ll}+)*$/u;

interface FakerLocale {
  readonly person?: {
    readonly first_name?: Readonly<Partial<Record<"generic" | "female" | "male", readonly string[]>>>;
  };
}

const [faker, words] = process.argv.slice(2);
if (faker === undefined || words === undefined) {
  console.error("Usage: make-given-names.ts FOLDER_OF_FAKER FOLDER_OF_ENGLISH_WORDS");
  process.exit(2);
}
// The casts are safe: both files belong to fixed versions of their packages.
const { allLocales } = (await import(resolve(faker, "dist/index.js"))) as {
  allLocales: Readonly<Record<string, FakerLocale>>;
};
const english = new Set(JSON.parse(readFileSync(join(words, "index.json"), "utf8")) as string[]);
const root = join(import.meta.dirname, "../..");
const knows = wordsOf(
  decodeNgramWeights(new Uint8Array(readFileSync(join(root, "models/text-ngram/weights.bin")))).table,
);
const isWord = (name: string): boolean => english.has(name.toLowerCase()) && knows(name);
const sure = new Set(NAMES_ALL_THE_SAME);
const none = new Set([...NO_NAMES, ...WORDS_TOO]);
const found = new Set(
  [
    ...NAMES_ALL_THE_SAME,
    ...own,
    ...Object.values(allLocales).flatMap(({ person }) => {
      const { generic = [], female = [], male = [] } = person?.first_name ?? {};
      return [...generic, ...female, ...male];
    }),
  ].filter((name) => NAME.test(name)),
);
const kept = [...found].filter((name) => !none.has(name) && (sure.has(name) || !isWord(name))).sort();
const target = join(root, "packages/perceive/src/text/given-names.json");
writeFileSync(
  target,
  `${JSON.stringify({ names: kept.join(" "), wordsToo: WORDS_TOO.join(" ") }, null, 2)}\n`,
);
console.error(`${kept.length} names`);
