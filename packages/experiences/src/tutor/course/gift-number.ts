import type { NumberItem } from "./course.ts";
import type { FaultReason } from "./file-fault.ts";
import { readNumber } from "./judge-answer.ts";
import { findUnescaped } from "./gift-escapes.ts";

/** A number in GIFT, after its `#`: `3`, `3:0.5`, `1..5`, or one `=3:0.5` alone. */
export function giftNumber(
  text: string,
): NumberItem | { readonly reason: FaultReason; readonly found?: string } {
  if (/[=~].*[=~]/su.test(text)) return { reason: "several-right" };
  const bare = text.replace(/^=/u, "");
  const answer = bare.slice(0, findUnescaped(bare, "#")).trim();
  const range = /^(.+?)\.\.(.+)$/u.exec(answer);
  if (range !== null) {
    const [low, high] = [readNumber(range[1] ?? ""), readNumber(range[2] ?? "")];
    if (low === undefined || high === undefined) return { reason: "not-a-number", found: answer };
    if (high < low) return { reason: "bad-range", found: answer };
    return { kind: "number", answer: (low + high) / 2, tolerance: (high - low) / 2 };
  }
  const [value = "", tolerance = "0", ...more] = answer.split(":");
  const [number, allowed] = [readNumber(value), readNumber(tolerance)];
  if (number === undefined || allowed === undefined || more.length > 0)
    return { reason: "not-a-number", found: answer };
  return allowed < 0
    ? { reason: "bad-range", found: answer }
    : { kind: "number", answer: number, tolerance: allowed };
}
