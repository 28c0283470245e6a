import type { ReplyLanguage } from "@openempathic/respond";

type Fact = (match: RegExpMatchArray) => string;

interface Rule {
  readonly pattern: RegExp;
  readonly fact: Fact;
}

// A name: one or two words with a capital, which keeps "my sister is ill" and "my name is not important" out.
const NAME = String.raw`(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?)`;
const END = String.raw`(?=$|[\s.,;:!?)…"'’])`;

const RELATIVES_EN =
  "sister|brother|mother|mum|mom|father|dad|son|daughter|wife|husband|partner|girlfriend|boyfriend|grandmother|grandma|grandfather|grandpa|aunt|uncle|cousin|friend|best friend";
const PETS_EN = "dog|cat|rabbit|hamster|horse|parrot|puppy|kitten";
const RELATIVES_DE_F =
  "Schwester|Mutter|Mama|Tochter|Frau|Partnerin|Freundin|beste Freundin|Oma|Großmutter|Tante|Cousine|Katze|Hündin|Stute";
const RELATIVES_DE_M =
  "Bruder|Vater|Papa|Sohn|Mann|Partner|Freund|bester Freund|Opa|Großvater|Onkel|Cousin|Hund|Kater|Hase|Hamster|Vogel";

const RULES: Readonly<Record<ReplyLanguage, readonly Rule[]>> = {
  en: [
    rule(`[Mm]y name(?:'s|’s| is) ${NAME}${END}`, ([, name]) => `Your name is ${word(name)}.`),
    rule(
      `[Mm]y (${RELATIVES_EN}|${PETS_EN})(?:'s name is| is called| is named| called| named|,)? ${NAME}${END}`,
      ([, who, name]) => `Your ${word(who)} is called ${word(name)}.`,
    ),
    rule(
      String.raw`\bI work as (an? [\p{Ll}][\p{L}-]+(?: [\p{Ll}][\p{L}-]+)?)${END}`,
      ([, job]) => `You work as ${withoutTail(job)}.`,
    ),
  ],
  de: [
    rule(`(?:[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e) ${NAME}${END}`, ([, name]) => `Du heißt ${word(name)}.`),
    rule(
      `[Mm]eine (${RELATIVES_DE_F}) heißt ${NAME}${END}`,
      ([, who, name]) => `Deine ${word(who)} heißt ${word(name)}.`,
    ),
    rule(
      `[Mm]ein (${RELATIVES_DE_M}) heißt ${NAME}${END}`,
      ([, who, name]) => `Dein ${word(who)} heißt ${word(name)}.`,
    ),
    // Without "heißt" only where the sentence begins: later in it the next noun may be anything ("… Krebs").
    rule(
      `(?<=^|[.!?]\\s+)Meine (${RELATIVES_DE_F}),? ${NAME}${END}`,
      ([, who, name]) => `Deine ${word(who)} heißt ${word(name)}.`,
    ),
    rule(
      `(?<=^|[.!?]\\s+)Mein (${RELATIVES_DE_M}),? ${NAME}${END}`,
      ([, who, name]) => `Dein ${word(who)} heißt ${word(name)}.`,
    ),
    rule(
      String.raw`[Ii]ch arbeite als (\p{Lu}[\p{L}-]+)${END}`,
      ([, job]) => `Du arbeitest als ${word(job)}.`,
    ),
  ],
};

/**
 * Small facts in a message that a companion could offer to remember: a name, a relative or an animal with their
 * name, a job. Simple patterns, no model; what they miss the person can add. Each is a sentence to the person in
 * the language given, at most three a message.
 *
 * @example
 * ```ts
 * import { smallFacts } from "@openempathic/experiences";
 *
 * smallFacts("Hi, my name is Mia. My sister Anna is ill.", "en"); // => ["Your name is Mia.", "Your sister is called Anna."]
 * smallFacts("Ich arbeite als Pflegerin.", "de"); // => ["Du arbeitest als Pflegerin."]
 * ```
 */
export function smallFacts(text: string, language: ReplyLanguage): readonly string[] {
  const facts = RULES[language].flatMap(({ pattern, fact }) => [...text.matchAll(pattern)].map(fact));
  return [...new Set(facts)].slice(0, 3);
}

function rule(source: string, fact: Fact): Rule {
  return { pattern: new RegExp(String.raw`(?<![\p{L}])${source}`, "gu"), fact };
}

function word(group: string | undefined): string {
  return group ?? "";
}

/** "a nurse and" is "a nurse": a second word that only goes on with the sentence is no part of a job. */
function withoutTail(job: string | undefined): string {
  return word(job).replace(
    / (?:and|but|in|at|for|on|so|here|now|which|because|with|from|since|of|by|who|that)$/u,
    "",
  );
}
