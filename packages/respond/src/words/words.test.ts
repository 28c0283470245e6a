import { describe, expect, test } from "vitest";

import { turnEnglish } from "../listening/turn-english.ts";
import { turnGerman } from "../listening/turn-german.ts";
import { isGoodbye } from "./goodbye.ts";
import { identifyReplyLanguage, messageLanguage } from "./reply-language.ts";

describe("[W1] a goodbye", () => {
  test.each([
    "bye",
    "Okay, bye!",
    "good night",
    "I gotta go",
    "I have to go now",
    "See you tomorrow",
    "thanks, talk to you later",
    "tschüss",
    "Ich muss jetzt los",
    "Gute Nacht",
    "Bis morgen!",
    "Danke, ciao",
  ])("is heard in “%s”", (text) => expect(isGoodbye(text)).toBe(true));
  test.each([
    "goodbye everyone",
    "goodbye forever",
    "I had to say goodbye to my dog",
    "I have to go to therapy",
    "I have to go through this again",
    "Good night's sleep is rare",
    "bye bye birdie is my favourite musical of all the ones that I have seen",
    "Ich verabschiede mich für immer, gute Nacht",
    "how was your night?",
    "hello",
  ])("is not heard in “%s”", (text) => expect(isGoodbye(text)).toBe(false));
});

describe("[W2] the language of a message", () => {
  test.each([
    ["I don't know what to do", "en"],
    ["Ich weiß nicht weiter", "de"],
    ["Mir geht es heute gar nicht gut", "de"],
    ["Je ne sais pas, je suis fatigué", "other"],
    ["No sé qué hacer, estoy muy triste", "other"],
    ["Мне грустно", "other"],
    ["我很难过", "other"],
    ["ok", undefined],
    ["😂", undefined],
    ["", undefined],
  ] as const)("of “%s” is %s", (text, language) => {
    expect(messageLanguage(text)).toBe(language);
  });

  test("is that of the latest message that tells", () => {
    const turns = [
      { role: "person", text: "I am so tired of this" },
      { role: "person", text: "Ich bin so müde" },
      { role: "person", text: "ok" },
    ] as const;
    expect(identifyReplyLanguage(turns)).toBe("de");
    expect(identifyReplyLanguage([])).toBe("en");
  });
});

describe("[W3] a clause is turned around", () => {
  test.each([
    ["I went home and was crying", "you went home and were crying"],
    ["me and my sister had a fight", "you and your sister had a fight"],
    ["im so tired of this", "you're so tired of this"],
    ["Mom doesn't call me anymore", "your mom doesn't call you anymore"],
    ["I am not sure who I am", "you are not sure who you are"],
    ["they told us to leave our house", "they told you to leave your house"],
    ["I hurt myself at work", "you hurt yourself at work"],
    ["HE CALLED ME LAZY", "he called you lazy"],
  ])("in English: %s", (clause, turned) => expect(turnEnglish(clause)).toBe(turned));

  test.each([
    ["Ich liege im Bett und weine", "du liegst im Bett und weinst"],
    ["Ich fühle mich leer", "du fühlst dich leer"],
    ["Mein Chef hat mich angeschrien", "dein Chef hat dich angeschrien"],
    ["Wir streiten uns jeden Tag", "ihr streitet euch jeden Tag"],
    ["Ich arbeite zu viel", "du arbeitest zu viel"],
    ["Ich wollte ihm nur helfen", "du wolltest ihm nur helfen"],
    ["Ich weiß nicht, was ich tun soll", "du weißt nicht, was du tun sollst"],
    ["Heute war ich beim Arzt", "heute warst du beim Arzt"],
    ["Mir geht es schlecht", "dir geht es schlecht"],
  ])("in German: %s", (clause, turned) => expect(turnGerman(clause)).toBe(turned));

  test("but not where it speaks to the listener", () => {
    expect(turnEnglish("you never answer me")).toBeUndefined();
    expect(turnGerman("Du antwortest mir nie")).toBeUndefined();
  });
});
