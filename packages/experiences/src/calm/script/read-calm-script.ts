import { SOUNDSCAPES, TECHNIQUE_IDS } from "../calm-lists.ts";
import { CALM_SCRIPT_SCHEMA } from "./calm-script.ts";
import type { CalmScript } from "./calm-script.ts";
import { InvalidCalmScriptError } from "./invalid-calm-script-error.ts";

// Half a day of one segment is a mistake in the file, and would ask for gigabytes of sound.
const LONGEST_SEGMENT_SECONDS = 3600;
const LONGEST_TEXT = 1000;
const MOST_SEGMENTS = 2000;

/**
 * Checks a script that came from outside, such as the JSON of a pack that somebody edited, and gives it back with
 * the fields that belong to it and no others. Nothing is repaired or half taken.
 *
 * @throws {InvalidCalmScriptError} with the path of the first thing that is wrong, and what was expected there.
 *
 * @example
 * ```ts
 * import { readCalmScript } from "@openempathic/experiences/calm";
 *
 * readCalmScript({ schema: "open-empathic/calm-script/1" }); // throws InvalidCalmScriptError
 * ```
 */
export function readCalmScript(value: unknown): CalmScript {
  const script = object(value, "script");
  if (script["schema"] !== CALM_SCRIPT_SCHEMA) fault("schema", `"${CALM_SCRIPT_SCHEMA}"`, script["schema"]);
  const soundscape = object(script["soundscape"], "soundscape");
  const segments = list(script["segments"], "segments");
  const read = {
    schema: CALM_SCRIPT_SCHEMA,
    technique: oneOf(script["technique"], TECHNIQUE_IDS, "technique"),
    language: oneOf(script["language"], ["en", "de"], "language"),
    title: text(script["title"], "title"),
    soundscape: {
      kind: oneOf(soundscape["kind"], SOUNDSCAPES, "soundscape.kind"),
      level: between(soundscape["level"], [0, 1], "soundscape.level"),
      seed: integer(soundscape["seed"], [-(2 ** 31), 2 ** 32], "soundscape.seed"),
    },
    breathSound: flag(script["breathSound"], "breathSound"),
    fadeOutSeconds: seconds(script["fadeOutSeconds"], 0, "fadeOutSeconds"),
    segments: segments.map((segment, index) => readSegment(segment, `segments[${index}]`)),
  };
  // The cast is safe: each field was held against the very values that its type allows.
  return read as unknown as CalmScript;
}

function readSegment(value: unknown, path: string): unknown {
  const segment = object(value, path);
  const kind = oneOf(segment["kind"], ["words", "silence", "bell", "breath"], `${path}.kind`);
  if (kind === "breath") {
    const pattern = list(segment["pattern"], `${path}.pattern`);
    if (pattern.length !== 4) fault(`${path}.pattern`, "four lengths: in, hold, out, hold", pattern);
    return {
      kind,
      pattern: pattern.map((length, i) => seconds(length, i % 2 === 0 ? 1 : 0, `${path}.pattern[${i}]`)),
      cycles: integer(segment["cycles"], [1, 1000], `${path}.cycles`),
    };
  }
  const length = seconds(segment["seconds"], 0, `${path}.seconds`);
  if (kind === "words") return { kind, text: text(segment["text"], `${path}.text`), seconds: length };
  if (kind === "silence") return { kind, seconds: length };
  return { kind, pitch: oneOf(segment["pitch"], ["low", "high"], `${path}.pitch`), seconds: length };
}

function object(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fault(path, "an object", value);
  // The cast is safe: every object can be read by names, and what is read is checked.
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_SEGMENTS) {
    fault(path, `a list of 1 to ${MOST_SEGMENTS} entries`, value);
  }
  // The cast is safe: it is a list, of anything.
  return value as readonly unknown[];
}

function oneOf(value: unknown, allowed: readonly string[], path: string): string {
  const known = allowed.find((name) => name === value);
  return known ?? fault(path, `one of ${allowed.join(", ")}`, value);
}

function text(value: unknown, path: string): string {
  const isText = typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_TEXT;
  return isText ? value : fault(path, `some text of at most ${LONGEST_TEXT} letters`, value);
}

function flag(value: unknown, path: string): boolean {
  return typeof value === "boolean" ? value : fault(path, "true or false", value);
}

function between(value: unknown, [low, high]: readonly [number, number], path: string): number {
  const isInside = typeof value === "number" && value >= low && value <= high;
  return isInside ? value : fault(path, `a number from ${low} to ${high}`, value);
}

function integer(value: unknown, range: readonly [number, number], path: string): number {
  const number = between(value, range, path);
  return Number.isInteger(number) ? number : fault(path, "a whole number", value);
}

function seconds(value: unknown, least: number, path: string): number {
  const length = between(value, [least, LONGEST_SEGMENT_SECONDS], path);
  const isWhole = Math.abs(length * 1000 - Math.round(length * 1000)) < 1e-6;
  return isWhole ? length : fault(path, "seconds with at most three decimals", value);
}

function fault(path: string, expected: string, got: unknown): never {
  throw new InvalidCalmScriptError({ path, expected, got });
}
