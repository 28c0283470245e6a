import { blankBetween } from "../script/blank-between.ts";
import type { Fence } from "../script/blank-between.ts";
import type { ScriptBuilder, Target } from "../script/script-builder.ts";
import { sourceLines } from "../script/source-lines.ts";
import { speakerOf } from "../script/speaker-of.ts";
import type { MappedText } from "./mapped-text.ts";

/** A passage of Twine to be read into a block. */
export interface TwinePassage {
  readonly block: number;
  readonly body: MappedText;
  /** Where its moods can be noted. */
  readonly tagAt: number;
  /** The moods that are noted already, in the order of its utterances. */
  readonly moods: readonly (string | null)[];
}

const LINK = /\[\[(?!\[)((?:[^[\]]|\[(?!\[))*?)\](?:\[[^[\]]*\])?\]/gu;
const SILENT: readonly Fence[] = [
  { open: /<!--/gu, close: "-->" },
  { open: /\/%/gu, close: "%/" },
  { open: /<script\b[^<>]*>/gu, close: "</script>" },
  { open: /<style\b[^<>]*>/gu, close: "</style>" },
  { open: /<<script>>/gu, close: "<</script>>" },
];
const GOTO =
  /<<(?:goto|link|button)\s+(?:"([^"]*)"\s+)?"([^"]*)"\s*>>|\((?:goto|go-to|link-goto):\s*(?:"([^"]*)"\s*,\s*)?"([^"]*)"\s*\)/giu;

interface Link {
  readonly index: number;
  readonly length: number;
  readonly shown: string;
  readonly target: string;
  readonly isChoice: boolean;
}

/**
 * Reads the text of one passage: a line each, the links as choices. Macros are not run: what is between them is read in
 * order, whatever their conditions are.
 */
export function readPassage(passage: TwinePassage, builder: ScriptBuilder): void {
  const { body, moods } = passage;
  const { text, openAt } = blankBetween(body.text, SILENT);
  if (openAt !== undefined) builder.fault(body.offsetOf(openAt), "open-comment");
  let count = 0;
  const nextMood = (): { readonly mood?: string } => {
    const mood = moods[count];
    count += 1;
    return mood === undefined || mood === null ? {} : { mood };
  };
  for (const line of sourceLines(text)) {
    const onLine = linksOn(line.text);
    bracketFaults(line, { body, builder });
    say({ ...line, links: onLine }, { passage, builder, nextMood });
    for (const link of onLine)
      follow({ ...link, index: link.index + line.start }, { passage, builder, nextMood });
  }
}

interface Reading {
  readonly passage: TwinePassage;
  readonly builder: ScriptBuilder;
  readonly nextMood: () => { readonly mood?: string };
}

function linksOn(text: string): readonly Link[] {
  const links = [...text.matchAll(LINK)].map((found): Link => {
    const { shown, target } = partsOfLink(found[1] ?? "");
    return { index: found.index, length: found[0].length, shown, target, isChoice: true };
  });
  const gotos = [...text.matchAll(GOTO)].map((found): Link => {
    const isGoto = /^(?:<<goto|\(go-?to)/iu.test(found[0]);
    const target = found[2] ?? found[4] ?? "";
    const shown = isGoto ? "" : (found[1] ?? found[3] ?? target);
    return { index: found.index, length: found[0].length, shown, target, isChoice: !isGoto };
  });
  return [...links, ...gotos].toSorted((a, b) => a.index - b.index);
}

/** `text->target`, `target<-text`, `text|target` or `target`. */
function partsOfLink(inside: string): { readonly shown: string; readonly target: string } {
  const right = inside.lastIndexOf("->");
  if (right >= 0) return { shown: inside.slice(0, right).trim(), target: inside.slice(right + 2).trim() };
  const left = inside.indexOf("<-");
  if (left >= 0) return { shown: inside.slice(left + 2).trim(), target: inside.slice(0, left).trim() };
  const bar = inside.indexOf("|");
  if (bar >= 0) return { shown: inside.slice(0, bar).trim(), target: inside.slice(bar + 1).trim() };
  return { shown: inside.trim(), target: inside.trim() };
}

function bracketFaults(
  { start, text }: { readonly start: number; readonly text: string },
  { body, builder }: { readonly body: MappedText; readonly builder: ScriptBuilder },
): void {
  const bare = text.replace(LINK, (link) => " ".repeat(link.length));
  const open = bare.indexOf("[[");
  if (open >= 0) builder.fault(body.offsetOf(start + open), "open-link", bare.slice(open));
  const macros = bare.replace(/<<(?:[^<>]|<(?!<)|>(?!>))*>>/gu, (macro) => " ".repeat(macro.length));
  const macro = macros.indexOf("<<");
  if (macro >= 0) builder.fault(body.offsetOf(start + macro), "open-command", macros.slice(macro));
}

function say(
  line: { readonly start: number; readonly text: string; readonly links: readonly Link[] },
  { passage, builder, nextMood }: Reading,
): void {
  let shown = line.text;
  let bare = line.text;
  for (const { index, length, shown: words } of line.links.toReversed()) {
    shown = shown.slice(0, index) + words + shown.slice(index + length);
    bare = bare.slice(0, index) + bare.slice(index + length);
  }
  // Links alone on a line are choices and no text.
  if (!/[\p{L}\p{N}]/u.test(plainTwine(bare))) return;
  const text = plainTwine(shown);
  const speaker = speakerOf(text);
  const words = text.slice(speaker?.length ?? 0);
  const lead = line.text.length - line.text.trimStart().length;
  const said = speaker !== undefined && line.text.slice(lead).startsWith(text.slice(0, speaker.length));
  const start = line.start + lead + (said ? speaker.length : 0);
  builder.line(passage.block, {
    kind: speaker === undefined ? "told" : "said",
    ...(speaker === undefined ? {} : { speaker: speaker.speaker }),
    text: words,
    span: {
      start: passage.body.offsetOf(start),
      end: passage.body.offsetOf(line.start + line.text.trimEnd().length),
    },
    tagAt: passage.tagAt,
    ...nextMood(),
  });
}

function follow(link: Link, { passage, builder, nextMood }: Reading): void {
  const { body, block, tagAt } = passage;
  const at = body.offsetOf(link.index);
  if (link.target === "") {
    builder.fault(at, "empty-target");
    return;
  }
  const isElsewhere = /^(?:\$|_|https?:|`|\{|previous\(\))/u.test(link.target);
  const to: Target = isElsewhere ? null : { names: [link.target], shown: link.target, at };
  if (!link.isChoice) {
    builder.exit(block, { kind: "condition", condition: "goto", to });
    return;
  }
  const text = plainTwine(link.shown);
  if (text === "") {
    builder.fault(at, "empty-choice");
    return;
  }
  const span = { start: at, end: body.offsetOf(link.index + link.length) };
  builder.choice(block, { text, span, tagAt, ...nextMood() }, to);
}

/** Without macros, hooks, HTML and the marks of emphasis. */
function plainTwine(text: string): string {
  return text
    .replace(/<<(?:[^<>]|<(?!<)|>(?!>))*>>/gu, " ")
    .replace(/\((?:[a-z][a-z-]*):(?:[^()]|\([^()]*\))*\)/giu, " ")
    .replace(/<\/?[a-z][^<>]*>/giu, " ")
    .replace(/(?:\|[\w-]+>)?\[(?!\[)|\](?:<[\w-]+\|)?/gu, "")
    .replace(/\[img\[[^\]]*\]\]/giu, " ")
    .replace(/''|\/\/|\*\*|__|~~|\^\^|\$[A-Za-z_]\w*(?:\.\w+)*/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
