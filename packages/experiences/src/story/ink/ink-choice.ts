import type { ScriptFaultReason } from "../script/script-fault.ts";
import { cutInkLine } from "./ink-line.ts";
import { closingBrace, indexOutside, plainInk } from "./ink-text.ts";

/** A choice of ink in its parts; offsets count within the text that was given. */
export interface InkChoice {
  /** What the reader can choose. */
  readonly shown: {
    readonly text: string;
    readonly tags: readonly string[];
    readonly start: number;
    readonly end: number;
    readonly tagAt: number;
  };
  /** What is told when it was chosen, where that is something else than the choice. */
  readonly told?: {
    readonly raw: string;
    readonly at: number;
    readonly tags: readonly string[];
    readonly tagAt: number;
  };
  readonly divert: string;
  readonly divertAt: number;
  readonly fault?: { readonly at: number; readonly reason: ScriptFaultReason };
}

/** Cuts what comes after a choice's marks: `{conditions} before [only shown] after # tags -> divert`. */
export function cutInkChoice(text: string): InkChoice {
  const start = afterConditions(text);
  const open = indexOutside(text, /\[/uy, start);
  const close = indexOutside(text, /\]/uy, Math.max(start, open));
  const whole = cutInkLine(text);
  const { divert, divertAt } = whole;
  const lead = text.slice(start).length - text.slice(start).trimStart().length;
  const none = { text: "", tags: [], start: start + lead, end: start + lead, tagAt: start + lead };
  if (open < 0 && close >= 0)
    return { shown: none, divert, divertAt, fault: { at: close, reason: "stray-bracket" } };
  if (open < 0) {
    const own = cutInkLine(text.slice(start));
    const shown = {
      text: plainInk(own.text),
      tags: own.tags,
      start: start + lead,
      end: start + own.text.trimEnd().length,
      tagAt: start + own.tagAt,
    };
    return { shown, divert, divertAt };
  }
  if (close < 0) return { shown: none, divert, divertAt, fault: { at: open, reason: "open-bracket" } };
  if (indexOutside(text, /[[\]]/uy, close + 1) >= 0)
    return {
      shown: none,
      divert,
      divertAt,
      fault: { at: indexOutside(text, /[[\]]/uy, close + 1), reason: "stray-bracket" },
    };
  return withBracket(text, { start, open, close });
}

function withBracket(
  text: string,
  { start, open, close }: { readonly start: number; readonly open: number; readonly close: number },
): InkChoice {
  const before = cutInkLine(text.slice(start, open));
  const inside = cutInkLine(text.slice(open + 1, close));
  const after = cutInkLine(text.slice(close + 1));
  const shownText = plainInk(before.text + inside.text);
  const from = before.text.trim() === "" ? open + 1 : start;
  const lead = text.slice(from).length - text.slice(from).trimStart().length;
  const shown = {
    text: shownText,
    tags: [...before.tags, ...inside.tags],
    start: from + lead,
    end: open + 1 + inside.text.trimEnd().length,
    tagAt: open + 1 + inside.tagAt,
  };
  const divert = after.divert;
  const divertAt = close + 1 + after.divertAt;
  const told = plainInk(before.text + after.text);
  if (told === "" || told === shownText) return { shown, divert, divertAt };
  // Its words stand in two places, so only those after the bracket are pointed at.
  const at = before.text.trim() === "" ? close + 1 : start;
  const raw = before.text.trim() === "" ? after.text : before.text + after.text;
  const tagAt = close + 1 + after.tagAt - at;
  return { shown, told: { raw, at, tags: after.tags, tagAt }, divert, divertAt };
}

/** Where the words begin: after conditions in braces, which stand first and in front of anything else. */
function afterConditions(text: string): number {
  let at = text.length - text.trimStart().length;
  while (text[at] === "{") {
    const end = closingBrace(text, at);
    const inside = text.slice(at + 1, end);
    // `{a|b}` in front is words already.
    if (indexOutside(inside, /\|/uy) >= 0 || indexOutside(inside, /:/uy) >= 0) break;
    at = end + 1;
    at += text.slice(at).length - text.slice(at).trimStart().length;
  }
  return at;
}
