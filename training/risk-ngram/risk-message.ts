import { RISK_LEVELS, type RiskCase } from "@openempathic/govern";

const FIELDS = new Set(["id", "text", "turns", "level", "about", "kind"]);

/**
 * Reads a file of messages written for training: one JSON object a line with `id`, `text` or `turns`, `level`,
 * `about` and `kind`. The language is `de` where common German words stand in it, else `en`.
 *
 * @throws RangeError naming the line that is not so
 */
export function parseRiskMessages(jsonLines: string): RiskCase[] {
  return jsonLines
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => {
      const fault = faultOf(line);
      if (fault !== undefined)
        throw new RangeError(`parseRiskMessages needs ${fault}; line ${number} is ${line}`);
      return caseOf(line);
    });
}

/** What a line lacks, or nothing. */
export function faultOf(line: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "JSON";
  }
  if (typeof value !== "object" || value === null) return "an object";
  const row = value as Record<string, unknown>;
  if (!Object.keys(row).every((key) => FIELDS.has(key))) return "no other fields";
  if (typeof row["id"] !== "string" || typeof row["kind"] !== "string") return "an id and a kind";
  if (!RISK_LEVELS.some((level) => level === row["level"])) return "a level";
  if (row["level"] === "none" ? row["about"] !== null : row["about"] !== "self" && row["about"] !== "others")
    return "an about that fits the level";
  if ((row["text"] === undefined) === (row["turns"] === undefined)) return "text or turns";
  if (row["text"] !== undefined) return typeof row["text"] === "string" ? undefined : "a text";
  return Array.isArray(row["turns"]) && row["turns"].every(isTurn) && lastIsPerson(row["turns"])
    ? undefined
    : "turns that end with the person's";
}

function isTurn(turn: unknown): boolean {
  if (typeof turn !== "object" || turn === null || !("role" in turn) || !("text" in turn)) return false;
  return (turn.role === "person" || turn.role === "assistant") && typeof turn.text === "string";
}

function lastIsPerson(turns: readonly unknown[]): boolean {
  // Each turn was checked above.
  return (turns.at(-1) as { role?: string } | undefined)?.role === "person";
}

function caseOf(line: string): RiskCase {
  // Checked by faultOf.
  const row = JSON.parse(line) as Omit<RiskCase, "language" | "turns"> & {
    text?: string;
    turns?: RiskCase["turns"];
  };
  const { text = "", turns = [{ role: "person", text }], id, kind, level, about } = row;
  return { id, language: languageOf(turns), kind, turns, level, about };
}

const GERMAN =
  / (?:ich|nicht|und|der|das|den|dem|mein|meine|ist|ein|eine|mich|mir|auf|für|mit|wie|zu|hab|habe|er|sie|wir|im|was|nix|so|ja|ned|isch|i|is|an) /g;
const ENGLISH =
  / (?:i|the|and|to|my|is|of|it|that|in|me|you|for|on|was|a|an|so|he|she|what|how|this|im|are|be|not|do|at) /g;

function languageOf(turns: RiskCase["turns"]): "en" | "de" {
  const words = turns
    .map((turn) => turn.text.toLowerCase())
    .join(" ")
    .replace(/[^\p{L}]+/gu, "  ");
  const count = (pattern: RegExp) => ` ${words} `.match(pattern)?.length ?? 0;
  const umlauts = (words.match(/[äöüß]/g) ?? []).length;
  return count(GERMAN) + umlauts > count(ENGLISH) ? "de" : "en";
}
