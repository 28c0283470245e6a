import { Compiler } from "inkjs/full";
import { describe, expect, it } from "vitest";
import YarnBound from "yarn-bound";
import { followPath } from "../arc/follow-path.ts";
import type { Picks } from "../arc/follow-path.ts";
import { STORY_SAMPLES } from "../samples/story-samples.ts";
import { guessFormat, readScript } from "./read-script.ts";
import { SCRIPT_FORMATS } from "./script.ts";
import type { Script, ScriptFormat } from "./script.ts";
import { scriptFaultText } from "./script-fault.ts";

function read(source: string, format: ScriptFormat): Script {
  const reading = readScript(source, format);
  if (reading.kind === "faulty")
    throw new Error(reading.faults.map((fault) => scriptFaultText(fault, "en")).join("\n"));
  return reading.script;
}

/** What is read on the way, choices in brackets. */
function told(script: Script, picks?: Picks): readonly string[] {
  return followPath(script, picks).utterances.map((id) => {
    const { kind, speaker, text } = script.utterances[id - 1] ?? expect.fail();
    return kind === "choice" ? `[${text}]` : speaker === undefined ? text : `${speaker}: ${text}`;
  });
}

/** What inkjs itself tells, taking these choices. */
function toldByInk(source: string, choices: readonly number[]): readonly string[] {
  const story = new Compiler(source).Compile();
  const lines: string[] = [];
  const left = [...choices];
  for (;;) {
    while (story.canContinue) {
      const line = (story.Continue() ?? "").trim();
      if (line !== "") lines.push(line);
    }
    const index = left.shift() ?? 0;
    const choice = story.currentChoices[index];
    if (choice === undefined) return lines;
    lines.push(`[${choice.text}]`);
    story.ChooseChoiceIndex(index);
  }
}

describe("a script in ink", () => {
  it("is told as inkjs tells it, whichever choices are taken", () => {
    const script = read(STORY_SAMPLES.ink, "ink");
    expect(script.title).toBe("The lamp");
    // The forks of our reading by the words of their passage: inkjs knows only the choices.
    for (const first of [0, 1])
      for (const second of [0, 1])
        for (const third of [0, 1]) {
          const choices = first === 0 ? [0, second, third] : [1, third];
          const picks = picksFor(script, choices, first === 0 && second === 0);
          expect(told(script, picks)).toEqual(toldByInk(STORY_SAMPLES.ink, choices));
        }
  });

  it("weaves nested choices, labelled gathers, tunnels, glue, tags and comments as inkjs does", () => {
    const source = `-> start
=== start ===
Hello <>
// a comment
* (hi) Hi[!], I say. # loud
  ** [Deeper]
     Deep. /* not
     this */
  ** Shallow
  -- Both.
* Bye
  -> away ->
  Back.
- (end) All. {true: Yes.|No.}
-> END
=== away ===
Away.
->->
`;
    const script = read(source, "ink");
    const glued = (lines: readonly string[]) => lines.join(" ").replace(/\s+/gu, " ");
    for (const choices of [[0, 0], [0, 1], [1]])
      expect(glued(told(script, picksFor(script, choices, false)))).toBe(
        glued(withoutEcho(toldByInk(source, choices))),
      );
    expect(script.utterances.find(({ text }) => text === "Hi, I say.")?.place).toMatchObject({
      line: 5,
      column: 8,
    });
  });

  it("enters a knot by its first stitch, finds names from where it stands, and takes a computed fork", () => {
    const source = `VAR x = 1
=== town ===
= gate
Gate. -> market
= market
Market.
{x > 3: -> END}
{
- x == 1: One.
- else: Other.
}
-> hall
= hall
Hall.
-> END`;
    const script = read(source, "ink");
    expect(told(script, { 1: [1] })).toEqual(["Gate.", "Market."]);
    const fork = followPath(script).forks[0]?.block ?? -1;
    expect(told(script, { [fork]: [1] }).slice(0, 3)).toEqual(["Gate.", "Market.", "One."]);
    expect(told(script, { [fork]: [1] }).at(-1)).toBe("Hall.");
  });
});

