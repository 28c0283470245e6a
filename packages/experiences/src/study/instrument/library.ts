import type { ReplyLanguage } from "@openempathic/respond";
import type { Instrument } from "./instrument.ts";
// Items of instruments that may be used by everybody; the credit and licence of each stand in it.
import open from "./open-instruments.json" with { type: "json" };
// Scoring alone, for instruments whose items need a permission: number of items, which are reversed, which make which score.
import templates from "./instrument-templates.json" with { type: "json" };

/**
 * Instruments that can be used as they are, in a language; where one has no version in it, it is not offered.
 *
 * @example
 * ```ts
 * import { openInstruments } from "@openempathic/experiences/study";
 *
 * openInstruments("de").map(({ name }) => name); // => ["PHQ-9", "PHQ-8", "PHQ-2", "GAD-7", "GAD-2"]
 * ```
 */
export function openInstruments(language: ReplyLanguage): readonly Instrument[] {
  // The cast is safe: a test reads every entry by the schema of instruments.
  return (open as readonly Instrument[]).filter((instrument) => instrument.language === language);
}

/** Instruments without their items' words: a researcher who holds the rights fills them in. */
export function instrumentTemplates(language: ReplyLanguage): readonly Instrument[] {
  // The cast is safe: a test reads every entry by the schema of instruments.
  return (templates as readonly Instrument[]).map((instrument) => ({ ...instrument, language }));
}
