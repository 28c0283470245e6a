import { helplinesFor, type RiskLatch, type RiskLevel, type Turn } from "@openempathic/govern";
import { describe, expect, test } from "vitest";

import { checkSentence } from "../checking/check-sentence.ts";
import type { ReplyLanguage } from "../plan.ts";
import { crisisAnswer, type CrisisAnswer } from "./crisis-answer.ts";

interface Talk {
  readonly language?: ReplyLanguage;
  readonly country?: string;
  readonly level?: RiskLevel;
  readonly about?: "self" | "others";
}

function converse(lines: readonly string[], talk: Talk = {}): readonly CrisisAnswer[] {
  const { language = "en", country = "GB", level = "passive", about = "self" } = talk;
  const latch: RiskLatch = { level, about, reason: "", sinceMs: 0, safeAnswers: 0 };
  const turns: Turn[] = [];
  return lines.map((text) => {
    turns.push({ role: "person", text });
    const answer = crisisAnswer({ language, country, latch, turns });
    turns.push({ role: "assistant", text: answer.text });
    return answer;
  });
}

function first(text: string, talk: Talk = {}): CrisisAnswer {
  return converse([text], talk)[0] ?? { text: "", resources: [] };
}

const TWENTY = [
  "I don't want to be here",
  ...Array.from(
    { length: 19 },
    (_, index) => ["yes", "I don't know", "no", "my brother", "I am tired"][index % 5] ?? "",
  ),
];
const DIRECT = {
  en: "Are you having thoughts of ending your life?",
  de: "Hast du Gedanken, dir das Leben zu nehmen?",
} as const;

