import type { CautionId, TechniqueId } from "../calm-lists.ts";
import type { BreathPattern, CalmLanguage } from "../script/calm-script.ts";
import table from "./techniques.json" with { type: "json" };
import de from "./words-de.json" with { type: "json" };
import en from "./words-en.json" with { type: "json" };

/** How far a study speaks for a technique; "none" where no trial was found, "against" where one found no benefit. */
export type EvidenceStrength = "some" | "weak" | "none" | "against";

/** What one source says, as it is shown to the person. */
export interface TechniqueEvidence {
  readonly strength: EvidenceStrength;
  /** In plain words: who was studied, what was found, what is weak about it. */
  readonly text: string;
  /** Absent where there is nothing to cite. */
  readonly citation?: string;
  readonly doi?: string;
}

/** One step of a technique before it is fitted to a person's time. Steps with `from` need at least so many minutes. */
export type TechniquePart = { readonly from?: number } & (
  | { readonly bell: "low" | "high" }
  /** `breath`: these words only make sense with guided breathing. */
  | { readonly say: string; readonly breath?: boolean }
  /** Silence that takes its share of the time that is left, by weight. */
  | { readonly gap: number }
  /** Silence of so many seconds. */
  | { readonly pause: number }
  /** Breaths that take their share; `holds` is the pattern for somebody who asked for held breaths. */
  | { readonly breathe: BreathPattern; readonly holds?: BreathPattern; readonly weight: number }
);

/** A technique: what it is, what is known about it, whom it does not suit, and its steps. */
export interface Technique {
  readonly id: TechniqueId;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly evidence: readonly {
    readonly id: string;
    readonly strength: EvidenceStrength;
    readonly citation?: string;
    readonly doi?: string;
  }[];
  /** "avoid": not proposed to somebody who ticked it; "careful": proposed last. */
  readonly cautions: Readonly<Partial<Record<CautionId, "avoid" | "careful">>>;
  readonly parts: readonly TechniquePart[];
}

/** A technique in one language, as it is shown. */
export interface TechniqueText {
  readonly title: string;
  readonly summary: string;
  /** When it may help, as the rest of a sentence: "when you are wound up". */
  readonly helps: string;
  readonly notFor: string;
  readonly evidence: readonly TechniqueEvidence[];
  /** Its words, by the names that its steps use. */
  readonly lines: Readonly<Record<string, string>>;
}

interface Words {
  readonly cautions: Readonly<Record<CautionId, string>>;
  readonly strengths: Readonly<Record<EvidenceStrength, string>>;
  readonly techniques: Readonly<
    Record<
      TechniqueId,
      Omit<TechniqueText, "evidence"> & { readonly evidence: Readonly<Record<string, string>> }
    >
  >;
  readonly why: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<CalmLanguage, Words>> = {
  en,
  de,
};

/** The library: six techniques. */
// The cast is safe: a test holds the table against both languages, name by name, and fits every technique.
export const TECHNIQUES: readonly Technique[] = table as unknown as readonly Technique[];

/**
 * A technique of the library.
 *
 * @throws {RangeError} for an id that is not in the library.
 * @example
 * ```ts
 * import { techniqueById } from "@openempathic/experiences/calm";
 *
 * techniqueById("body-scan").cautions["body-unease"]; // => "avoid"
 * ```
 */
export function techniqueById(id: TechniqueId): Technique {
  const technique = TECHNIQUES.find((each) => each.id === id);
  if (technique === undefined) {
    throw new RangeError(
      `techniqueById needs one of ${TECHNIQUES.map((each) => each.id).join(", ")}; it got ${JSON.stringify(id)}`,
    );
  }
  return technique;
}

/**
 * A technique in words: what it is, when it may help, whom it does not suit, and what the evidence says of it.
 *
 * @example
 * ```ts
 * import { techniqueText } from "@openempathic/experiences/calm";
 *
 * techniqueText("grounding", "en").evidence[0]?.strength; // => "none"
 * ```
 */
export function techniqueText(id: TechniqueId, language: CalmLanguage): TechniqueText {
  const { evidence, ...words } = WORDS[language].techniques[id];
  const cited = techniqueById(id).evidence.map(({ id: name, ...source }) => ({
    ...source,
    text: evidence[name] ?? "",
  }));
  return { ...words, evidence: cited };
}

/** What a caution says when a person is asked about it, in the first person. */
export function cautionText(id: CautionId, language: CalmLanguage): string {
  return WORDS[language].cautions[id];
}

/** How strong evidence is called. */
export function strengthText(strength: EvidenceStrength, language: CalmLanguage): string {
  return WORDS[language].strengths[strength];
}

/** A sentence that says why something was composed so, with its names filled in. */
export function whyText(
  kind: string,
  language: CalmLanguage,
  names: Readonly<Record<string, string | number>>,
): string {
  const text = WORDS[language].why[kind] ?? "";
  return text.replace(/\{\{(\w+)\}\}/gu, (_all, name: string) => String(names[name] ?? ""));
}
