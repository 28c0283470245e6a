import { GOEMOTIONS_EKMAN_GROUPS, labelSetById, toLabelSet } from "@openempathic/affect";
import type { CategoryId } from "@openempathic/affect";
import type { Readings } from "../arc/story-arc.ts";
import { speakersOf } from "../arc/story-arc.ts";
import type { Script } from "../script/script.ts";
import { moodFor } from "../write/mood-for.ts";

/** The name of the shape of an expression manifest. */
export const EXPRESSIONS_SCHEMA = "open-empathic/expressions/1";

/** The names of expressions: the 28 labels of GoEmotions, which SillyTavern's sprites are named by, too. */
export const EXPRESSIONS: readonly string[] = labelSetById("goemotions").labels.map(({ label }) => label);

/** Which face a game shows at which line. */
export interface ExpressionManifest {
  readonly schema: typeof EXPRESSIONS_SCHEMA;
  /** For each expression, what is shown in its place where there is no picture of it, in order; "neutral" is last. */
  readonly fallback: Readonly<Record<string, readonly string[]>>;
  /** For each who speaks, the expressions that the script needs, and the pictures that there are. */
  readonly characters: readonly {
    readonly name: string;
    readonly needs: readonly string[];
    readonly pictures: Readonly<Record<string, string>>;
  }[];
  readonly lines: readonly {
    readonly line: number;
    readonly column: number;
    readonly character: string;
    readonly expression: string;
  }[];
}

/**
 * What is shown in the place of an expression that has no picture: the first of its own group under Ekman's names (by the
 * authors of GoEmotions), the others of the group, then "neutral".
 *
 * @example
 * ```ts
 * import { fallbackFor } from "@openempathic/experiences/story";
 *
 * fallbackFor("remorse"); // => ["sadness", "disappointment", "embarrassment", "grief", "neutral"]
 * fallbackFor("neutral"); // => []
 * ```
 */
export function fallbackFor(expression: string): readonly string[] {
  if (expression === "neutral") return [];
  const group = Object.entries(GOEMOTIONS_EKMAN_GROUPS).find(([, labels]) => labels.includes(expression));
  if (group === undefined) return ["neutral"];
  const [lead, labels] = group;
  const others = [...(labels.includes(lead) ? [lead] : []), ...labels.filter((label) => label !== lead)];
  return [...others.filter((label) => label !== expression && label !== "neutral"), "neutral"];
}

/** The expression for a mood: the label that stands for most of it; "neutral" where none does. */
export function expressionFor(mood: CategoryId | undefined): string {
  if (mood === undefined) return "neutral";
  const shares = Object.entries(toLabelSet({ [mood]: 1 }, "goemotions"));
  return shares.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "neutral";
}

/** The manifest of a script, with the pictures that are known for each character. */
export function expressionManifest(
  script: Script,
  known: {
    readonly readings: Readings;
    readonly moods: Readonly<Record<number, CategoryId | null>>;
    /** File names by expression, for each character. */
    readonly pictures?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  },
): ExpressionManifest {
  const lines = script.utterances.flatMap((utterance) => {
    const { speaker, place } = utterance;
    if (speaker === undefined) return [];
    const expression = expressionFor(moodFor(utterance, known));
    return [{ line: place.line, column: place.column, character: speaker, expression }];
  });
  const characters = speakersOf(script).map((name) => ({
    name,
    needs: [
      ...new Set(lines.flatMap((line) => (line.character === name ? [line.expression] : []))),
    ].toSorted(),
    pictures: known.pictures?.[name] ?? {},
  }));
  const fallback = Object.fromEntries(EXPRESSIONS.map((expression) => [expression, fallbackFor(expression)]));
  return { schema: EXPRESSIONS_SCHEMA, fallback, characters, lines };
}

/** The picture to show for an expression: its own, or the first in its fallback chain that there is. */
export function pictureFor(
  expression: string,
  {
    pictures,
    fallback,
  }: {
    readonly pictures: Readonly<Record<string, string>>;
    readonly fallback: ExpressionManifest["fallback"];
  },
): string | undefined {
  const chain = [
    expression,
    ...(Object.hasOwn(fallback, expression) ? (fallback[expression] ?? []) : ["neutral"]),
  ];
  const found = chain.find((each) => Object.hasOwn(pictures, each));
  return found === undefined ? undefined : pictures[found];
}
