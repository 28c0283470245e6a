import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followPath } from "../arc/follow-path.ts";
import { STORY_SAMPLES } from "../samples/story-samples.ts";
import { readScript } from "./read-script.ts";
import { SCRIPT_FORMATS, SCRIPT_LIMITS } from "./script.ts";
import type { ScriptFormat } from "./script.ts";
import { scriptFaultText } from "./script-fault.ts";
import type { ScriptFaultReason } from "./script-fault.ts";

type Broken = readonly (readonly [what: string, source: string, line: number, reason: ScriptFaultReason])[];

const BIG = SCRIPT_LIMITS.source + 1;
const WORD = "word ".repeat(900);

/** What no format takes, after lines that are right: a reader that stopped there would have half a script. */
function brokenInAny(good: string): Broken {
  const at = good.split("\n").length;
  return [
    ["nothing", "", 1, "empty"],
    ["only spaces and empty lines", " \n\t\n  ", 1, "empty"],
    ["only a byte order mark", "\ufeff", 1, "empty"],
    ["more than is taken", "a".repeat(BIG), 1, "too-large"],
    ["a NUL", `${good}a\u0000b`, at, "not-text"],
    ["a bell", `${good}a\u0007b`, at, "not-text"],
    ["an escape", `${good}\u001b[31mred`, at, "not-text"],
    ["half of a letter", `${good}a\ud800b`, at, "not-text"],
    ["the other half", `${good}a\udc00b`, at, "not-text"],
    ["bytes that were no UTF-8", `${good}Gr\ufffdn`, at, "not-text"],
    ["a NUL after Windows line ends", `${good.replaceAll("\n", "\r\n")}a\u0000b`, at, "not-text"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", 1, "is-pdf"],
    ["a Word file", "PK\u0003\u0004\u0014\u0000", 1, "is-zip"],
    ["rich text", "{\\rtf1\\ansi Hello}", 1, "is-rtf"],
    ["a Final Draft file", '<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">', 1, "is-final-draft"],
  ];
}

const INK = "Hello.\n";
const ink = (line: string): string => `${INK}${line}`;
const BROKEN_INK: Broken = [
  ...brokenInAny(INK),
  ["a web page", "<!DOCTYPE html><html></html>", 1, "is-html"],
  ["a line of source without end", ink("a".repeat(10_001)), 2, "long-line"],
  ["a line too long to be read", ink(WORD), 2, "long-line"],
  ["only a comment", "// nothing", 1, "nothing-to-read"],
  ["only logic", "VAR x = 1\n~ x = 2", 1, "nothing-to-read"],
  ["a comment that does not end", ink("/* gone"), 2, "open-comment"],
  ["a way to nowhere", ink("-> cellar"), 2, "unknown-target"],
  ["a way to nowhere after words", ink("He goes -> cellar"), 2, "unknown-target"],
  ["a way to nowhere in a choice", ink("* Go -> cellar"), 2, "unknown-target"],
  ["a way to nowhere in braces", ink("{true: -> cellar}"), 2, "unknown-target"],
  ["a way to nowhere in a tunnel", ink("-> cellar ->"), 2, "unknown-target"],
  ["a thread to nowhere that is none", ink("<- no way"), 2, "bad-divert"],
  ["a stitch of another knot", ink("=== a ===\n= b\nB.\n=== c ===\n-> b.a"), 6, "unknown-target"],
  ["a way that is no name", ink("-> the cellar"), 2, "bad-divert"],
  ["a way with too many parts", ink("-> a.b.c.d"), 2, "bad-divert"],
  ["a way in braces that is no name", ink("{true: -> the cellar}"), 2, "bad-divert"],
  ["a knot without a name", ink("=== ==="), 2, "bad-name"],
  ["a knot with a name of two words", ink("=== the cellar ===\nDark."), 2, "bad-name"],
  ["a knot that is a number", ink("=== 12 ===\nDark."), 2, "bad-name"],
  ["a knot twice", ink("=== a ===\nA.\n=== a ===\nA."), 4, "name-twice"],
  ["a stitch twice", ink("=== a ===\n= b\nA.\n= b\nB."), 5, "name-twice"],
  ["a label twice", ink("- (a) One.\n- (a) Two."), 3, "name-twice"],
  ["a stitch before any knot", ink("= a\nA."), 2, "stitch-without-knot"],
  ["a stitch without a name", ink("=== a ===\n= \nA."), 3, "bad-name"],
  ["another file", ink("INCLUDE cellar.ink"), 2, "include"],
  ["a variable without a value", ink("VAR x"), 2, "bad-declaration"],
  ["a variable without a name", ink("VAR = 3"), 2, "bad-declaration"],
  ["a constant without a value", ink("CONST x ="), 2, "bad-declaration"],
  ["a list without items", ink("LIST moods"), 2, "bad-declaration"],
  ["a function outside without its brackets", ink("EXTERNAL ring"), 2, "bad-declaration"],
  ["a choice without words", ink("*"), 2, "empty-choice"],
  ["a choice with only a condition", ink("* {true}"), 2, "empty-choice"],
  ["a choice with a bracket left open", ink("* Go [on"), 2, "open-bracket"],
  ["a choice with a bracket too many", ink("* Go on]"), 2, "stray-bracket"],
  ["a choice with two brackets", ink("* Go [on] and [on]"), 2, "stray-bracket"],
  ["a bracket closed in a line", ink("Go on]"), 2, "stray-bracket"],
  ["a brace left open", ink("He {says"), 2, "open-brace"],
  ["a brace left open over lines", ink("{true:\nYes.\n- else:\nNo."), 2, "open-brace"],
  ["a brace too many", ink("He says}"), 2, "stray-brace"],
  ["braces the wrong way round", ink("}He says{"), 2, "stray-brace"],
  ["a block in braces without a branch", ink("{\n}"), 2, "no-branch"],
  ["a mood tag without a mood", ink("Dark. #mood:"), 2, "empty-mood"],
  ["a mood tag without a mood on a choice", ink("* [Go #mood: ]"), 2, "empty-mood"],
  ["choices deeper than can be taken", ink(`${"*".repeat(41)} Go`), 2, "too-deep"],
  ["braces deeper than can be taken", ink(`${"{x:".repeat(41)}a${"}".repeat(41)}`), 2, "too-deep"],
  ["a name too long", ink(`=== ${"a".repeat(201)} ===\nA.`), 2, "long-name"],
  ["too many lines", ink("Hm.\n".repeat(1_500)), 1_501, "too-many-lines"],
  [
    "too many knots",
    ink(Array.from({ length: 1_001 }, (_, at) => `== k${String(at)}\n`).join("")),
    1_001,
    "too-many-passages",
  ],
  [
    "too many speakers",
    ink(Array.from({ length: 61 }, (_, at) => `S${String(at)}: Hm.\n`).join("")),
    62,
    "too-many-speakers",
  ],
];

const TWEE = ":: Start\nHello.\n";
const twee = (line: string): string => `${TWEE}${line}`;
const BROKEN_TWEE: Broken = [
  ...brokenInAny(TWEE),
  ["a web page", "<!DOCTYPE html><html></html>", 1, "is-html"],
  ["a line of source without end", twee("a".repeat(10_001)), 3, "long-line"],
  ["a line too long to be read", twee(WORD), 3, "long-line"],
  ["no passage", "Hello.", 1, "no-passage"],
  ["only a title", ":: StoryTitle\nThe lamp", 1, "nothing-to-read"],
  ["only a script", ":: Code [script]\nlet x = 1;", 1, "nothing-to-read"],
  ["only an empty passage", ":: Start\n", 1, "nothing-to-read"],
  ["words before the first passage", `Hello.\n${TWEE}`, 1, "before-passages"],
  ["a passage without a name", twee(":: \nA."), 3, "no-title"],
  ["a passage with tags and no name", twee(":: [dark]\nA."), 3, "no-title"],
  ["a passage twice", twee(":: Start\nA."), 3, "name-twice"],
  ["tags left open", twee(":: End [dark\nA."), 3, "open-tags"],
  ["tags in tags", twee(":: End [dark [cold]]\nA."), 3, "open-tags"],
  ["a bracket closed in a name", twee(":: End]\nA."), 3, "bad-header"],
  ["a brace closed in a name", twee(":: End}\nA."), 3, "bad-header"],
  ["metadata left open", twee(':: End {"position":"1,1"\nA.'), 3, "bad-metadata"],
  ["metadata that are no JSON", twee(":: End {position: 1}\nA."), 3, "bad-metadata"],
  ["words after metadata", twee(':: End {"a":"b"} more\nA.'), 3, "bad-metadata"],
  ["words after tags", twee(":: End [dark] more\nA."), 3, "bad-metadata"],
  ["moods that are no list", twee(':: End {"moods":"sad"}\nA.'), 3, "bad-moods"],
  ["moods that are numbers", twee(':: End {"moods":[1]}\nA.'), 3, "bad-moods"],
  ["a mood without a word", twee(':: End {"moods":[" "]}\nA.'), 3, "bad-moods"],
  [
    "more moods than lines can be",
    twee(`:: End {"moods":[${"null,".repeat(1_990)}${"null,".repeat(20)}null]}\nA.`),
    3,
    "long-line",
  ],
  ["StoryData that are no JSON", twee(":: StoryData\n{ifid: 1}"), 3, "bad-story-data"],
  ["StoryData that are nothing", twee(":: StoryData\n"), 3, "bad-story-data"],
  ["StoryData that are a number", twee(":: StoryData\n7"), 3, "bad-story-data"],
  ["StoryData left open", twee(':: StoryData\n{"start": "Start"'), 3, "bad-story-data"],
  ["StoryData twice", twee(":: StoryData\n{}\n:: StoryData\n{}"), 5, "name-twice"],
  ["a start that is not there", twee(':: StoryData\n{"start": "Cellar"}'), 3, "unknown-target"],
  ["a way to nowhere", twee("[[Cellar]]"), 3, "unknown-target"],
  ["a way to nowhere by arrow", twee("Go [[down->Cellar]]"), 3, "unknown-target"],
  ["a way to nowhere by the other arrow", twee("[[Cellar<-down]]"), 3, "unknown-target"],
  ["a way to nowhere by a bar", twee("[[down|Cellar]]"), 3, "unknown-target"],
  ["a way to nowhere by a macro", twee('<<goto "Cellar">>'), 3, "unknown-target"],
  ["a way to nowhere by Harlowe", twee('(link-goto: "down", "Cellar")'), 3, "unknown-target"],
  [
    "a way to a passage that is no text",
    twee("[[StoryTitle]]\n:: StoryTitle\nThe lamp"),
    3,
    "unknown-target",
  ],
  ["a link without a target", twee("[[down->]]"), 3, "empty-target"],
  ["a link without a target by a bar", twee("[[down|]]"), 3, "empty-target"],
  ["a link with nothing in it", twee("[[ ]]"), 3, "empty-target"],
  ["a link without words", twee("[[->Start]]"), 3, "empty-choice"],
  ["a link left open", twee("[[down->Start"), 3, "open-link"],
  ["a link over two lines", twee("[[down\n->Start]]"), 3, "open-link"],
  ["a link closed by one bracket", twee("[[Start]"), 3, "open-link"],
  ["a macro left open", twee("<<if $x"), 3, "open-command"],
  ["a macro closed by one sign", twee("<<if $x>"), 3, "open-command"],
  ["a comment left open", twee("<!-- gone"), 3, "open-comment"],
  ["a comment of SugarCube left open", twee("/% gone"), 3, "open-comment"],
  ["a script left open", twee("<script>let x"), 3, "open-comment"],
  ["a name too long", twee(`:: ${"a".repeat(201)}\nA.`), 3, "long-name"],
  ["too many lines", twee("Hm.\n".repeat(1_500)), 1_502, "too-many-lines"],
  [
    "too many passages",
    twee(Array.from({ length: 1_000 }, (_, at) => `:: P${String(at)}\nHm.\n`).join("")),
    2_001,
    "too-many-passages",
  ],
  [
    "too many speakers",
    twee(Array.from({ length: 61 }, (_, at) => `S${String(at)}: Hm.\n`).join("")),
    63,
    "too-many-speakers",
  ],
];

const STORY = '<tw-storydata name="Lamp" startnode="1">\n';
const PASSAGE = '<tw-passagedata pid="1" name="Start">Hello.</tw-passagedata>\n';
const twine = (more: string): string => `${STORY}${PASSAGE}${more}\n</tw-storydata>`;
const second = (text: string, attributes = ""): string =>
  twine(`<tw-passagedata pid="2" name="End"${attributes}>${text}</tw-passagedata>`);
const BROKEN_TWINE: Broken = [
  ...brokenInAny(`${STORY}${PASSAGE}`),
  ["a page without a story", "<!DOCTYPE html><html><body>Hello.</body></html>", 1, "no-story"],
  ["text that is no page", "Hello.", 1, "no-story"],
  ["a story without passages", `${STORY}</tw-storydata>`, 1, "no-passage"],
  ["a story left open", `${STORY}${PASSAGE}`, 1, "open-element"],
  ["a story whose tag does not end", '<tw-storydata name="Lamp"', 1, "open-tag"],
  [
    "a story whose attribute does not end",
    `\n<tw-storydata name="Lamp>\n${PASSAGE.replaceAll('"', "'")}`,
    2,
    "open-tag",
  ],
  ["two stories", `${twine("")}\n${twine("")}`, 5, "several-stories"],
  ["a passage left open", twine('<tw-passagedata pid="2" name="End">Dark.'), 3, "open-element"],
  ["a passage in a passage", twine(`<tw-passagedata pid="2" name="End">Dark.${PASSAGE}`), 3, "open-element"],
  ["a passage whose tag does not end", twine('<tw-passagedata pid="2" name="End"'), 3, "open-tag"],
  [
    "a passage whose attribute does not end",
    twine('<tw-passagedata pid="2" name="End>Dark.</tw-passagedata>'),
    3,
    "open-tag",
  ],
  [
    "a passage whose attributes are empty",
    twine("<tw-passagedata pid= name=>Dark.</tw-passagedata>"),
    3,
    "no-title",
  ],
  ["a passage without a name", twine('<tw-passagedata pid="2">Dark.</tw-passagedata>'), 3, "no-title"],
  [
    "a passage with an empty name",
    twine('<tw-passagedata pid="2" name=" ">Dark.</tw-passagedata>'),
    3,
    "no-title",
  ],
  [
    "a passage with two names",
    twine('<tw-passagedata pid="2" name="A" name="B">Dark.</tw-passagedata>'),
    3,
    "attribute-twice",
  ],
  ["a passage twice", twine(PASSAGE.trim()), 3, "name-twice"],
  [
    "a start that is not there",
    `<tw-storydata startnode="7">\n${PASSAGE}</tw-storydata>`,
    1,
    "unknown-target",
  ],
  [
    "a start that is a script",
    '<tw-storydata startnode="1"><tw-passagedata pid="1" name="A" tags="script">x</tw-passagedata></tw-storydata>',
    1,
    "unknown-target",
  ],
  [
    "only empty passages",
    `${STORY}<tw-passagedata pid="1" name="Start"></tw-passagedata></tw-storydata>`,
    1,
    "nothing-to-read",
  ],
  ["moods that are no JSON", second("Dark.", ' data-moods="sad"'), 3, "bad-moods"],
  ["moods that are no list", second("Dark.", ' data-moods="7"'), 3, "bad-moods"],
  ["moods that are numbers", second("Dark.", ' data-moods="[1]"'), 3, "bad-moods"],
  ["a mood without a word", second("Dark.", " data-moods='[\"\"]'"), 3, "bad-moods"],
  ["a way to nowhere", second("[[Cellar]]"), 3, "unknown-target"],
  ["a way to nowhere by arrow", second("Go [[down-&gt;Cellar]]"), 3, "unknown-target"],
  ["a way to nowhere on its second line", second("Dark.\n[[Cellar&lt;-down]]"), 4, "unknown-target"],
  ["a way to nowhere by a bar", second("[[down|Cellar]]"), 3, "unknown-target"],
  ["a way to nowhere by a macro", second("&lt;&lt;goto &quot;Cellar&quot;&gt;&gt;"), 3, "unknown-target"],
  ["a link without a target", second("[[down-&gt;]]"), 3, "empty-target"],
  ["a link with nothing in it", second("[[ ]]"), 3, "empty-target"],
  ["a link without words", second("[[-&gt;Start]]"), 3, "empty-choice"],
  ["a link left open", second("[[down"), 3, "open-link"],
  ["a link over two lines", second("[[down\n-&gt;Start]]"), 3, "open-link"],
  ["a link closed by one bracket", second("[[Start]"), 3, "open-link"],
  ["a macro left open", second("&lt;&lt;if $x"), 3, "open-command"],
  ["a macro closed by one sign", second("&lt;&lt;if $x&gt;"), 3, "open-command"],
  ["a comment left open", second("&lt;!-- gone"), 3, "open-comment"],
  ["a style left open", second("&lt;style&gt;b{}"), 3, "open-comment"],
  ["a line too long to be read", second(WORD), 3, "long-line"],
  [
    "a name too long",
    twine(`<tw-passagedata pid="2" name="${"a".repeat(201)}">A.</tw-passagedata>`),
    3,
    "long-name",
  ],
  ["too many lines", second("Hm.\n".repeat(1_500)), 1_502, "too-many-lines"],
  [
    "too many passages",
    twine(
      Array.from(
        { length: 1_000 },
        (_, at) => `<tw-passagedata name="P${String(at)}">Hm.</tw-passagedata>\n`,
      ).join(""),
    ),
    1_002,
    "too-many-passages",
  ],
  [
    "too many speakers",
    second(Array.from({ length: 61 }, (_, at) => `S${String(at)}: Hm.\n`).join("")),
    63,
    "too-many-speakers",
  ],
];

const YARN = "title: Start\n---\nHello.\n";
const yarn = (line: string): string => `${YARN}${line}\n===\n`;
const BROKEN_YARN: Broken = [
  ...brokenInAny(YARN),
  ["a web page", "<!DOCTYPE html><html></html>", 1, "is-html"],
  ["a line of source without end", yarn("a".repeat(10_001)), 4, "long-line"],
  ["a line too long to be read", yarn(WORD), 4, "long-line"],
  ["only tags of the file", "#mood", 1, "no-node"],
  ["only a comment", "// nothing", 1, "no-node"],
  ["an empty node", "title: Start\n---\n===\n", 1, "nothing-to-read"],
  ["only commands", "title: Start\n---\n<<wait 1>>\n===\n", 1, "nothing-to-read"],
  ["a head without a body", "title: Start\nHello: you", 1, "no-body"],
  ["a node that does not end", YARN, 1, "open-node"],
  ["a second node that does not end", `${yarn("")}title: End\n---\nHm.`, 6, "open-node"],
  ["a node without a title", `${yarn("")}tags: dark\n---\nHm.\n===`, 7, "no-title"],
  ["a node without a head", `${yarn("")}---\nHm.\n===`, 6, "no-title"],
  ["a node with two titles", "title: A\ntitle: B\n---\nHm.\n===", 2, "title-twice"],
  ["a node with an empty title", "title:\n---\nHm.\n===", 1, "bad-name"],
  ["a title of two words", "title: The end\n---\nHm.\n===", 1, "bad-name"],
  ["a node twice", `${yarn("")}title: Start\n---\nHm.\n===`, 6, "name-twice"],
  ["a head that is none", `${yarn("")}title: A\njust words\n---\nHm.\n===`, 7, "bad-header"],
  ["words between nodes", `${yarn("")}Just words.\n`, 6, "bad-header"],
  ["an end of nothing", `${yarn("")}===\n`, 6, "stray-end"],
  ["a jump to nowhere", yarn("<<jump Cellar>>"), 4, "unknown-target"],
  ["a jump to nowhere in an option", yarn("-> Go\n    <<jump Cellar>>"), 5, "unknown-target"],
  ["a detour to nowhere", yarn("<<detour Cellar>>"), 4, "unknown-target"],
  ["a jump without a place", yarn("<<jump>>"), 4, "bad-divert"],
  ["a jump to two places", yarn("<<jump A B>>"), 4, "bad-divert"],
  ["a command without words", yarn("<<>>"), 4, "empty-command"],
  ["a command left open", yarn("<<jump Start"), 4, "open-command"],
  ["a command closed by one sign", yarn("<<jump Start>"), 4, "open-command"],
  ["a command in words", yarn("He <<waves>> once"), 4, "stray-command"],
  ["an end of a command alone", yarn("He waves>>"), 4, "stray-command"],
  ["a link of Yarn 1", yarn("[[Go|Start]]"), 4, "old-link"],
  ["a link of Yarn 1 alone", yarn("[[Start]]"), 4, "old-link"],
  ["a value left open", yarn("He has {$x coins"), 4, "open-brace"],
  ["a value closed and not opened", yarn("He has $x} coins"), 4, "stray-brace"],
  ["an option without words", yarn("->"), 4, "empty-choice"],
  ["an option with only a condition", yarn("-> <<if $x>>"), 4, "empty-choice"],
  ["an option with only a tag", yarn("-> #mood:joy"), 4, "empty-choice"],
  ["a condition left open", yarn("<<if $x>>\nYes."), 4, "open-if"],
  ["a condition left open in an option", yarn("-> Go\n    <<if $x>>\n    Yes."), 5, "open-if"],
  ["a condition without one", yarn("<<if>>\nYes.\n<<endif>>"), 4, "empty-condition"],
  [
    "an else-if without a condition",
    yarn("<<if $x>>\nYes.\n<<elseif>>\nNo.\n<<endif>>"),
    6,
    "empty-condition",
  ],
  ["an else of nothing", yarn("<<else>>"), 4, "stray-command"],
  ["an end of no condition", yarn("<<endif>>"), 4, "stray-command"],
  ["two elses", yarn("<<if $x>>\nA.\n<<else>>\nB.\n<<else>>\nC.\n<<endif>>"), 8, "stray-command"],
  ["a once ended as a condition", yarn("<<once>>\nA.\n<<endif>>"), 6, "stray-command"],
  ["a mood tag without a mood", yarn("Hm. #mood:"), 4, "empty-mood"],
  ["a mood tag without a mood on an option", yarn("-> Go #mood:"), 4, "empty-mood"],
  [
    "conditions deeper than can be taken",
    yarn(`${"<<if $x>>\n".repeat(45)}A.\n${"<<endif>>\n".repeat(45)}`),
    45,
    "too-deep",
  ],
  [
    "options deeper than can be taken",
    yarn(Array.from({ length: 50 }, (_, at) => `${" ".repeat(at)}-> Go\n`).join("")),
    45,
    "too-deep",
  ],
  ["a name too long", `${yarn("")}title: ${"a".repeat(201)}\n---\nHm.\n===`, 6, "long-name"],
  ["too many lines", yarn("Hm.\n".repeat(1_500)), 1_503, "too-many-lines"],
  [
    "too many speakers",
    yarn(Array.from({ length: 61 }, (_, at) => `S${String(at)}: Hm.\n`).join("")),
    64,
    "too-many-speakers",
  ],
];

const FOUNTAIN = "INT. TOWER - NIGHT\n\nIt is dark.\n\n";
const fountain = (line: string): string => `${FOUNTAIN}${line}`;
const BROKEN_FOUNTAIN: Broken = [
  ...brokenInAny(FOUNTAIN),
  ["a web page", "<!DOCTYPE html><html></html>", 1, "is-html"],
  ["a line of source without end", fountain("a".repeat(10_001)), 5, "long-line"],
  ["action too long to be read", fountain(WORD), 5, "long-line"],
  ["dialogue too long to be read", fountain(`MARA\n${WORD}`), 6, "long-line"],
  ["only a title page", "Title: The lamp\nAuthor: Nobody", 1, "nothing-to-read"],
  ["only a scene", "INT. TOWER - NIGHT", 1, "nothing-to-read"],
  ["only a section", "# Act one", 1, "nothing-to-read"],
  ["only what is struck out", "/* gone */", 1, "nothing-to-read"],
  ["only a note", "[[a note]]", 1, "nothing-to-read"],
  ["a title page with words in it", "Title: The lamp\njust words\n\nIt is dark.", 2, "bad-header"],
  ["a note left open", fountain("He waits. [[why"), 5, "open-note"],
  ["a note left open over lines", fountain("He waits. [[why\n\nIt rains."), 5, "open-note"],
  ["a note in a note", fountain("He [[a [[b]] c]] waits."), 5, "open-note"],
  ["a note closed and not opened", fountain("He waits. why]]"), 5, "stray-note"],
  ["what is struck out left open", fountain("/* gone"), 5, "open-comment"],
  ["an end of what is not struck out", fountain("gone */"), 5, "stray-comment"],
  ["a forced character without a name", fountain("@\nHello."), 5, "no-speaker"],
  ["a forced character with a caret alone", fountain("@^\nHello."), 5, "no-speaker"],
  ["a forced character who says nothing", fountain("@McAvoy\n\nIt rains."), 5, "nothing-said"],
  ["a forced character at the end", fountain("@McAvoy"), 5, "nothing-said"],
  ["an extension left open", fountain("@MARA (O.S.\nHello."), 5, "open-parenthesis"],
  ["a direction left open", fountain("MARA\n(softly\nHello."), 6, "open-parenthesis"],
  ["a direction without words", fountain("MARA\n()\nHello."), 6, "empty-direction"],
  ["a direction of spaces", fountain("MARA\n(  )\nHello."), 6, "empty-direction"],
  ["a second direction left open", fountain("MARA\nHello.\n(softly\nYou."), 7, "open-parenthesis"],
  ["a forced scene without words", fountain("."), 5, "empty-heading"],
  ["a scene whose number is left open", fountain("EXT. SEA - DAY #12\n\nWaves."), 5, "open-number"],
  ["a forced scene whose number is left open", fountain(".SEA #1#2#\n\nWaves."), 5, "open-number"],
  ["a section without words", fountain("#"), 5, "empty-heading"],
  ["a section deep down without words", fountain("###"), 5, "empty-heading"],
  ["a section deeper than there are", fountain("####### Deep"), 5, "too-deep"],
  ["a synopsis without words", fountain("="), 5, "empty-synopsis"],
  ["a synopsis of spaces", fountain("=   "), 5, "empty-synopsis"],
  ["a transition without words", fountain(">"), 5, "empty-transition"],
  ["a transition of spaces", fountain(">  "), 5, "empty-transition"],
  ["centred nothing", fountain("><"), 5, "nothing-to-read"],
  ["centred spaces", fountain(">  <"), 5, "nothing-to-read"],
  ["forced action without words", fountain("!"), 5, "nothing-to-read"],
  ["a lyric without words", fountain("~"), 5, "nothing-said"],
  ["a lyric of spaces", fountain("~  "), 5, "nothing-said"],
  ["a mood note without a mood", fountain("He waits. [[mood:]]"), 5, "empty-mood"],
  ["a mood note of spaces", fountain("MARA\nHello. [[mood: ]]"), 6, "empty-mood"],
  ["a scene name too long", fountain(`.${"a".repeat(201)}\n\nHm.`), 5, "long-name"],
  ["too many lines", fountain("Hm.\n\n".repeat(1_500)), 3_003, "too-many-lines"],
  [
    "too many scenes",
    fountain(Array.from({ length: 1_001 }, (_, at) => `.S${String(at)}\n\n`).join("")),
    2_003,
    "too-many-passages",
  ],
  [
    "too many speakers",
    fountain(Array.from({ length: 61 }, (_, at) => `S${String(at)}\nHm.\n\n`).join("")),
    186,
    "too-many-speakers",
  ],
];

const TEXT = "It is dark.\n\n";
const text = (line: string): string => `${TEXT}${line}`;
const BROKEN_TEXT: Broken = [
  ...brokenInAny(TEXT),
  ["a web page", "<!DOCTYPE html><html></html>", 1, "is-html"],
  ["a web page without a doctype", "\n<html lang='en'>", 1, "is-html"],
  ["a story of Twine", '<tw-storydata name="Lamp">', 1, "is-html"],
  ["a line of source without end", text("a".repeat(10_001)), 3, "long-line"],
  ["a paragraph too long to be read", text(WORD), 3, "long-line"],
  ["a paragraph too long over lines", text(`${"word ".repeat(500)}\n`.repeat(2)), 3, "long-line"],
  ["somebody who says too much", text(`Mara: ${WORD}`), 3, "long-line"],
  ["only a heading", "# The lamp", 1, "nothing-to-read"],
  ["only headings", "# The lamp\n\n## One\n", 1, "nothing-to-read"],
  ["only a chapter", "Chapter 1", 1, "nothing-to-read"],
  ["only a break", "***", 1, "nothing-to-read"],
  ["only breaks", "---\n\n* * *\n", 1, "nothing-to-read"],
  ["only a note", "[[a note]]", 1, "nothing-to-read"],
  ["only a note of a mood", "[[mood: joy]]", 1, "nothing-to-read"],
  ["somebody who says nothing", text("Mara:"), 3, "nothing-said"],
  ["somebody who says spaces", text("Mara:   "), 3, "nothing-said"],
  ["somebody who says nothing before others do", text("Mara:\n\nJune: Hello."), 3, "nothing-said"],
  ["somebody with two names who says nothing", text("Mara Lund:"), 3, "nothing-said"],
  ["somebody in capitals who says nothing", text("MARA:"), 3, "nothing-said"],
  ["somebody who says nothing after a heading", text("# Two\n\nMara:"), 5, "nothing-said"],
  ["somebody who says nothing after a break", text("***\nMara:"), 4, "nothing-said"],
  ["a heading without words", text("#"), 3, "empty-heading"],
  ["a heading of spaces", text("##   "), 3, "empty-heading"],
  ["a heading of signs", text("## ##"), 3, "empty-heading"],
  ["a second heading without words", text("# One\n\nHm.\n\n#\n"), 7, "empty-heading"],
  ["a note left open", text("He waits. [[why"), 3, "open-note"],
  ["a note left open over paragraphs", text("He [[waits.\n\nIt rains."), 3, "open-note"],
  ["a note in a note", text("He [[a [[b]] c]] waits."), 3, "open-note"],
  ["a second note left open", text("He [[a]] waits [[b."), 3, "open-note"],
  ["a note closed and not opened", text("He waits]]."), 3, "stray-note"],
  ["a note closed twice", text("He [[a]]]] waits."), 3, "stray-note"],
  ["a mood note without a mood", text("He waits. [[mood:]]"), 3, "empty-mood"],
  ["a mood note of spaces", text("He waits. [[mood:  ]]"), 3, "empty-mood"],
  ["a mood note without a mood in what is said", text("Mara: Hello. [[mood:]]"), 3, "empty-mood"],
  ["a second mood note without a mood", text("A. [[mood: joy]]\n\nB. [[mood:]]"), 5, "empty-mood"],
  ["a heading too long", text(`# ${"a".repeat(201)}\n\nHm.`), 3, "long-name"],
  ["too many paragraphs", text("Hm.\n\n".repeat(1_500)), 3_001, "too-many-lines"],
  ["too many lines", "Hm.\n".repeat(1_501), 1_501, "too-many-lines"],
  ["too many headings", text("# One\n\n".repeat(1_001)), 2_001, "too-many-passages"],
  ["too many breaks", text("***\n".repeat(1_001)), 1_002, "too-many-passages"],
  [
    "too many speakers",
    text(Array.from({ length: 61 }, (_, at) => `S${String(at)}: Hm.\n\n`).join("")),
    123,
    "too-many-speakers",
  ],
];

const BROKEN: Readonly<Record<ScriptFormat, Broken>> = {
  ink: BROKEN_INK,
  twee: BROKEN_TWEE,
  twine: BROKEN_TWINE,
  yarn: BROKEN_YARN,
  fountain: BROKEN_FOUNTAIN,
  text: BROKEN_TEXT,
};

describe.each(SCRIPT_FORMATS)("a broken script in %s", (format) => {
  it("comes in at least fifty ways, each another", () => {
    expect(new Set(BROKEN[format].map(([, source]) => source)).size).toBeGreaterThanOrEqual(50);
  });

  it.each(BROKEN[format])(
    "with %s is refused whole, with the line and the reason",
    (...[, source, line, reason]) => {
      const reading = readScript(source, format);
      const faults = reading.kind === "faulty" ? reading.faults : [];
      expect(faults).toContainEqual(expect.objectContaining({ line, reason }));
      for (const fault of faults) {
        expect(scriptFaultText(fault, "en")).toMatch(/^Line \d+, column \d+: \S.*\.$/u);
        expect(scriptFaultText(fault, "de")).toMatch(/^Zeile \d+, Spalte \d+: \S.*\.$/u);
      }
    },
  );

  it("or any text at all never throws, and is either refused with a place or can be followed", () => {
    const signs = fc.constantFrom(
      ...Array.from('{}[]|:#<>-=*+~@!.()/\\"&;$_^'),
      "->",
      "<<",
      ">>",
      "[[",
      "]]",
      "\n",
      "\n\n",
      "===",
      "---",
      "title: A",
      ":: A",
      "Mara: ",
      "MARA\n",
      " word ",
      "<<if $x>>",
      "<<endif>>",
      "<tw-passagedata name=a>",
      "</tw-passagedata>",
      "* ",
      "- ",
      "{x:",
      "mood:",
      "é\u{1F614}",
    );
    const made = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(made, fc.string({ unit: "binary", maxLength: 80 })), fc.nat(), (noise, cut) => {
        const sample = STORY_SAMPLES[format];
        const at = cut % sample.length;
        for (const source of [noise, `${sample.slice(0, at)}${noise}${sample.slice(at)}`]) {
          const reading = readScript(source, format);
          if (reading.kind === "faulty") {
            expect(reading.faults.length).toBeGreaterThan(0);
            for (const { line, column } of reading.faults) expect(Math.min(line, column)).toBeGreaterThan(0);
          } else {
            const path = followPath(reading.script);
            for (const id of path.utterances) expect(reading.script.utterances[id - 1]?.id).toBe(id);
          }
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ["one sign", (sign: string) => sign.repeat(SCRIPT_LIMITS.source)],
    ["one sign a line", (sign: string) => `${sign}\n`.repeat(SCRIPT_LIMITS.source)],
    ["lines of one sign", (sign: string) => `${sign.repeat(5_000)}\n`.repeat(20)],
  ])(
    "or a huge and hostile one of %s is done with in a moment",
    (_what, make) => {
      for (const sign of ["{", "[[", "-", "* ", "<<", "<!--", "/*", "a: "]) {
        const before = performance.now();
        readScript(make(sign).slice(0, SCRIPT_LIMITS.source), format);
        expect(performance.now() - before, sign).toBeLessThan(5_000);
      }
    },
    60_000,
  );
});
