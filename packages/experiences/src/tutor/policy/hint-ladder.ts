import type { ReplyLanguage } from "@openempathic/respond";
import type { Item } from "../course/course.ts";
import { readNumber } from "../course/judge-answer.ts";
import words from "./generic-hints.json" with { type: "json" };

/**
 * The hints of a task, from a nudge to nearly the whole way. A task that came without any has one that can be made
 * from its answer without giving it away.
 *
 * @example
 * ```ts
 * import { hintLadder } from "@openempathic/experiences/tutor";
 *
 * const frame = { id: "a", skill: "s", prompt: "?", hints: [], solution: "" };
 * hintLadder({ ...frame, kind: "text", answers: ["Paris"] }, "en"); // => ["It begins with “P” and has 5 letters."]
 * ```
 */
export function hintLadder(item: Item, language: ReplyLanguage): readonly string[] {
  if (item.hints.length > 0) return item.hints;
  const said = words[language];
  switch (item.kind) {
    case "choice": {
      const wrong = item.choices.findLast((_, index) => index !== item.right);
      return [said.choice.replace("{wrong}", () => wrong ?? "")];
    }
    case "number": {
      const reach = Math.max(1, Math.ceil(Math.abs(item.answer) / 2));
      const whole = Math.round(item.answer);
      return [said.number.replace("{low}", String(whole - reach)).replace("{high}", String(whole + reach))];
    }
    case "text": {
      const letters = Array.from((item.answers[0] ?? "").trim());
      return [
        said.text.replace("{first}", () => letters[0] ?? "").replace("{count}", String(letters.length)),
      ];
    }
  }
}

/** The right answer as it can be shown. */
export function rightAnswer(item: Item, language: ReplyLanguage): string {
  switch (item.kind) {
    case "choice":
      return item.choices[item.right] ?? "";
    case "number":
      return (
        fractionOf(item.answer) ??
        item.answer.toLocaleString(language, { maximumFractionDigits: 6, useGrouping: false })
      );
    case "text":
      return item.answers[0] ?? "";
  }
}

/** A number as a simple fraction where it is one with at most 24 parts and no short decimal. */
function fractionOf(value: number): string | undefined {
  if (Number.isInteger(value) || Math.abs(value) > 100) return undefined;
  for (let parts = 2; parts <= 24; parts += 1) {
    const text = `${String(Math.round(value * parts))}/${String(parts)}`;
    if (Math.abs((readNumber(text) ?? Number.NaN) - value) < 1e-9) return text;
  }
  return undefined;
}
