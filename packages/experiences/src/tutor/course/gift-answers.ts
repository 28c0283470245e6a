import type { ReplyLanguage } from "@openempathic/respond";
import type { ChoiceItem, NumberItem, TextItem } from "./course.ts";
import type { FaultReason } from "./file-fault.ts";
import { giftNumber } from "./gift-number.ts";
import { findUnescaped, unescapeGift } from "./gift-escapes.ts";

/** What stands between the braces of a GIFT question, or what is wrong with it. */
export type GiftAnswers =
  | ((ChoiceItem | NumberItem | TextItem) & { readonly solution: string })
  | { readonly reason: FaultReason; readonly found?: string };

const TRUTH = { en: ["True", "False"], de: ["Richtig", "Falsch"] } as const;

/** Reads what stands between the braces of a GIFT question. */
export function giftAnswers(inside: string, language: ReplyLanguage): GiftAnswers {
  const general = findUnescaped(inside, "####");
  const solution = general === undefined ? "" : unescapeGift(inside.slice(general + 4)).trim();
  const answers = (general === undefined ? inside : inside.slice(0, general)).trim();
  if (answers === "") return { reason: "essay" };
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#.*)?$/su.exec(answers);
  if (truth !== null) {
    return {
      kind: "choice",
      choices: TRUTH[language],
      right: truth[1]?.startsWith("T") === true ? 0 : 1,
      solution,
    };
  }
  if (answers.startsWith("#")) {
    const number = giftNumber(answers.slice(1).trim());
    return "reason" in number ? number : { ...number, solution };
  }
  const marked = markedAnswers(answers);
  if ("reason" in marked) return marked;
  const read = choicesOrWords(marked.answers);
  return "reason" in read ? read : { ...read, solution };
}

interface MarkedAnswer {
  readonly isRight: boolean;
  readonly text: string;
  readonly weight?: number;
}

/** `=right ~wrong`, each perhaps with `%weight%` before and `#feedback` after. */
function markedAnswers(
  text: string,
): { readonly answers: readonly MarkedAnswer[] } | { reason: FaultReason; found?: string } {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "=" || text[at] === "~") starts.push(at);
  }
  if (starts[0] !== 0) return { reason: "before-answers", found: text };
  const answers: MarkedAnswer[] = [];
  for (const [index, start] of starts.entries()) {
    const whole = text.slice(start + 1, starts[index + 1]);
    if (findUnescaped(whole, "->") !== undefined) return { reason: "matching" };
    const feedback = findUnescaped(whole, "#");
    const weighed = /^\s*%([^%]*)%/u.exec(whole);
    const weight = weighed === null ? undefined : Number(weighed[1]);
    if (/^\s*%/u.test(whole) && !(weight !== undefined && Math.abs(weight) <= 100)) {
      return { reason: "bad-weight", found: whole };
    }
    const said = unescapeGift(whole.slice(weighed?.[0].length ?? 0, feedback)).trim();
    answers.push({ isRight: text[start] === "=", text: said, ...(weight === undefined ? {} : { weight }) });
  }
  return { answers };
}

function choicesOrWords(answers: readonly MarkedAnswer[]): ChoiceItem | TextItem | { reason: FaultReason } {
  if (answers.some(({ text }) => text === "")) return { reason: "empty-choice" };
  // A weight on a right answer says "in part"; one on a wrong choice, that several are right.
  const isPartial = answers.some(({ isRight, weight }) =>
    weight === undefined ? false : isRight ? weight !== 100 : weight > 0 && weight < 100,
  );
  if (isPartial) return { reason: "several-right" };
  if (answers.every(({ isRight }) => isRight))
    return { kind: "text", answers: answers.map(({ text }) => text) };
  const right = answers.flatMap(({ isRight, weight }, index) => (isRight || weight === 100 ? [index] : []));
  if (right.length > 1) return { reason: "several-right" };
  const [only] = right;
  if (only === undefined) return { reason: "no-right" };
  return { kind: "choice", choices: answers.map(({ text }) => text), right: only };
}
