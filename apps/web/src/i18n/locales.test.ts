import { CATEGORIES } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import { EXPERIENCES } from "../experience/experiences.ts";
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

const FORBIDDEN = /\byou (are|feel) (sad|angry|anxious)|detects?\b|diagnos|reads? emotions|true emotion/i;

/** Each pair of files of words: the site's own, and those of each experience, found by their folder. */
const PAIRS = Object.entries(import.meta.glob<object>("../*/en.json", { eager: true, import: "default" }));
const GERMAN = import.meta.glob<object>("../*/de.json", { eager: true, import: "default" });

describe.each(PAIRS)("the words in %s", (file, english) => {
  const german = GERMAN[file.replace("en.json", "de.json")] ?? {};

  it("have the same keys in both languages", () => {
    expect([...paths(german).keys()].sort()).toEqual([...paths(english).keys()].sort());
  });

  it("fill the same names into each string", () => {
    const texts = paths(german);
    for (const [path, text] of paths(english)) {
      expect(placeholders(texts.get(path) ?? ""), path).toEqual(placeholders(text));
    }
  });

  it("leave no string empty", () => {
    for (const [path, text] of [...paths(english), ...paths(german)]) expect(text.trim(), path).not.toBe("");
  });

  it("never state a feeling as a fact and never claim to diagnose", () => {
    for (const [path, text] of [...paths(english), ...paths(german)])
      expect(text, path).not.toMatch(FORBIDDEN);
  });

  it("have typographic apostrophes", () => {
    for (const [path, text] of [...paths(english), ...paths(german)])
      expect(text, path).not.toMatch(/\p{L}'\p{L}/u);
  });
});

describe("the site's languages", () => {
  it("name all 40 categories, each differently", () => {
    for (const locale of [en, de]) {
      expect(Object.keys(locale.categories).sort()).toEqual(CATEGORIES.map(({ id }) => id).sort());
      expect(new Set(Object.values(locale.categories)).size).toBe(CATEGORIES.length);
    }
  });

  it("introduce every experience in both, under a word of its own", () => {
    const cards = Object.values(
      import.meta.glob<object>("../*/card.json", { eager: true, import: "default" }),
    );
    expect(cards).toHaveLength(EXPERIENCES.length);
    expect(new Set(EXPERIENCES.map(({ id }) => id)).size).toBe(EXPERIENCES.length);
    for (const { id, card } of EXPERIENCES) {
      for (const [path, text] of paths(card)) expect(text.trim(), `${id} ${path}`).not.toBe("");
      expect([...paths(card.de).keys()]).toEqual([...paths(card.en).keys()]);
      for (const text of paths(card).values()) expect(text, id).not.toMatch(FORBIDDEN);
    }
  });
});

describe("firstLanguage", () => {
  it("prefers what was chosen before", () => expect(firstLanguage("de", ["en-GB"])).toBe("de"));
  it("else takes the browser's first that the site has", () =>
    expect(firstLanguage(null, ["fr-FR", "de-AT", "en"])).toBe("de"));
  it("else speaks English", () => expect(firstLanguage("xx", ["fr"])).toBe("en"));
});
