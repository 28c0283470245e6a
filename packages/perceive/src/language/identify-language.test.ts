import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifyLanguage } from "./identify-language.ts";

describe("identifyLanguage", () => {
  it.each([
    ["Мне сегодня очень грустно"],
    ["今日はとても悲しいです"],
    ["أنا حزين جدا اليوم"],
    ["είμαι πολύ λυπημένος"],
  ])("L1 another script is not English: %s", (text) => {
    const { language, confident } = identifyLanguage(text);
    expect(language).not.toBe("en");
    expect(confident).toBe(true);
  });

  it.each([
    ["I wanna die"],
    ["Happy birthday!"],
    ["he's active tonight, that's fun"],
    ["I HATE u"],
    ["don’t do that"],
  ])("L2 everyday English is English: %s", (text) => {
    expect(identifyLanguage(text)).toEqual({ language: "en", confident: true });
  });

  it.each([
    ["Ich bin heute so traurig, ich weiß nicht weiter.", "de"],
    ["Mir geht es heute gar nicht gut", "de"],
    ["Je ne sais plus quoi faire de ma vie", "fr"],
    ["No puedo más, estoy muy cansada", "es"],
    ["Sono molto stanco e triste", "it"],
    ["Ik weet niet wat ik moet doen", "nl"],
  ])("L3 names a language that is clear of English: %s", (text, language) => {
    expect(identifyLanguage(text)).toEqual({ language, confident: true });
  });

  it.each([["Mary Roth Tom Hirschauer"], ["Toshiba Portege R400"], ["Apple trademark dispute settled"]])(
    "L3 is not confident about names and headlines: %s",
    (text) => {
      const { language, confident } = identifyLanguage(text);
      expect(language !== "en" && confident).toBe(false);
    },
  );

  it("L3 a text without letters has no language", () => {
    for (const text of ["", "?!", "12", "😂"]) {
      expect(identifyLanguage(text)).toEqual({ language: undefined, confident: false });
    }
  });

  it("never throws, whatever the units", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 });
    fc.assert(
      fc.property(units, (codes) => {
        expect(typeof identifyLanguage(String.fromCharCode(...codes)).confident).toBe("boolean");
      }),
    );
  });
});