/** The echo of a choice without brackets, which inkjs tells as a line and we as the choice. */
function withoutEcho(lines: readonly string[]): readonly string[] {
  return lines.filter((line, at) => `[${line}]` !== lines[at - 1]);
}

/** Picks that take these choices in turn, and these ways at conditions. */
function picksFor(script: Script, choices: readonly number[], isTrue: boolean): Picks {
  const picks: Record<number, number[]> = {};
  const left = [...choices];
  for (let turn = 0; turn < 20; turn += 1) {
    const fork = followPath(script, picks).forks[turn];
    if (fork === undefined) break;
    const isChoice = fork.open.some((at) => script.blocks[fork.block]?.exits[at]?.kind === "choice");
    const taken = isChoice ? fork.open[left.shift() ?? 0] : fork.open[isTrue ? 0 : 1];
    picks[fork.block] = [...(picks[fork.block] ?? []), taken ?? 0];
  }
  return picks;
}

describe("a script in Yarn", () => {
  it("is told as yarn-bound tells it", () => {
    const script = read(STORY_SAMPLES.yarn, "yarn");
    for (const choice of [0, 1]) {
      const picks = picksFor(script, [choice], choice === 0);
      expect(told(script, picks)).toEqual(toldByYarn(STORY_SAMPLES.yarn, choice));
    }
    expect(script.utterances[2]).toMatchObject({ speaker: "June", place: { line: 7, column: 7 } });
  });

  it("nests options by their indent, goes on after them, and comes back from a detour", () => {
    const source = `title: Start
---
-> A
    One.
    -> B
        Two.
    -> C
    Three.
-> D <<if $x>>
    <<detour Side>>
Four.
===
title: Side
---
Side.
===
`;
    const script = read(source, "yarn");
    expect(told(script)).toEqual(["[A]", "One.", "[B]", "Two.", "Three.", "Four."]);
    expect(told(script, { 0: [1] })).toEqual(["[D]", "Side.", "Four."]);
  });
});

function toldByYarn(source: string, choice: number): readonly string[] {
  const lines: string[] = [];
  const runner = new YarnBound({ dialogue: source });
  for (let turn = 0; turn < 50; turn += 1) {
    const result = runner.currentResult as {
      text?: string;
      markup?: readonly { name: string; properties: { name?: string } }[];
      options?: readonly { text: string }[];
      isDialogueEnd?: boolean;
    };
    const speaker = result.markup?.find(({ name }) => name === "character")?.properties.name;
    if (result.text !== undefined && result.text !== "")
      lines.push(
        speaker === undefined
          ? result.text.trim()
          : `${speaker}: ${result.text.replace(`${speaker}: `, "").trim()}`,
      );
    if (result.options !== undefined) {
      lines.push(`[${result.options[choice]?.text ?? ""}]`);
      runner.advance(choice);
    } else if (result.isDialogueEnd === true) break;
    else runner.advance();
  }
  return lines;
}

