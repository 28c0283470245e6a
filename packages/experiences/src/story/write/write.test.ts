import { makeEstimate } from "@openempathic/affect";
import { Compiler } from "inkjs/full";
import { describe, expect, it } from "vitest";
import YarnBound from "yarn-bound";
import { followPath } from "../arc/follow-path.ts";
import { storyArc } from "../arc/story-arc.ts";
import {
  expressionFor,
  expressionManifest,
  EXPRESSIONS,
  fallbackFor,
  pictureFor,
} from "../faces/expression-manifest.ts";
import { readSpritePack, writeSpritePack } from "../faces/sprite-pack.ts";
import { STORY_SAMPLES } from "../samples/story-samples.ts";
import { readScript } from "../script/read-script.ts";
import { SCRIPT_FORMATS } from "../script/script.ts";
import type { Script, ScriptFormat, Utterance } from "../script/script.ts";
import { INITIAL_STORY_STATE } from "../story-state.ts";
import { isSameBut } from "./replace-lines.ts";
import { storyExport } from "./story-export.ts";
import { tagScript } from "./tag-script.ts";
import { writeActingNotes } from "./write-acting-notes.ts";
import { writeSsml } from "./write-ssml.ts";

function read(source: string, format: ScriptFormat): Script {
  const reading = readScript(source, format);
  return reading.kind === "read" ? reading.script : expect.fail(JSON.stringify(reading));
}

const MOODS = ["Sadness", "Elation", "Fear"] as const;
const moodOf = ({ id }: Utterance) => (id % 4 === 0 ? undefined : MOODS[id % 3]);

describe("moods written back", () => {
  it.each(SCRIPT_FORMATS)(
    "ST9: into %s give the same story with its moods, and change no other byte",
    (format) => {
      for (const ends of ["\n", "\r\n"]) {
        const source = STORY_SAMPLES[format].replaceAll("\n", ends);
        const script = read(source, format);
        const tagged = tagScript(source, script, moodOf);
        const again = read(tagged, format);
        expect(isSameBut(script, again, new Map())).toBe(true);
        for (const utterance of script.utterances) {
          const mood = utterance.tagAt === null ? undefined : moodOf(utterance)?.toLowerCase();
          expect(again.utterances[utterance.id - 1]?.mood).toBe(mood);
        }
        const tags =
          / #mood:[a-z]+| \[\[mood: [a-z]+\]\]|(?: \{|,)?"moods":\[[^\]]*\]\}?| data-moods='[^']*'/gu;
        const bare = tagged.replace(tags, (tag) =>
          format === "twee" && tag.startsWith(",") && tag.endsWith("}") ? "}" : "",
        );
        expect(bare).toBe(source);
        // What is tagged stays as it is: once more, only the others get one.
        const twice = read(
          tagScript(tagged, again, () => "Anger"),
          format,
        );
        for (const { id, mood, tagAt } of again.utterances) {
          const isOpen = mood === undefined && tagAt !== null && format !== "twee" && format !== "twine";
          expect(twice.utterances[id - 1]?.mood).toBe(isOpen ? "anger" : mood);
        }
      }
    },
  );

  it("ST9: reach the reader of the story by ink’s own engine, choices included", () => {
    const tagged = tagScript(STORY_SAMPLES.ink, read(STORY_SAMPLES.ink, "ink"), () => "Hope");
    const story = new Compiler(tagged).Compile();
    const plain = new Compiler(STORY_SAMPLES.ink).Compile();
    for (let turn = 0; turn < 5; turn += 1) {
      while (story.canContinue) {
        expect(story.Continue()).toBe(plain.Continue());
        expect(story.currentTags ?? []).toContain("mood:hope");
      }
      expect(story.currentChoices.map(({ text }) => text)).toEqual(
        plain.currentChoices.map(({ text }) => text),
      );
      // The type of ours leaves out what only this test looks at.
      const choices = story.currentChoices as readonly { readonly tags?: readonly string[] }[];
      for (const { tags } of choices) expect(tags).toContain("mood:hope");
      if (choices.length === 0) break;
      story.ChooseChoiceIndex(0);
      plain.ChooseChoiceIndex(0);
    }
  });

  it("ST9: are metadata to Yarn’s own engine", () => {
    const tagged = tagScript(STORY_SAMPLES.yarn, read(STORY_SAMPLES.yarn, "yarn"), () => "Hope");
    const runner = new YarnBound({ dialogue: tagged });
    const result = runner.currentResult as { readonly text: string; readonly hashtags: readonly string[] };
    expect(result.text.trim()).toBe("The lamp is lit, and the sea is quiet.");
    expect(result.hashtags).toContain("mood:hope");
  });

  it("ST9: keep what the writer has tagged, and leave lines alone whose tag would take in a brace", () => {
    const source = "Hello. #mood:gloomy\nWell {true:\n  yes\n}\n{&One|Two}";
    const script = read(source, "ink");
    expect(script.utterances.map(({ mood }) => mood)).toEqual(["gloomy", undefined, undefined, undefined]);
    expect(tagScript(source, script, () => "Hope")).toBe(
      "Hello. #mood:gloomy\nWell {true:\n  yes #mood:hope\n}\n{&One|Two} #mood:hope",
    );
  });
});

