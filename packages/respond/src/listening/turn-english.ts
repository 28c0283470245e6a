/** Spellings without their apostrophe, which people often leave out. */
const UNSPELLED: Readonly<Record<string, string>> = {
  im: "i'm", ive: "i've", dont: "don't", cant: "can't", wont: "won't", isnt: "isn't", didnt: "didn't",
  doesnt: "doesn't", wasnt: "wasn't", havent: "haven't", couldnt: "couldn't", shouldnt: "shouldn't",
  wouldnt: "wouldn't", thats: "that's", hes: "he's", shes: "she's", theyre: "they're", hasnt: "hasn't",
}; // prettier-ignore
const TURNED: Readonly<Record<string, string>> = {
  i: "you", "i'm": "you're", "i've": "you've", "i'll": "you'll", "i'd": "you'd", me: "you", my: "your", mine: "yours",
  myself: "yourself", am: "are", we: "you", "we're": "you're", "we've": "you've", "we'll": "you'll", "we'd": "you'd",
  us: "you", our: "your", ours: "yours", ourselves: "yourselves",
}; // prettier-ignore
const KIN = /^(?:mom|mum|mommy|mummy|mama|dad|daddy|papa|grandma|grandpa|granny|nana)$/;
const POSSESSIVE = /^(?:my|your|his|her|their|our|a|the|whose|and)$/;
const SECOND_PERSON = /^(?:you|your|yours|yourself|you're|you've|you'll|you'd|u|ur)$/;
const ADVERB =
  /^(?:just|always|never|so|really|also|still|only|not|already|even|once|then|almost|too|very|kind|sort|often|sometimes|too|all)$/;

/**
 * Turns a clause around, from the speaker to the one spoken to: "I lost my job" becomes "you lost your job".
 *
 * @param clause One clause as the person wrote it.
 * @returns The turned clause, beginning small unless it begins with a name; `undefined` where turning is not
 *   safe because the clause speaks to the listener ("you never …").
 *
 * @example
 * ```ts
 * import { turnEnglish } from "@openempathic/respond";
 *
 * turnEnglish("I was so tired that my hands hurt me"); // => "you were so tired that your hands hurt you"
 * turnEnglish("my wife and I were happy"); // => "your wife and you were happy"
 * turnEnglish("you never listen"); // => undefined
 * ```
 */
export function turnEnglish(clause: string): string | undefined {
  const isShouted = /[A-Z]{3}/.test(clause) && !/[a-z]/.test(clause);
  const tokens = (isShouted ? clause.toLowerCase() : clause).replace(/[’‘]/g, "'").trim().split(/\s+/);
  let speaksOfSelf = false;
  let previous = "";
  const turned: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const [, opening = "", raw = "", closing = ""] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(token) ?? [];
    const word = UNSPELLED[raw.toLowerCase()] ?? raw.toLowerCase();
    if (SECOND_PERSON.test(word)) return undefined;
    let next = UNSPELLED[raw.toLowerCase()] ?? (index === 0 && !isName(raw) ? word : raw);
    if (TURNED[word]) next = TURNED[word];
    else if (
      /^was(?:n't)?$/.test(word) &&
      (previous === "i" || tokens[index + 1]?.toLowerCase() === "i" || speaksOfSelf)
    ) {
      next = word === "was" ? "were" : "weren't";
    } else if (KIN.test(word) && !POSSESSIVE.test(previous)) {
      next = `your ${word}`;
    }
    speaksOfSelf =
      /^(?:i|we)$/.test(word) || (speaksOfSelf && (ADVERB.test(word) || isCoordinated(tokens, index)));
    previous = word;
    turned.push(`${opening}${next}${closing}`);
  }
  return turned.join(" ");
}

/** "I went home and was crying": the subject still stands after "and". */
function isCoordinated(tokens: readonly string[], index: number): boolean {
  const next = tokens.slice(index + 1, index + 12).map((token) => token.toLowerCase());
  const link = next.findIndex((word) => word === "and" || word === "but");
  const verb = next[link + 1] ?? "";
  const isLink = /^(?:and|but)$/.test(tokens[index]?.toLowerCase() ?? "");
  if (isLink) return /^(?:was|wasn't)$/.test(next[0] ?? "") || ADVERB.test(next[0] ?? "");
  return link >= 0 && /^(?:was|wasn't)$/.test(verb) && !next.slice(0, link).includes("was");
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !COMMON_FIRST_WORDS.test(word.toLowerCase());
}

// Words that a sentence may begin with, so that their capital says nothing.
const COMMON_FIRST_WORDS =
  /^(?:my|the|a|an|he|she|it|it's|they|there|this|that|these|those|we|our|his|her|their|nobody|no|everyone|everybody|everything|nothing|nobody's|someone|somebody|something|people|today|yesterday|last|every|all|now|then|when|after|before|since|lately|recently|work|school|life|things|at|in|on|for|with|some|most|both|one|two|another|even|sometimes|usually|once|tonight|tomorrow|still|always|never|just|also|being|having|getting|going|that's|he's|she's|he'd|she'd|it'd|they'd|he'll|she'll|they'll|it'll|haven't|got|lost|went|they're|there's|isn't|don't|can't|won't|didn't|doesn't|wasn't|couldn't|haven't)$/;
