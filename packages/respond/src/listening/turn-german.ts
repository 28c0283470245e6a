/** Forms that do not follow the rules below, from the first person to the second (singular). */
const SINGULAR: Readonly<Record<string, string>> = {
  bin: "bist", war: "warst", habe: "hast", hab: "hast", werde: "wirst", kann: "kannst", muss: "musst", will: "willst",
  soll: "sollst", darf: "darfst", mag: "magst", weiß: "weißt", weiss: "weißt", sehe: "siehst", gebe: "gibst",
  nehme: "nimmst", esse: "isst", schlafe: "schläfst", laufe: "läufst", fahre: "fährst", lasse: "lässt", halte: "hältst",
  trage: "trägst", falle: "fällst", verlasse: "verlässt", vergesse: "vergisst", spreche: "sprichst", treffe: "triffst",
  helfe: "hilfst", lese: "liest", breche: "brichst", sterbe: "stirbst", werfe: "wirfst", ertrage: "erträgst",
  verliere: "verlierst", fange: "fängst", stoße: "stößt", geh: "gehst", fühl: "fühlst", glaub: "glaubst", denk: "denkst",
  find: "findest", kenn: "kennst", starr: "starrst", hör: "hörst", penn: "pennst", lern: "lernst", red: "redest", wart: "wartest", frag: "fragst", versuch: "versuchst", geb: "gibst", nehm: "nimmst", schlaf: "schläfst", freu: "freust", schäm: "schämst", vermiss: "vermisst", schreib: "schreibst", wohn: "wohnst", arbeit: "arbeitest", wein: "weinst", trau: "traust", seh: "siehst", ess: "isst", lauf: "läufst", sag: "sagst", werd: "wirst", back: "backst", koch: "kochst", such: "suchst", komm: "kommst", mach: "machst", brauch: "brauchst", sitz: "sitzt", lieg: "liegst", schaff: "schaffst",
  hass: "hasst", lieb: "liebst", möcht: "möchtest", würd: "würdest", wär: "wärst", wäre: "wärst", hätt: "hättest",
  ging: "gingst", kam: "kamst", fand: "fandst", sah: "sahst", verlor: "verlorst", lag: "lagst", stand: "standest",
  ließ: "ließt", gab: "gabst", blieb: "bliebst", schlief: "schliefst", rief: "riefst", wurde: "wurdest", saß: "saßt",
  schrie: "schriest", bekam: "bekamst", verließ: "verließt", nahm: "nahmst", hielt: "hieltst", sprach: "sprachst",
  ändere: "änderst", wunder: "wunderst", erinnere: "erinnerst", sammle: "sammelst", zweifle: "zweifelst",
  grüble: "grübelst", bemühe: "bemühst", tue: "tust", tu: "tust", verstehe: "verstehst", versteh: "verstehst",
}; // prettier-ignore
const PLURAL: Readonly<Record<string, string>> = {
  haben: "habt", sind: "seid", waren: "wart", hatten: "hattet", werden: "werdet", wurden: "wurdet", können: "könnt",
  müssen: "müsst", wollen: "wollt", sollen: "sollt", dürfen: "dürft", mögen: "mögt", wollten: "wolltet",
  konnten: "konntet", mussten: "musstet",
}; // prettier-ignore
const PRONOUNS: Readonly<Record<string, string>> = {
  ich: "du", mich: "dich", mir: "dir", wir: "ihr", uns: "euch", unser: "euer", unsere: "eure", unserem: "eurem",
  unseren: "euren", unserer: "eurer", unseres: "eures", meins: "deins", meinetwegen: "deinetwegen",
}; // prettier-ignore
const SUBORDINATOR =
  /^(?:dass|weil|wenn|ob|obwohl|als|bevor|nachdem|damit|seit|seitdem|da|wo|wie|was|warum|wieso|worüber|womit|sodass|solange|sobald|während|falls|indem)$/;
const SECOND_PERSON = /^(?:du|dich|dir|dein|deine|deinen|deinem|deiner|deines|euch)$/;
const NO_VERB =
  /^(?:eine|meine|deine|keine|viele|alle|ohne|gerne|heute|beide|diese|jede|seine|ihre|unsere|lange|ganze|große|kleine|gute|letzte|nächste|neue|alte|andere|bitte|leute|alleine|zuhause|müde|leise|böse|welche|manche|einige|solche|halbe|viele)$/;