const SOURCE = { kind: "model", id: "text-mini", version: "1.0.0" } as const;
const SCRIPT = read("It is dark.\n\nMara: You <came> & left--me!", "text");
const READINGS = {
  "You <came> & left--me!": makeEstimate({
    modality: "text",
    likelihood: { Anger: 0.8, Sadness: 0.3 },
    dimensions: { valence: { mean: -0.4, sd: 0.15 }, arousal: { mean: 0.5, sd: 0.01 } },
    source: SOURCE,
  }),
};
const POINTS = storyArc(SCRIPT, followPath(SCRIPT), { readings: READINGS, of: { kind: "reader" } });

describe("voice direction", () => {
  it("is SSML that escapes what the writer wrote and goes by arousal", () => {
    const ssml = writeSsml(POINTS, "en");
    expect(ssml).toContain('<s><mark name="line-1-1"/>It is dark.</s>');
    expect(ssml).toContain("You &#60;came&#62; &#38; left--me!");
    expect(ssml).toContain('<prosody rate="115%" pitch="+12%" volume="+4.0dB">');
    expect(writeSsml([], 'e"n')).toContain('xml:lang="e&#34;n"');
  });

  it("is acting notes in both languages, which say how sure they are and leave room", () => {
    const nameOf = () => "anger";
    const notes = writeActingNotes(POINTS, {
      title: "Lamp",
      language: "en",
      nameOf,
      drawing: [1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1],
    });
    expect(notes).toContain("**Mara** (line 3): You \\<came\\> & left--me!");
    expect(notes).toContain("*sounds like anger (about 80 of 100 readers); meant darker than before*");
    expect(notes).toContain("*could not be read*");
    expect(writeActingNotes(POINTS, { title: "Lampe", language: "de", nameOf })).toContain(
      "klingt nach anger (etwa 80 von 100 Lesenden)",
    );
  });
});

