import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GOEMOTIONS_LABELS } from "@openempathic/learn";
import { expect, it } from "vitest";
import { OWN_LINE_FILES, ownDegrees, ownLines } from "./own-lines.ts";
import type { OwnLine } from "./own-lines.ts";

const ROLES = ["user", "assistant"];
const words = ({ text, turns }: OwnLine): string =>
  text ?? (turns ?? []).map((turn) => `${turn.role}: ${turn.text}`).join("\n");

it.each(OWN_LINE_FILES)("every line of %s is one that can be learned from", (name) => {
  const lines = ownLines(name);
  expect(lines.length).toBeGreaterThan(500);
  for (const line of lines) {
    expect(words(line).trim(), words(line)).not.toBe("");
    expect(Object.keys(line.labels).length).toBeGreaterThan(0);
    for (const [label, share] of Object.entries(line.labels)) {
      expect(GOEMOTIONS_LABELS, words(line)).toContain(label);
      expect(share >= 0 && share <= 1, words(line)).toBe(true);
    }
    expect(["hand", "paired", "frame"]).toContain(line.made ?? "hand");
    if (line.turns !== undefined) {
      expect(line.turns.at(-1)?.role, words(line)).toBe("user");
      expect(line.turns.map(({ role }) => role as string).filter((role) => !ROLES.includes(role))).toEqual(
        [],
      );
    }
  }
});

it("every group of degrees says less and less of a label", () => {
  const groups = ownDegrees();
  expect(groups.length).toBeGreaterThan(1_500);
  for (const { name, label, lines } of groups) {
    expect(label, name).toBeGreaterThanOrEqual(0);
    expect(lines.length, name).toBeGreaterThanOrEqual(3);
    for (const [i, { text, share }] of lines.entries()) {
      expect(text.trim(), name).not.toBe("");
      expect(share > 0 && share < (lines[i - 1]?.share ?? 1), `${name}: ${text}`).toBe(true);
    }
  }
});

it("says nothing twice", () => {
  const degrees = ownDegrees().flatMap(({ lines }) => lines.map(({ text }) => text));
  const all = [...OWN_LINE_FILES.flatMap(ownLines).map(words), ...degrees];
  expect(all.length - new Set(all).size).toBe(0);
});

it("shares no dialogue and no sentence with what the perceiver is judged on", () => {
  const judged = ["dialogues", "pairs", "minimal-pairs"].flatMap((name) =>
    readFileSync(join(import.meta.dirname, "evaluation", `${name}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as OwnLine & { readonly higher?: string; readonly lower?: string })
      .flatMap((line) => (line.higher === undefined ? [words(line)] : [line.higher, line.lower ?? ""])),
  );
  const learned = new Set(
    [
      ...OWN_LINE_FILES.flatMap(ownLines).map(words),
      ...ownDegrees().flatMap(({ lines }) => lines.map(({ text }) => text)),
    ].map((text) => text.toLowerCase()),
  );
  expect(judged.filter((text) => learned.has(text.toLowerCase()))).toEqual([]);
});