describe.each(["en", "de"] as const)("in %s", (language) => {
  const country = language === "en" ? "GB" : "DE";

  test("[R1] a first answer validates, asks directly and without a negative, and asks one question", () => {
    const { text } = first("I wish I could just not wake up", { language, country });
    expect(text).toContain(DIRECT[language]);
    expect(text.split("?").length - 1).toBe(1);
  });

  test("[R2] names lines of help word for word, with the day they were checked", () => {
    const { text, resources } = first("I wish I could just not wake up", { language, country });
    expect(resources.length).toBeGreaterThan(0);
    for (const line of resources) {
      expect(helplinesFor(country).entries).toContain(line);
      expect(text).toContain(`${line.name}: ${line.contact} (${line.hours})`);
    }
    // Said once, and no more than is true: the lines were not called.
    const compared =
      language === "en" ? "Compared with public sources on " : "Mit öffentlichen Quellen verglichen am ";
    expect(text.split(compared)).toHaveLength(2);
    expect(text.split(resources[0]?.checkedOn ?? "")).toHaveLength(2);
    expect(text).not.toMatch(/\bchecked\b|geprüft/);
  });

  test("[R3] in danger right now it names the emergency number, being with someone and distance from means", () => {
    const { text } = first("I have the pills in my hand", { language, country, level: "imminent" });
    expect(text).toContain(helplinesFor(country).emergency);
    expect(text).toMatch(language === "en" ? /not alone with this/ : /nicht allein/);
    expect(text).toMatch(
      language === "en" ? /Move away from anything you could use/ : /weg von allem, was du benutzen könntest/,
    );
  });

  test("[R4] over twenty turns it asks one question a turn, repeats none, and names the lines once", () => {
    const answers = converse(TWENTY, { language, country });
    const questions = answers.map(({ text }) => /[^.!?\n”“„]*\?/.exec(text)?.[0].trim());
    expect(
      answers.every(({ text }) => text.replace(/“[^”]*”|„[^“]*“/g, "").split("?").length - 1 === 1),
    ).toBe(true);
    expect(new Set(questions.slice(0, 18)).size).toBe(18);
    expect(answers.filter(({ resources }) => resources.length > 0)).toHaveLength(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(answers.length);
  });

  test("[R5] climbs from the direct question over plan, means and barriers to people, coping and a small plan", () => {
    const all = converse(["I don't want to live", "yes", "maybe", "yes", "I don't know", "nobody", "music"], {
      language,
      country,
    });
    const expected =
      language === "en"
        ? [
            "ending your life",
            "how you would do it, or when",
            "near you right now that you might use",
            "hard for you to reach out",
            "Who could you send that to",
            "helped you through the hour",
            "fill in first",
          ]
        : [
            "das Leben zu nehmen",
            "wie oder wann",
            "in deiner Nähe, das du dafür",
            "schwer, dir Hilfe zu holen",
            "Wem könntest du das heute schicken",
            "durch die Stunde geholfen",
            "als Erstes eintragen",
          ];
    expect(all.map(({ text }, index) => text.includes(expected[index] ?? "?"))).toEqual(
      expected.map(() => true),
    );
  });

  test("[R6] passes every rule of the check, apart from the contacts of the table", () => {
    const lines = helplinesFor(country);
    const contacts = [lines.emergency, ...lines.entries.map(({ name, contact }) => `${name} ${contact}`)];
    const talks = (["passive", "active", "imminent"] as const).flatMap((level) =>
      (["self", "others"] as const).flatMap((about) => converse(TWENTY, { language, country, level, about })),
    );
    const broken = talks.flatMap(({ text }) => checkSentence(text, { language, contacts }));
    expect(broken).toEqual([]);
  });

  test("[R7] says once that it is a program", () => {
    const answers = converse(TWENTY, { language, country });
    const mark = language === "en" ? "I’m a program, not a person" : "Ich bin ein Programm, kein Mensch";
    expect(answers.filter(({ text }) => text.includes(mark))).toHaveLength(1);
  });
});

test("[R8] somebody who said outright that they want to die is asked about a plan, not whether", () => {
  const { text } = first("I am going to kill myself", { level: "active" });
  expect(text).not.toContain(DIRECT.en);
  expect(text).toContain("how you would do it, or when");
});

test("[R9] a worry about a friend gets advice on how to help", () => {
  const { text } = first("My friend says she wants to kill herself", { about: "others", level: "active" });
  expect(text).toContain("does not put the idea in their head");
  expect(text).toContain("don’t promise to keep it a secret");
});

test("[R10] a threat to somebody is met with distance, not with advice on how to help them", () => {
  const { text } = first("I'm going to kill my boss tomorrow", { about: "others", level: "active" });
  expect(text).toContain("away from them and from anything you could use");
  expect(text).not.toContain("does not put the idea");
});

test("[R11] danger that comes near in the middle of a conversation is answered at once", () => {
  const turns: Turn[] = [
    { role: "person", text: "I don't want to live" },
    { role: "assistant", text: first("I don't want to live").text },
    { role: "person", text: "I'm standing on the bridge" },
  ];
  const latch: RiskLatch = { level: "imminent", about: "self", reason: "", sinceMs: 0, safeAnswers: 0 };
  const { text, resources } = crisisAnswer({ language: "en", country: "GB", latch, turns });
  expect(text).toContain("call 999 now");
  expect(resources.length).toBeGreaterThan(0);
});

test("[R12] without a country it names a worldwide directory and asks where the person is", () => {
  const latch: RiskLatch = { level: "passive", about: "self", reason: "", sinceMs: 0, safeAnswers: 0 };
  const { text } = crisisAnswer({
    language: "en",
    latch,
    turns: [{ role: "person", text: "I want to be dead" }],
  });
  expect(text).toContain("findahelpline.com");
  expect(text).toContain("which country you’re in");
});

test("[R13] a refusal of helplines is respected, and a goodbye is too", () => {
  const answers = converse(["I don't want to live", "I don't want to call anyone", "bye"]);
  expect(answers[1]?.text).toContain("nobody here will force you");
  expect(answers[2]?.text).toContain("you can come back at any time");
});

test("[R14] answers in well under a second, with very long messages too", () => {
  const start = performance.now();
  first("I don't want to live anymore. ".repeat(100_000), { about: "others" });
  expect(performance.now() - start).toBeLessThan(1000);
});

test("[R15] says nothing of contracts, and nothing of committing suicide", () => {
  const all = converse(TWENTY)
    .map(({ text }) => text)
    .join(" ");
  expect(all).not.toMatch(/promise me|contract|commit(?:ted)? suicide|you're not suicidal/i);
});

test("[R16] who says that they were misread is asked directly, once, and led no further down the ladder", () => {
  const answers = converse(["I wish it was over", "you misunderstood me, not me", "you misunderstood me"], {
    level: "active",
  });
  expect(answers[1]?.text).toContain(DIRECT.en);
  expect(answers[1]?.text).not.toContain("near you right now that you might use");
  expect(answers[2]?.text).not.toMatch(/how you would do it|reach out for help|near you right now that/);
});

const PROBING =
  /near you right now|in deiner Nähe|how you would do it|wie oder wann|reach out|Hilfe zu holen/;

test.each([
  ["I feel safer now, thank you", "en"],
  ["thanks, I'm a bit calmer", "en"],
  ["a little better. I'll write if I need to", "en"],
  ["that helped, I can't thank you enough", "en"],
  ["I threw them away", "en"],
  ["Ich fühle mich jetzt sicherer, danke", "de"],
  ["mir geht es schon etwas besser", "de"],
  ["Danke, das hat geholfen", "de"],
] as const)("[R17] relief is acknowledged and met by staying in touch: “%s”", (text, language) => {
  const country = language === "en" ? "GB" : "DE";
  for (const level of ["passive", "active", "imminent"] as const) {
    const answers = converse(["I don't want to live", "yes", text, "my sister", "ok"], {
      language,
      country,
      level,
    });
    expect(answers[2]?.text).toMatch(language === "en" ? /good to read/ : /gut zu lesen/);
    expect(answers[2]?.text).toMatch(language === "en" ? /What helped/ : /Was hat geholfen/);
    for (const answer of answers.slice(2)) expect(answer.text).not.toMatch(PROBING);
  }
});

test("[R17] relief before any crisis answer was given is met too, with the lines of help", () => {
  const { text, resources } = first("I feel safer now, thank you");
  expect(text).toMatch(/^That.s good to read/);
  expect(resources.length).toBeGreaterThan(0);
});

test.each([
  "everyone would be better off without me",
  "I don't feel safer",
  "I feel calm now, I've made my decision",
  "I'd feel better if I were gone",
  "I feel better when I cut myself",
  "I feel calm, I know what to do now",
  "ohne mich wäre es besser",
  "mir geht es nicht besser",
])("[R17] what only sounds like relief is not taken for it: “%s”", (text) => {
  const answers = converse(["I don't want to live", "yes", text], { level: "active" });
  expect(answers[2]?.text).not.toContain("good to read");
});

test.each(["I threw the pills away", "I feel so much better now. I'll write if it gets worse"])(
  "[R17] words of relief are never met by asking what is near, whatever else was read into them: “%s”",
  (text) => {
    const answers = converse(["I don't want to live", "yes", text], { level: "active" });
    expect(answers[2]?.text).not.toContain("near you right now");
  },
);

test("[R17] grave words after relief lead back to the ladder, and urgent danger is answered first", () => {
  const answers = converse(
    ["I don't want to live", "yes", "I feel safer now", "I want to kill myself again"],
    {},
  );
  expect(answers[3]?.text).toMatch(PROBING);
  const { text } = first("I feel safer now, thank you", { level: "imminent" });
  expect(text).toContain("call 999 now");
});
