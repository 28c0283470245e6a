import { describe, expect, it } from "vitest";
import { CAUTIONS, TECHNIQUE_IDS } from "../calm-lists.ts";
import { TECHNIQUES, cautionText, strengthText, techniqueById, techniqueText } from "./techniques.ts";
import de from "./words-de.json" with { type: "json" };
import en from "./words-en.json" with { type: "json" };

/** Every string with the path to it. */
function strings(tree: object, prefix = ""): readonly (readonly [path: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as const]
      : strings(value as object, `${prefix}${key}.`),
  );
}

describe("the library of techniques", () => {
  it("has one for each id, in their order", () => {
    expect(TECHNIQUES.map(({ id }) => id)).toEqual(TECHNIQUE_IDS);
  });

  it("has the same words in English and German, and none is empty", () => {
    expect(strings(de).map(([path]) => path)).toEqual(strings(en).map(([path]) => path));
    for (const [path, text] of [...strings(en), ...strings(de)]) expect(text.trim(), path).not.toBe("");
  });

  it("uses each line that it has, and has each line that it uses", () => {
    for (const { id, parts } of TECHNIQUES) {
      const said = parts.flatMap((part) => ("say" in part ? [part.say] : []));
      for (const language of ["en", "de"] as const) {
        expect(Object.keys(techniqueText(id, language).lines).toSorted(), id).toEqual(
          [...new Set(said)].toSorted(),
        );
      }
    }
  });

  it("says of each technique what the evidence is, with a source that can be found, or that there is none", () => {
    for (const { id } of TECHNIQUES) {
      const { evidence } = techniqueText(id, "en");
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { strength, text, citation, doi } of evidence) {
        expect(text.length, id).toBeGreaterThan(40);
        expect(strengthText(strength, "de")).not.toBe("");
        if (strength === "none") continue;
        expect(doi, id).toMatch(/^10\.\d{4,}\/\S+$/u);
        expect(citation, id).toMatch(/\b(19|20)\d\d\b/u);
      }
    }
  });

  it("names whom each does not suit, by cautions that are asked", () => {
    for (const { id, cautions } of TECHNIQUES) {
      expect(techniqueText(id, "en").notFor.length, id).toBeGreaterThan(20);
      for (const caution of Object.keys(cautions)) expect(CAUTIONS).toContain(caution);
    }
    for (const caution of CAUTIONS) expect(cautionText(caution, "de")).not.toBe(cautionText(caution, "en"));
  });

  it("leaves grounding to everybody", () => {
    expect(techniqueById("grounding").cautions).toEqual({});
    expect(techniqueById("grounding").minMinutes).toBe(1);
  });

  it("asks for no held breath by default", () => {
    for (const { parts } of TECHNIQUES) {
      for (const part of parts)
        if ("breathe" in part) expect([part.breathe[1], part.breathe[3]]).toEqual([0, 0]);
    }
  });

  it("promises no cure, states no feeling as a fact, and uses typographic apostrophes", () => {
    const forbidden =
      /\bcures?\b|\bheals?\b|therap|treats? (?:anxiety|depression)|diagnos|you (?:are|feel) (?:sad|angry)/iu;
    for (const [path, text] of [...strings(en), ...strings(de)]) {
      expect(text, path).not.toMatch(forbidden);
      expect(text, path).not.toMatch(/['"]/u);
    }
  });

  it("refuses an id that is not in it", () => {
    // The cast makes the mistake that is tested.
    expect(() => techniqueById("levitation" as "grounding")).toThrow(/levitation/u);
  });
});
