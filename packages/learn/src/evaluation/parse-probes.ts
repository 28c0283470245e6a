import { GOEMOTIONS_LABELS } from "../goemotions-labels.ts";

/** Two texts of which the first says more of a label than the second. */
export interface PairProbe {
  readonly id: string;
  readonly label: string;
  readonly higher: string;
  readonly lower: string;
  /** Such as "negation" or "intensity". */
  readonly kind: string;
}

/** A conversation whose last turn, the person's, means something else with the turns before it than alone. */
export interface DialogueProbe {
  readonly id: string;
  readonly kind: string;
  readonly turns: readonly { readonly role: "user" | "assistant"; readonly text: string }[];
  /** Labels that the message carries, read with its context. */
  readonly present: readonly string[];
  /** Labels that it only seems to carry. */
  readonly absent: readonly string[];
}

/** A sentence with places for a person, such as `{name}` and `{he}`, and persons to put there. */
export interface SwapProbe {
  readonly id: string;
  readonly template: string;
  /** For each person, what stands in each place. */
  readonly fills: readonly Readonly<Record<string, string>>[];
}

/** Texts of our own that ask one thing each. */
export interface Probes {
  readonly pairs: readonly PairProbe[];
  readonly dialogues: readonly DialogueProbe[];
  readonly swaps: readonly SwapProbe[];
}

/** The files in which they are kept, side by side in one folder. */
export const PROBE_FILES = [
  "pairs.jsonl",
  "minimal-pairs.jsonl",
  "dialogues.jsonl",
  "swaps.jsonl",
  "swap-fills.json",
] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param texts What is in each file.
 * @throws {RangeError} Naming the line that is not in its form.
 */
export function parseProbes(texts: Readonly<Record<(typeof PROBE_FILES)[number], string>>): Probes {
  return {
    pairs: [...parsePairs(texts["pairs.jsonl"]), ...parsePairs(texts["minimal-pairs.jsonl"])],
    dialogues: parseDialogues(texts["dialogues.jsonl"]),
    swaps: parseSwaps(texts["swaps.jsonl"], texts["swap-fills.json"]),
  };
}

/** @throws {RangeError} Naming the line that is not {@link PairProbe} as JSON. */
export function parsePairs(jsonl: string): readonly PairProbe[] {
  return parseLines(jsonl, (fields) => {
    const pair = strings(fields, ["id", "label", "higher", "lower", "kind"]);
    return pair !== undefined && isLabel(pair.label) ? pair : undefined;
  });
}

/** @throws {RangeError} Naming the line that is not {@link DialogueProbe} as JSON. */
export function parseDialogues(jsonl: string): readonly DialogueProbe[] {
  return parseLines(jsonl, (fields) => {
    const named = strings(fields, ["id", "kind"]);
    const { turns, present, absent } = fields;
    if (named === undefined || !Array.isArray(turns) || turns.length < 2) return undefined;
    if (!isLabelList(present) || !isLabelList(absent) || present.length + absent.length === 0)
      return undefined;
    const read = turns.map(readTurn);
    if (!read.every((turn) => turn !== undefined) || read.at(-1)?.role !== "user") return undefined;
    return { ...named, turns: read, present, absent };
  });
}

function readTurn(turn: unknown): DialogueProbe["turns"][number] | undefined {
  const parts = typeof turn === "object" && turn !== null ? strings(turn, ["role", "text"]) : undefined;
  const { role, text } = parts ?? {};
  return text !== undefined && (role === "user" || role === "assistant") ? { role, text } : undefined;
}

/** So many times fewer persons than there are come into each sentence; over the sentences, all of them come. */
const PERSONS_APART = 4;

/**
 * Templates `{"id","template"}` line by line, and the persons `{"fills":[{"name","he",…}…]}` that come into them: every
 * fourth into each, beginning with another one each time.
 *
 * @throws {RangeError} Naming the line that is no template, or that names a place which a person has nothing for.
 */
export function parseSwaps(jsonl: string, fillsJson: string): readonly SwapProbe[] {
  const { fills } = JSON.parse(fillsJson) as { readonly fills?: unknown };
  if (!Array.isArray(fills)) throw new RangeError("The persons of the swaps are no list.");
  let line = 0;
  return parseLines(jsonl, (fields) => {
    const named = strings(fields, ["id", "template"]);
    if (named === undefined) return undefined;
    const own = fills.filter((_, index) => index % PERSONS_APART === line % PERSONS_APART);
    line += 1;
    const isFill = (fill: unknown): fill is Readonly<Record<string, string>> =>
      typeof fill === "object" &&
      fill !== null &&
      Object.values(fill).every((value) => typeof value === "string") &&
      placesIn(named.template).every((place) => Object.hasOwn(fill, place.toLowerCase()));
    return own.length > 1 && own.every(isFill) ? { ...named, fills: own } : undefined;
  });
}

/** The names of the places in a template, as they stand there. */
export function placesIn(template: string): readonly string[] {
  return Array.from(template.matchAll(/\{(\w+)\}/gu), (match) => match[1] ?? "");
}

function parseLines<Probe>(jsonl: string, read: (fields: Fields) => Probe | undefined): readonly Probe[] {
  return jsonl.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const value: unknown = JSON.parse(line);
    const probe = typeof value === "object" && value !== null ? read(value as Fields) : undefined;
    if (probe === undefined) throw new RangeError(`Line ${index + 1} of the probes is not in their form.`);
    return [probe];
  });
}

function strings<Key extends string>(
  fields: object,
  keys: readonly Key[],
): Readonly<Record<Key, string>> | undefined {
  const entries = keys.map((key) => [key, (fields as Fields)[key]] as const);
  if (!entries.every(([, value]) => typeof value === "string")) return undefined;
  // The cast is safe: each key was just seen to have a string.
  return Object.fromEntries(entries) as Record<Key, string>;
}

function isLabel(label: unknown): boolean {
  return (GOEMOTIONS_LABELS as readonly unknown[]).includes(label);
}

function isLabelList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isLabel);
}
