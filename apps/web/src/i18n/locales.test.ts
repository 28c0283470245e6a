import { CATEGORIES } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import { firstLanguage } from "./start-i18n.ts";

/** Every path to a string, with the names that the string expects filled in. */
function paths(tree: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [path, text] of paths(value as object, `${prefix}${key}.`)) found.set(path, text);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("the site's languages", () => {
  it("have the same keys", () => {
    expect([...paths(de).keys()].sort()).toEqual([...paths(en).keys()].sort());
  });

  it("fill the same names into each string", () => {
    const german = paths(de);
    for (const [path, text] of paths(en)) {
      expect(placeholders(german.get(path) ?? ""), path).toEqual(placeholders(text));
    }
  });

  it("leave no string empty", () => {
    for (const [path, text] of [...paths(en), ...paths(de)]) expect(text.trim(), path).not.toBe("");
  });

  it("name all 40 categories, each differently", () => {
    for (const locale of [en, de]) {
      expect(Object.keys(locale.categories).sort()).toEqual(CATEGORIES.map(({ id }) => id).sort());
      expect(new Set(Object.values(locale.categories)).size).toBe(CATEGORIES.length);
    }
  });

  it("never state a feeling as a fact and never claim to diagnose", () => {
    const forbidden = /\byou (are|feel) (sad|angry|anxious)|detects?\b|diagnos|reads? emotions|true emotion/i;
    for (const [path, text] of [...paths(en), ...paths(de)]) expect(text, path).not.toMatch(forbidden);
  });
});

describe("firstLanguage", () => {
  it("prefers what was chosen before", () => expect(firstLanguage("de", ["en-GB"])).toBe("de"));
  it("else takes the browser's first that the site has", () =>
    expect(firstLanguage(null, ["fr-FR", "de-AT", "en"])).toBe("de"));
  it("else speaks English", () => expect(firstLanguage("xx", ["fr"])).toBe("en"));
});
