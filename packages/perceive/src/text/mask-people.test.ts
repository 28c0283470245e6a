import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPeople } from "./mask-people.ts";

const known = new Set(
  ["I", "The", "Monday", "Thanks", "Said", "Because", "He", "London"].map((w) => w.toLowerCase()),
);
const knows = (word: string): boolean => known.has(word.toLowerCase());
const masked = (text: string): string => maskPeople(text, knows).text;

describe("maskPeople", () => {
  test("puts the same stand-in for given names of any language", () => {
    for (const name of [
      "Emily",
      "Lakisha",
      "Wei",
      "Fatima",
      "Zbigniew",
      "Oluwaseun",
      "Jean-Luc",
      "DeShawn",
    ]) {
      expect(masked(`${name} told me, and I told ${name}.`)).toBe("[NAME] told me, and I told [NAME].");
    }
  });

  test("takes a capitalised word within a sentence that nobody knows for a name", () => {
    expect(masked("I met Qwzyra on Monday in London.")).toBe("I met [NAME] on Monday in London.");
  });

  test("takes a word that is a name, too, for one within a sentence", () => {
    expect(maskPeople("Will it rain, Will? Rose told Mark.", () => true).text).toBe(
      "Will it rain, [NAME]? Rose told [NAME].",
    );
  });

  test("leaves the first word of a sentence unless it is in the list", () => {
    expect(masked("Yeehaw! Whoop, Fabulous.")).toBe("Yeehaw! Whoop, [NAME].");
    expect(masked("Wow. Marvellous")).toBe("Wow. Marvellous");
  });

  test("leaves shouting, small letters, handles and stand-ins as they are", () => {
    const text = "I LOVE this emily @Emily #Monday u/Emily [NAME] [RELIGION]";
    expect(masked(text)).toBe(text);
  });

  test("makes one pronoun of all, with the letters' size kept", () => {
    expect(masked("She saw him and her; HIS book, themself. He's here, it's hers")).toBe(
      "They saw their and their; THEIR book, themselves. They's here, it's their",
    );
    expect(masked("the sheriff and other themes")).toBe("the sheriff and other themes");
  });

  test("reads a sentence about anybody alike", () => {
    const about = (name: string, he: string, his: string): string =>
      masked(`${name} said ${he} lost ${his} job, so I hugged ${name}.`);
    expect(about("Latoya", "she", "her")).toBe(about("Kenji", "he", "his"));
  });

  test("knows the way back from every place", () => {
    const text = "Emily said she is so happy.";
    const { text: masks, startOf, endOf } = maskPeople(text, () => true);
    const span = (words: string): string => {
      const start = masks.indexOf(words);
      return text.slice(startOf(start), endOf(start + words.length));
    };
    expect(span("[NAME]")).toBe("Emily");
    expect(span("NAM")).toBe("Emily");
    expect(span("they")).toBe("she");
    expect(span("so happy")).toBe("so happy");
    expect(span("said they is")).toBe("said she is");
  });

  test("keeps every place within the text and in order, whatever is written", () => {
    const words = fc.constantFrom(
      "Emily",
      "she",
      "him",
      "Wei-Lin",
      "I",
      ".",
      " ",
      "'s",
      "HER",
      "🙂",
      "\n",
      "ärger",
      "[",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const { text: masks, startOf, endOf } = maskPeople(text, knows);
        let before = 0;
        for (let offset = 0; offset <= masks.length; offset++) {
          const start = startOf(offset);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(start).toBeLessThanOrEqual(text.length);
          if (offset > 0) expect(endOf(offset)).toBeGreaterThanOrEqual(startOf(offset - 1));
          before = start;
        }
        expect(endOf(masks.length)).toBe(text.length);
      }),
    );
  });
});