describe("a script from Twine", () => {
  it("is the same story from Twee and from its HTML", () => {
    const twee = read(STORY_SAMPLES.twee, "twee");
    const twine = read(STORY_SAMPLES.twine, "twine");
    expect(twee.title).toBe(twine.title);
    expect(told(twine)).toEqual(told(twee).map((line) => line.replace("I am so glad", "I'm so glad")));
    expect(told(twee)).toEqual([
      "The lamp is lit, and the sea is quiet.",
      "Mara: What a lovely evening. I am so glad you came.",
      "June: It is beautiful up here.",
      "[Ask why she never wrote]",
      "June: Six years. Why did you never write to me?",
      "Mara: I wrote every week, and you sent them all back.",
      "June: That is a lie! I never got one letter!",
      "[Look at the sea]",
      "The lamp goes out.",
      "Mara: The boat is on the rocks side! They will all drown!",
      "June: I am so scared, Mara.",
    ]);
  });

  it("leaves macros, hooks and HTML out, and takes the links of both story formats", () => {
    const source = `:: Start
(set: $x to 1)You <b>are</b> //here//, $name.
<<if $x>>It is dark.<</if>> [It is cold.]<hook|
<<link "Wait" "End">><</link>>
(link-goto: "Run", "End")
You can [[hide|End][$y to 2]] here.

:: End
The end.`;
    const script = read(source, "twee");
    expect(script.utterances.map(({ text }) => text)).toEqual([
      "You are here, .",
      "It is dark. It is cold.",
      "Wait",
      "Run",
      "You can hide here.",
      "hide",
      "The end.",
    ]);
  });
});

describe("a screenplay in Fountain", () => {
  it("is read by scenes, with who speaks; directions and transitions are not read for how they sound", () => {
    const script = read(STORY_SAMPLES.fountain, "fountain");
    expect(script.title).toBe("The lamp");
    expect(script.passages.map(({ name }) => name)).toEqual([
      "INT. LIGHTHOUSE - EVENING",
      "EXT. LIGHTHOUSE - NIGHT",
    ]);
    expect(told(script).slice(0, 3)).toEqual([
      "The lamp is lit, and the sea is quiet. MARA stirs a pot of soup.",
      "MARA: What a lovely evening. I am so glad you came.",
      "JUNE: It is beautiful up here. I had forgotten how beautiful.",
    ]);
    expect(told(script)).toContain("JUNE: That is a lie! I never got one letter. Not one!");
    expect(told(script)).toContain("MARA: The boat is on the rocks side! They will all drown!");
  });

  it("takes forced marks, lyrics, notes and what is struck out", () => {
    const source = `.A dream

@McAvoy
~La la
Second line. [[a note]]

!INT. not a scene
/* gone */Still here.

> THE END <`;
    const script = read(source, "fountain");
    expect(script.passages[0]?.name).toBe("A dream");
    expect(told(script)).toEqual(["McAvoy: La la Second line.", "INT. not a scene Still here.", "THE END"]);
  });
});

describe("plain text", () => {
  it("is read by paragraphs, with who speaks and where passages begin", () => {
    const script = read(STORY_SAMPLES.text, "text");
    expect(script.passages.map(({ name }) => name)).toEqual(["The lamp", ""]);
    expect(told(script)[2]).toBe("June: It is beautiful up here. I had forgotten how beautiful.");
    expect(script.utterances[2]?.place).toEqual({ line: 7, column: 7, offset: 111 });
  });

  it("is read line by line where no line is empty", () => {
    expect(told(read("One.\nTwo.\nAnna: Three.", "text"))).toEqual(["One.", "Two.", "Anna: Three."]);
  });
});

describe("every format", () => {
  it.each(SCRIPT_FORMATS)(
    "%s is guessed from its own sample, with any line ends and a byte order mark",
    (format) => {
      const source = STORY_SAMPLES[format];
      expect(guessFormat(source)).toBe(format);
      const words = told(read(source, format));
      expect(told(read(`\ufeff${source.replaceAll("\n", "\r\n")}`, format))).toEqual(words);
      expect(words.length).toBeGreaterThan(8);
    },
  );

  it.each(SCRIPT_FORMATS)("%s has places that lead to the words", (format) => {
    const source = STORY_SAMPLES[format];
    const lines = source.split("\n");
    for (const { text, place, span } of read(source, format).utterances) {
      const [word = ""] = text.replace("I'm", "I").split(/[\s']/u);
      expect(source.slice(span.start, span.end)).toContain(word);
      expect((lines[place.line - 1] ?? "").slice(place.column - 1)).toContain(word);
    }
  });
});
