const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * Brings words into one spelling so that phrases can be compared: lower case, straight apostrophes, umlauts
 * written out, single spaces. The result is for looking things up, never for showing.
 *
 * @param text What somebody wrote, of any length.
 *
 * @example
 * ```ts
 * import { foldText } from "@openempathic/respond";
 *
 * foldText("  Ich FÜHLE mich\nmüde, it’s fine "); // => "ich fuehle mich muede, it's fine"
 * ```
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** Reads a message only so far: what matters for choosing words stands in its beginning. */
export const READ_CHARACTERS = 4000;

/** The folded beginning of a message. */
export function foldMessage(text: string): string {
  return foldText(text.slice(0, READ_CHARACTERS));
}

/** The words of a folded text, without punctuation. */
export function foldedWords(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
}
