import { describe, expect, it } from "vitest";
import { smallFacts } from "./small-facts.ts";

describe("smallFacts", () => {
  it.each([
    ["Hello, my name is Mia.", ["Your name is Mia."]],
    ["My name's Jean-Luc and I am tired", ["Your name is Jean-Luc."]],
    ["I had a fight with my sister Anna, again.", ["Your sister is called Anna."]],
    ["my best friend is called Tom", ["Your best friend is called Tom."]],
    ["My dog Bello died", ["Your dog is called Bello."]],
    ["I work as a nurse in a hospital.", ["You work as a nurse."]],
    ["I work as a software engineer and I hate it", ["You work as a software engineer."]],
  ])("finds in %j what could be remembered", (text, facts) => {
    expect(smallFacts(text, "en")).toEqual(facts);
  });

  it.each([
    ["Ich heiße Jörg.", ["Du heißt Jörg."]],
    ["Mein Name ist Ada Lovelace", ["Du heißt Ada Lovelace."]],
    ["Meine Schwester Anna ist krank.", ["Deine Schwester heißt Anna."]],
    ["und mein Hund heißt Bello!", ["Dein Hund heißt Bello."]],
    ["Ich arbeite als Pflegerin auf der Intensivstation", ["Du arbeitest als Pflegerin."]],
  ])("finds in %j, in German, what could be remembered", (text, facts) => {
    expect(smallFacts(text, "de")).toEqual(facts);
  });

  it.each([
    ["en", "My sister is ill and my name is not important."],
    ["en", "I work as hard as I can. My mother and I argue."],
    ["en", ""],
    ["de", "Jetzt hat meine Mutter Krebs."],
    ["de", "Ich habe mit meinem Bruder Streit, weil mein Vater Probleme macht."],
  ] as const)("takes nothing for a fact in %s: %j", (language, text) => {
    expect(smallFacts(text, language)).toEqual([]);
  });

  it("offers each fact once and at most three from one message", () => {
    const text = "My name is Mia. My name is Mia. My dog Bo. My cat Li Li. My son Max. My wife Ada.";
    expect(smallFacts(text, "en")).toHaveLength(3);
    expect(new Set(smallFacts(text, "en")).size).toBe(3);
  });
});
