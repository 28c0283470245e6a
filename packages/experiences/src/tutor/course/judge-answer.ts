import type { Item } from "./course.ts";

/** What an answer was: "unreadable" is no try, only a request to write it in another way. */
export type AnswerJudgement = "right" | "wrong" | "unreadable";

/**
 * Whether an answer is right. Choices are answered by their index, numbers in any usual way of writing them.
 *
 * @example
 * ```ts
 * import { judgeAnswer } from "@openempathic/experiences/tutor";
 *
 * const frame = { id: "a", skill: "s", prompt: "Half of three?", hints: [], solution: "" };
 * const item = { ...frame, kind: "number", answer: 1.5, tolerance: 0 } as const;
 * judgeAnswer(item, " 1 1/2 "); // => "right"
 * judgeAnswer(item, "1,5"); // => "right"
 * judgeAnswer(item, "two"); // => "unreadable"
 * ```
 */
export function judgeAnswer(item: Item, answer: string): AnswerJudgement {
  switch (item.kind) {
    case "choice": {
      const index = /^\d{1,3}$/.test(answer) ? Number(answer) : -1;
      if (index < 0 || index >= item.choices.length) return "unreadable";
      return index === item.right ? "right" : "wrong";
    }
    case "number": {
      const number = readNumber(answer);
      if (number === undefined) return "unreadable";
      // The last places of a binary fraction are not the learner's fault.
      const rounding = 1e-9 * Math.max(1, Math.abs(item.answer));
      return Math.abs(number - item.answer) <= item.tolerance + rounding ? "right" : "wrong";
    }
    case "text": {
      const words = plainWords(answer);
      if (words === "") return "unreadable";
      return item.answers.some((each) => plainWords(each) === words) ? "right" : "wrong";
    }
  }
}

/** The number that somebody wrote: "3", "-0.5", "0,5", "3/4", "1 1/2"; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^[−–]/u, "-")
    .replace(/\s*⁄\s*/u, "/");
  const mixed = /^(-?)(?:(\d{1,9})\s+)?(\d{1,9})\s*\/\s*(\d{1,9})$/u.exec(plain);
  if (mixed !== null) {
    const [, minus, whole = "0", above, below] = mixed;
    if (Number(below) === 0) return undefined;
    return (minus === "-" ? -1 : 1) * (Number(whole) + Number(above) / Number(below));
  }
  return /^-?\d{1,15}(?:[.,]\d{1,12})?$/u.test(plain) ? Number(plain.replace(",", ".")) : undefined;
}

function plainWords(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .replace(/^[\s"'“”„‚‘’]+|[\s"'“”„‚‘’.!?]+$/gu, "");
}