describe("an expression manifest", () => {
  it("names the expression of each line that is said, what is needed, and what is shown instead", () => {
    const manifest = expressionManifest(SCRIPT, {
      readings: READINGS,
      moods: {},
      pictures: { Mara: { annoyance: "a.png" } },
    });
    expect(manifest.lines).toEqual([{ line: 3, column: 7, character: "Mara", expression: "anger" }]);
    expect(manifest.characters).toEqual([
      { name: "Mara", needs: ["anger"], pictures: { annoyance: "a.png" } },
    ]);
    expect(
      pictureFor("anger", {
        pictures: { annoyance: "a.png", neutral: "n.png" },
        fallback: manifest.fallback,
      }),
    ).toBe("a.png");
    expect(pictureFor("joy", { pictures: { neutral: "n.png" }, fallback: manifest.fallback })).toBe("n.png");
    expect(pictureFor("zest", { pictures: {}, fallback: manifest.fallback })).toBeUndefined();
  });

  it("has the 28 expressions of GoEmotions, and a chain that ends at neutral for each", () => {
    expect(EXPRESSIONS).toHaveLength(28);
    for (const expression of EXPRESSIONS)
      expect(fallbackFor(expression).at(-1)).toBe(expression === "neutral" ? undefined : "neutral");
    expect(expressionFor(undefined)).toBe("neutral");
    expect(expressionFor("Sadness")).toBe("sadness");
  });
});

describe("a sprite pack", () => {
  const bytes = Uint8Array.of(137, 80, 78, 71);

  it("is the same after it was written and read", () => {
    const pack = writeSpritePack([
      { expression: "joy", name: "x.png", bytes },
      { expression: "joy", name: "y.webp", bytes },
      { expression: "joy", name: "z.png", bytes },
    ]);
    const reading = readSpritePack(pack);
    expect(reading).toMatchObject({ kind: "read", leftOut: [] });
    expect(reading.kind === "read" ? reading.sprites : []).toEqual([
      { expression: "joy", name: "joy.png", bytes },
      { expression: "joy", name: "joy.webp", bytes },
      { expression: "joy", name: "joy-2.png", bytes },
    ]);
    expect(writeSpritePack([{ expression: "joy", name: "x.png", bytes }])).toEqual(
      writeSpritePack([{ expression: "joy", name: "x.png", bytes }]),
    );
  });

  it("is refused where it is none, cut off, or has no picture that is known", () => {
    expect(readSpritePack(new Uint8Array(0))).toEqual({ kind: "faulty", reason: "no-zip" });
    expect(readSpritePack(Uint8Array.from({ length: 500 }, (_none, at) => at))).toEqual({
      kind: "faulty",
      reason: "no-zip",
    });
    const pack = writeSpritePack([{ expression: "joy", name: "x.png", bytes }]);
    for (let size = 1; size < pack.length; size += 7)
      expect(readSpritePack(pack.slice(0, size)).kind).toBe("faulty");
    expect(readSpritePack(writeSpritePack([{ expression: "../evil", name: "x.png", bytes }]))).toEqual({
      kind: "faulty",
      reason: "no-sprites",
    });
  });

  it("that claims to hold more than is taken is not unpacked", () => {
    const pack = writeSpritePack([{ expression: "joy", name: "x.png", bytes }]);
    const at = pack.findIndex((_byte, index) => pack[index] === 0x50 && pack[index + 2] === 1);
    // The size of the file unpacked, in the central directory (APPNOTE 4.3.12): 4 bytes from 24 on.
    pack.set([0, 0, 0, 0x40], at + 24);
    expect(readSpritePack(pack)).toEqual({ kind: "faulty", reason: "too-large" });
  });
});

describe("the export", () => {
  it("has arcs, findings and where words are from, as plain data", () => {
    const work = {
      seq: 2,
      name: "lamp",
      source: "",
      script: SCRIPT,
      picks: {},
      moods: { 1: "Hope" },
      before: [],
    } as const;
    const state = { ...INITIAL_STORY_STATE, readings: READINGS, work };
    const data = JSON.parse(JSON.stringify(storyExport(state, work))) as Record<string, unknown>;
    expect(data).toMatchObject({
      schema: "open-empathic/story/1",
      utterances: [
        { mood: "Hope", moodFrom: "writer" },
        { mood: "Anger", moodFrom: "read", line: 3 },
      ],
      arcs: [{ of: { kind: "reader" } }, { of: { kind: "speaker", name: "Mara" } }],
      findings: [],
      provenance: [],
    });
  });
});
