import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  RISK_BUCKETS,
  RISK_LEVELS,
  RISK_OUTPUTS,
  evaluateRisk,
  formatRiskEvaluation,
  judgeRisk,
  judgeRiskWith,
} from "../index.ts";
import type { RiskCase, RiskLevel, Turn } from "../index.ts";
import german from "./lexicon.de.json" with { type: "json" };
import english from "./lexicon.en.json" with { type: "json" };
import { compilePattern } from "./reading.ts";
import { SHIPPED_RISK_MODEL } from "./shipped-risk-model.ts";

const judge = (text: string) => judgeRisk([{ role: "person", text }]);
const level = (text: string) => judge(text).level;
const rank = (of: RiskLevel) => RISK_LEVELS.indexOf(of);

function readCases(name: string): RiskCase[] {
  return (
    readFileSync(join(import.meta.dirname, "../../evaluation", `${name}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      // The file is this package's own; its fields are checked below.
      .map((line) => JSON.parse(line) as RiskCase)
  );
}

describe("judgeRisk", () => {
  it.each<[string, RiskLevel, "self" | "others" | null]>([
    ["I want to kill myself", "active", "self"],
    ["I'm going to kill myself tonight", "imminent", "self"],
    ["I took 30 pills", "imminent", "self"],
    ["I wish I was dead", "passive", "self"],
    ["everyone would be better off without me", "passive", "self"],
    ["I cut myself", "active", "self"],
    ["my friend wants to kill herself", "active", "others"],
    ["I'm going to kill him", "active", "others"],
    ["Ich will mich umbringen", "active", "self"],
    ["Ich will nicht mehr leben", "passive", "self"],
    ["Mein Freund will sich umbringen", "active", "others"],
    ["how are you?", "none", null],
    ["", "none", null],
    ["🙂", "none", null],
  ])("R1: judges %j as %s about %s", (text, expected, about) => {
    expect(judge(text)).toMatchObject({ level: expected, about });
  });

  it("R2: names the words and how they were read", () => {
    expect(judge("I want to kill myself").reason).toBe(
      'The words "kill myself" were read as explicit, about the writer (en-suicide-want).',
    );
    expect(judge("I don't want to die").reason).toContain("negated");
  });

  it.each([
    "this commute is killing me",
    "I'm dead 😂",
    "dying to see you",
    "kill two birds with one stone",
    "shoot me an email",
  ])("R3: takes the figure of speech %j for what it is", (text) => expect(level(text)).toBe("none"));

  it("R4: does not let a figure of speech cover a real one beside it", () => {
    expect(level("this commute is killing me and I want to kill myself")).toBe("active");
    expect(level("I'm dead 😂 no really, I want to end my life")).toBe("active");
  });

  it("R5: reads a denial as one, and a wish not to live as a wish", () => {
    expect(level("I don't want to die")).toBe("none");
    expect(level("I'm not suicidal")).toBe("none");
    expect(level("I don't want to live")).toBe("passive");
    expect(level("I don't want to kill myself but I wouldn't mind not waking up")).toBe("passive");
    expect(level("I can't stop thinking about killing myself")).toBe("active");
  });

  it("R6: reads what is long past as concern, unless it is back", () => {
    expect(level("Ten years ago I tried to kill myself")).toBe("concern");
    expect(level("Ten years ago I tried to kill myself and now I want to again")).toBe("active");
  });

  it("R7: leaves stories and games alone, unless they are about the writer", () => {
    expect(level("In my novel the hero wants to kill himself")).toBe("none");
    expect(level("how do I kill the boss in this game")).toBe("none");
    expect(
      level("In my novel the hero wants to kill himself. Honestly, that is me, I want to kill myself"),
    ).toBe("active");
  });

  it.each([
    "k1ll myself",
    "su1cide is on my mind",
    "kms",
    "unalive myself",
    "thinking about sewerslide",
    "KILL MYSELF",
    "k i l l  m y s e l f",
    "k.i.l.l m.y.s.e.l.f",
    "ki\u200bll my\u200bself",
    "kill myslef",
    "killl mysellf",
    "ｋｉｌｌ ｍｙｓｅｌｆ",
    "kíll mýself",
  ])("R8: sees through the disguise %j", (text) =>
    expect(rank(level(text))).toBeGreaterThanOrEqual(rank("active")),
  );

  it("R8: reads curly quotes, missing apostrophes and capitals alike", () => {
    const forms = [
      "I don't want to live",
      "I don’t want to live",
      "i dont want to live",
      "I DON´T WANT TO LIVE",
    ];
    expect(new Set(forms.map(level))).toEqual(new Set(["passive"]));
  });

  it("R9: reads a short answer with the question before it", () => {
    const answer = (question: string, text: string): Turn[] => [
      { role: "assistant", text: question },
      { role: "person", text },
    ];
    const asked = "Are you thinking of suicide?";
    expect(judgeRisk(answer(asked, "yes")).level).toBe("active");
    expect(judgeRisk(answer(asked, "sometimes")).level).toBe("passive");
    expect(judgeRisk(answer(asked, "no"))).toMatchObject({ level: "none", safeAnswer: true });
    expect(judgeRisk(answer("Do you like tea?", "yes"))).toMatchObject({ level: "none" });
    expect(judgeRisk(answer("Do you like tea?", "no"))).not.toHaveProperty("safeAnswer");
  });

  it("R10: lets hints add up over turns, and points back to what was said", () => {
    const said = (...texts: string[]): Turn[] => texts.map((text) => ({ role: "person", text }));
    expect(judgeRisk(said("I hate myself", "everything feels pointless", "I can't see a future")).level).toBe(
      "passive",
    );
    expect(judgeRisk(said("I want to kill myself", "I'm going to do it tonight")).level).toBe("imminent");
    expect(judgeRisk(said("I want to kill myself", "never mind")).level).toBe("passive");
    expect(level("never mind")).toBe("none");
  });

  it("R11: needs a last turn by the person", () => {
    expect(() => judgeRisk([])).toThrow(RangeError);
    expect(() => judgeRisk([{ role: "assistant", text: "hello" }])).toThrow(/last turn/);
  });

  it("R12: answers with a level for any text, lone surrogates among them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const judged = judge(text);
        expect(RISK_LEVELS).toContain(judged.level);
        expect(judged.about === null).toBe(judged.level === "none");
      }),
    );
    expect(level("\ud83d kill myself \udc00")).toBe("active");
  });

  it.each([
    ["one word", "want ".repeat(20_000)],
    ["a half pattern", "i want to ".repeat(10_000)],
    ["many cues", "kill myself ".repeat(8_000)],
    ["no blanks", "a".repeat(100_000)],
    ["spelled letters", "k ".repeat(50_000)],
    ["quotes", '" '.repeat(50_000)],
    ["single quotes", "' a".repeat(33_000)],
    ["stars", "*".repeat(100_000)],
    ["negations", "not going to ".repeat(8_000)],
    ["German", "ich will mich nicht ".repeat(5_000)],
    ["near words", "suicid ".repeat(14_000)],
    ["sentences", "die. ".repeat(20_000)],
    ["nested hints", "he said that my friend is going to take all the ".repeat(2_000)],
  ])(
    "R13: reads 100 kB of %s in linear time",
    (_, hostile) => {
      const timed = (text: string) => {
        const start = performance.now();
        judge(text);
        return performance.now() - start;
      };
      timed(hostile.slice(0, 10_000));
      const part = Math.max(20, timed(hostile.slice(0, 25_000)));
      // Four times the text may take four times the time; the rest is room for a busy machine.
      expect(timed(hostile.slice(0, 100_000))).toBeLessThan(16 * part + 500);
    },
    60_000,
  );

  it("R14: takes about a millisecond for a message of usual length, with room for a busy machine", () => {
    const texts = readCases("dev").flatMap((one) => one.turns.map((turn) => turn.text));
    for (const text of texts) judge(text);
    const times = texts.map((text) => {
      const start = performance.now();
      judge(text);
      return performance.now() - start;
    });
    const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    expect(median).toBeLessThan(5);
  });
});

describe("a wish to die by one's own hand with a time when nobody is near", () => {
  it.each([
    "I will kill myself after the kids are asleep",
    "once everyone is asleep I'm ending my life",
    "I'll take all my pills when my husband has left",
    "I've decided to die tonight",
    "I plan to overdose this evening",
    "ending it all before morning",
    "Ich bring mich um, wenn die Kinder schlafen",
    "Wenn mein Mann weg ist, bringe ich mich um",
    "In einer Stunde beende ich mein Leben",
    "Ich hab entschieden, heute zu sterben",
  ])("R21: is imminent: %s", (text) => {
    expect(judge(text)).toMatchObject({ level: "imminent", about: "self" });
  });

  it.each([
    "once everyone is asleep I will wrap the presents",
    "after the kids are asleep I'm ending it with him, he can have the cat",
    "when the kids are in bed I am going to die of boredom",
    "in einer Stunde bin ich tot müde",
    "wenn die Kinder schlafen, mache ich Schluss mit der Steuer",
    "sobald die Kinder schlafen, beende ich alles, was im Büro liegen blieb",
  ])("R21: the rules do not say so where something else ends: %s", (text) => {
    expect(judgeRiskWith(undefined, [{ role: "person", text }]).level).toBe("none");
  });
});

describe("the two judges", () => {
  // After one of the training messages: no rule finds anything in it.
  const hint =
    "I've let the hens out and opened the gate. Note's on the table. The tractor's running in the shed with the doors shut and I'm sat here.";
  const person = (text: string): Turn[] => [{ role: "person", text }];

  it("R16: raise together what no single rule says, and give the words that spoke", () => {
    expect(judgeRiskWith(undefined, person(hint)).level).toBe("none");
    const judged = judge(hint);
    expect(rank(judged.level)).toBeGreaterThanOrEqual(rank("passive"));
    expect(judged.reason).toMatch(
      /^The words ".+" (?:together )?sound like .+, about the writer, though no single rule/,
    );
    expect(judged.topic).toBeDefined();
  });

  it("R16: never say less than the rules, but for a doubted finding, which stays a concern", () => {
    for (const { turns } of [...readCases("dev"), ...readCases("held-out")]) {
      const byRules = judgeRiskWith(undefined, turns);
      const both = judgeRisk(turns);
      if (rank(both.level) >= rank(byRules.level)) continue;
      expect([both.level, both.reason.endsWith("kept as a concern.")]).toEqual(["concern", true]);
    }
  }, 120_000);

  it("R17: doubt no plain statement, whatever stands beside it", () => {
    for (const beside of [
      "lol",
      "in this game",
      "for my essay",
      "I love this song",
      "😂",
      "pizza and homework",
    ]) {
      expect(rank(level(`I want to kill myself. ${beside}`))).toBeGreaterThanOrEqual(rank("active"));
    }
  });

  it("R18: leave an explicit safe answer alone", () => {
    const turns: Turn[] = [
      { role: "assistant", text: "Are you thinking of killing yourself?" },
      { role: "person", text: "No, I am not." },
    ];
    expect(judgeRisk(turns)).toEqual(judgeRiskWith(undefined, turns));
    expect(judgeRisk(turns).safeAnswer).toBe(true);
  });

  it("R16: read weights that fit their features, in less than 400 kB", () => {
    expect(SHIPPED_RISK_MODEL.weights.length).toBe(RISK_BUCKETS * RISK_OUTPUTS.length);
    const file = readFileSync(join(import.meta.dirname, "risk-weights.json"));
    expect(file.length).toBeLessThan(400_000);
    expect(SHIPPED_RISK_MODEL.weights.some((weight) => weight < 0)).toBe(true);
    // As another decoder reads them.
    const { weights } = JSON.parse(file.toString()) as { weights: string };
    expect(Array.from(SHIPPED_RISK_MODEL.weights)).toEqual(
      Array.from(new Int8Array(new Uint8Array(Buffer.from(weights, "base64")).buffer)),
    );
  });
});

describe("a wish or a plan with a time close to now", () => {
  const judged = (text: string) => judgeRisk([{ role: "person", text }]);

  it.each([
    "I want to kill myself tonight",
    "I just want to end my life right now.",
    "I'd like to kill myself this evening",
    "I want to kill myself in an hour",
    "I want to end it all tonight",
    "I have a plan to kill myself tonight",
    "I want to die and I have a plan for tonight.",
    "Ich will mich umbringen, heute noch",
    "Ich will mein Leben heute beenden",
    "Ich habe vor, mich heute Nacht umzubringen",
    "Ich habe den Plan, mir heute Nacht das Leben zu nehmen",
  ])("R20: is imminent: %s", (text) => {
    expect(judged(text)).toMatchObject({ level: "imminent", about: "self" });
  });

  it.each([
    ["I want to kill myself", "active"],
    ["I'm thinking of killing myself tonight", "active"],
    ["I wanted to kill myself tonight but I called my sister", "active"],
    ["I don't want to kill myself tonight", "none"],
    ["lol this homework, I want to kill myself tonight haha", "none"],
    ["I want to end it tonight with him", "none"],
    ["Ich will mich umbringen", "active"],
    ["Ich will mich nicht heute umbringen", "none"],
  ] as const)("R20: is not where the wish, the time or the meaning is another: %s", (text, level) => {
    expect(judged(text).level).toBe(level);
  });

  it("R20: is somebody else's where somebody else said it", () => {
    expect(judged('My friend wrote "I want to kill myself tonight" and I am scared.')).toMatchObject({
      level: "imminent",
      about: "others",
    });
  });
});

describe("the lexicons", () => {
  it("R15: name every mark that the reader asks for, in every language", () => {
    expect(Object.keys(german.markers).sort()).toEqual(Object.keys(english.markers).sort());
    for (const lexicon of [english, german]) expect(lexicon.rules.length).toBeGreaterThan(10);
  });

  it("R15: give each rule an id of its own, a known level and at least one pattern", () => {
    const rules = [...english.rules, ...german.rules];
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(RISK_LEVELS).toContain(rule.level);
      expect(["self", "others", "subject"]).toContain(rule.about);
      expect(["explicit", "implicit"]).toContain(rule.style);
      expect(["suicide", "self-harm", "overdose", "eating", "abuse", "violence", "distress"]).toContain(
        rule.topic,
      );
      expect(rule.patterns.length).toBeGreaterThan(0);
    }
  });

  it("R13: repeat nothing without a bound but the letters of a word", () => {
    for (const { rules, parts } of [english, german]) {
      for (const { id, patterns } of rules) {
        const unbounded = compilePattern(patterns, parts)
          .source.replaceAll("\\w+", "")
          .replaceAll("\\w*", "")
          .replaceAll("\\d+", "")
          .match(/[^\\)\]][+*]|[)\]][+]/g);
        expect([id, unbounded]).toEqual([id, null]);
      }
    }
  });
});

describe("the evaluation sets", () => {
  it("E1: keep dev and the sets that it is measured on apart", () => {
    const textOf = (one: RiskCase) => JSON.stringify(one.turns.map((turn) => turn.text.toLowerCase()));
    const devTexts = new Set(readCases("dev").map(textOf));
    // Only how many: the blind messages are not to be seen.
    for (const name of ["held-out", "blind", "blind-2"]) {
      expect([name, readCases(name).filter((one) => devTexts.has(textOf(one))).length]).toEqual([name, 0]);
    }
  });

  it("E1: hold at least 150 messages with a risk and 150 without, dev and held-out apart", () => {
    const dev = readCases("dev");
    const heldOut = readCases("held-out");
    const all = [...dev, ...heldOut];
    expect(all.filter((one) => one.level !== "none").length).toBeGreaterThanOrEqual(150);
    expect(all.filter((one) => one.level === "none").length).toBeGreaterThanOrEqual(150);
    for (const one of all) expect(RISK_LEVELS).toContain(one.level);
    const textOf = (one: RiskCase) => JSON.stringify(one.turns.map((turn) => turn.text.toLowerCase()));
    const devTexts = new Set(dev.map(textOf));
    expect(heldOut.filter((one) => devTexts.has(textOf(one)))).toEqual([]);
  });

  it("E2: are read with the recall and the false alarms that the figures in SPEC.md promise", () => {
    const dev = readCases("dev");
    const heldOut = readCases("held-out");
    const blind = readCases("blind");
    for (const [name, cases] of Object.entries({ dev, "held-out": heldOut, blind })) {
      console.info(formatRiskEvaluation(name, cases, judgeRisk));
    }
    const onDev = evaluateRisk(dev, judgeRisk);
    const onHeldOut = evaluateRisk(heldOut, judgeRisk);
    expect(onDev.recallPassive).toBeGreaterThanOrEqual(0.95);
    expect(onDev.falseAlarms).toBeLessThanOrEqual(0.05);
    expect(onHeldOut.recallPassive).toBeGreaterThanOrEqual(0.89);
    expect(onHeldOut.falseAlarms).toBeLessThanOrEqual(0.05);
    const onBlind = evaluateRisk(blind, judgeRisk);
    expect(onBlind.recallPassive).toBeGreaterThanOrEqual(0.8);
    expect(onBlind.falseAlarms).toBeLessThanOrEqual(0.06);
  }, 120_000);
});