/**
 * Turns a German clause around, with the endings of its verbs: "Ich habe meine Arbeit verloren" becomes "du hast
 * deine Arbeit verloren".
 *
 * @param clause One clause as the person wrote it, subordinate clauses after commas included.
 * @returns The turned clause, beginning small where its first word is no noun; `undefined` where a verb's form is
 *   not known or the clause speaks to the listener.
 *
 * @example
 * ```ts
 * import { turnGerman } from "@openempathic/respond";
 *
 * turnGerman("Ich kann nicht mehr schlafen, weil ich ständig grüble"); // => "du kannst nicht mehr schlafen, weil du ständig grübelst"
 * turnGerman("Gestern habe ich mit meiner Mutter gestritten"); // => "gestern hast du mit deiner Mutter gestritten"
 * turnGerman("Du hörst mir nie zu"); // => undefined
 * ```
 */
export function turnGerman(clause: string): string | undefined {
  const parts = clause.split(/,\s*/).map((part) => turnPart(part.trim().split(/\s+/)));
  if (parts.some((part) => part === undefined)) return undefined;
  const joined = parts.join(", ");
  return startsWithNoun(clause) ? joined : joined.charAt(0).toLowerCase() + joined.slice(1);
}

function turnPart(tokens: readonly string[]): string | undefined {
  const words = tokens.map((token) => token.toLowerCase().replace(/[^\p{L}]/gu, ""));
  if (words.some((word) => SECOND_PERSON.test(word))) return undefined;
  const verbs = new Map<number, string>();
  for (const [subject, forms] of [
    ["ich", singular],
    ["wir", plural],
  ] as const) {
    for (const at of positionsOf(words, subject)) {
      const found = finiteVerb(words, at, forms);
      if (!found) return undefined;
      verbs.set(...found);
      const second = words.indexOf("und", at);
      const candidate = words[second + 1] ?? "";
      const form = second > at && !NO_VERB.test(candidate) ? forms(candidate) : undefined;
      if (form && tokens[second + 1] === candidate) verbs.set(second + 1, form);
    }
  }
  return tokens
    .map((token, index) => {
      const word = words[index] ?? "";
      const next = verbs.get(index) ?? PRONOUNS[word] ?? possessive(word);
      return next ? token.replace(/[\p{L}]+/u, next) : token;
    })
    .join(" ");
}

function possessive(word: string): string | undefined {
  return /^mein(?:e[mnrs]?)?$/.test(word) ? `d${word.slice(1)}` : undefined;
}

function positionsOf(words: readonly string[], word: string): readonly number[] {
  return words.flatMap((other, index) => (other === word ? [index] : []));
}

type Forms = (verb: string) => string | undefined;

/** The verb that goes with a subject: last in a subordinate clause, else next to its subject. */
function finiteVerb(
  words: readonly string[],
  subject: number,
  forms: Forms,
): readonly [number, string] | undefined {
  const isSubordinate = words.slice(0, subject).some((word) => SUBORDINATOR.test(word));
  const last = words.length - 1;
  // After another first word the verb stands before its subject: "heute gehen wir essen".
  const places = isSubordinate ? [last] : [subject - 1, subject + 1];
  for (const place of places) {
    const verb = words[place];
    const form = verb && !NO_VERB.test(verb) ? forms(verb) : undefined;
    if (form) return [place, form];
  }
  return undefined;
}

function singular(verb: string): string | undefined {
  const known = SINGULAR[verb];
  if (known) return known;
  if (/(?:te|de)$/.test(verb) && /(?:[^aeiouäöü]te|ete|chte|hatte|hätte)$/.test(verb) && verb.length > 4)
    return `${verb}st`;
  if (!/^\p{L}{2,}e$/u.test(verb)) return undefined;
  const stem = verb.slice(0, -1);
  if (/(?:[td]|chn|ffn|gn|dm|tm)$/.test(stem)) return `${stem}est`;
  return /[sßzx]$/.test(stem) ? `${stem}t` : `${stem}st`;
}

function plural(verb: string): string | undefined {
  const known = PLURAL[verb];
  if (known) return known;
  if (!/^\p{L}{2,}en$/u.test(verb)) return undefined;
  const stem = verb.slice(0, -2);
  return /[td]$/.test(stem) ? `${stem}et` : `${stem}t`;
}

const SMALL_FIRST =
  /^(?:ich|mein\w*|wir|unser\w*|er|sie|es|das|der|die|den|dem|ein\w*|kein\w*|gestern|heute|morgen|seit|manchmal|immer|nie|niemand|alle|alles|nichts|jeder|jede|jetzt|dann|aber|und|weil|wenn|dass|als|in|an|auf|bei|mit|nach|vor|zu|für|dort|hier|oft|vielleicht|irgendwie|eigentlich|letzte\w*|mich|mir|was|wie|man|leider|am|im|neulich|inzwischen|nachts|morgens|abends)$/iu;

function startsWithNoun(clause: string): boolean {
  const first = /^[\p{L}]+/u.exec(clause)?.[0] ?? "";
  return !SMALL_FIRST.test(first) && /^\p{Lu}/u.test(first);
}
