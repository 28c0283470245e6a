import type { CheckedPiece } from "../gateway/sentence-gate.ts";
import type { ReplyLanguage } from "../plan.ts";

const SENTENCE = /[^.!?…]*[.!?…]+["”“’)\]]*\s*|[^.!?…]+$/gu;

/** What is said where a language model had nothing but questions for somebody who is leaving. */
const FAREWELL: Readonly<Record<ReplyLanguage, string>> = {
  en: "Goodbye, and take care. You can come back whenever you like.",
  de: "Auf Wiedersehen, und pass auf dich auf. Du kannst jederzeit wiederkommen.",
};

/**
 * A language model's words to somebody who takes their leave: its questions are left out, since a question then is a
 * hand on the sleeve. Where nothing else was said, a farewell of ours stands instead.
 */
export async function* lettingGo(
  pieces: AsyncIterable<CheckedPiece>,
  language: ReplyLanguage,
): AsyncGenerator<CheckedPiece> {
  let hasSpoken = false;
  for await (const piece of pieces) {
    if (piece.kind === "finding") {
      yield piece;
      continue;
    }
    const sentences = piece.text.match(SENTENCE) ?? [];
    const text = sentences.filter((sentence) => !/\?["”“’)\]]*\s*$/u.test(sentence)).join("");
    if (text.trim() === "") continue;
    hasSpoken = true;
    yield { kind: "text", text };
  }
  if (!hasSpoken) yield { kind: "text", text: FAREWELL[language] };
}
