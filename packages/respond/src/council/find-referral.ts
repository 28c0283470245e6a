import { foldText, foldedWords } from "../words/fold-text.ts";

/** Matters in which somebody trained should be asked before anything is decided. */
export type ReferralField = "legal" | "medical";

/** Words, folded, that speak of one field; a star stands for any ending. */
const WORDS: Readonly<Record<ReferralField, readonly string[]>> = {
  legal: words(
    "lawyer lawyers attorney lawsuit sue sued suing court contract contracts custody divorce inheritance will testament eviction liability liable " +
      "police prosecution prosecute illegal legal legally visa asylum subpoena probation guardianship copyright " +
      "anwalt* anwaelt* rechtsanwalt* klage* klagen verklag* gericht* vertrag* sorgerecht* scheidung* erbe erben erbschaft* testament* " +
      "raeumungsklage* haftung* polizei* strafanzeige* anzeigen illegal* rechtlich* gesetz* visum asyl* vormundschaft* betreuungsverfuegung* urheberrecht*",
  ),
  medical: words(
    "doctor doctors hospital surgery operation operations medication medications medicine dose dosage insulin chemotherapy chemo treatment diagnosis diagnosed cancer tumour tumor " +
      "pregnancy pregnant abortion hospice palliative dementia vaccination vaccine transplant symptom symptoms prescription antidepressants antidepressant ventilator resuscitation " +
      "arzt aerzt* krankenhaus* klinik* operation* operier* medikament* dosis insulin* chemotherapie* behandlung* diagnose* krebs* tumor* " +
      "schwanger* abtreibung* hospiz* palliativ* demenz* impf* transplant* symptom* rezept* antidepressiv* beatmung* wiederbelebung* patientenverfuegung*",
  ),
};

// "will" is a verb far more often than a testament, so it counts only after a word that makes it a thing.
const THING = new Set(["my", "your", "his", "her", "their", "the", "a", "mother's", "father's"]);

/**
 * Which fields a text touches in which a lawyer or a doctor should be asked. It knows words and means a hint: asking
 * once too often does little harm.
 *
 * @param text what somebody wrote
 * @returns the fields with the first word that spoke for each, as it stands in the folded text
 *
 * @example
 * ```ts
 * import { findReferrals } from "@openempathic/respond";
 *
 * findReferrals("Should she have the surgery?"); // => [{ field: "medical", word: "surgery" }]
 * findReferrals("I will call her."); // => []
 * ```
 */
export function findReferrals(
  text: string,
): readonly { readonly field: ReferralField; readonly word: string }[] {
  const said = foldedWords(foldText(text));
  return (["legal", "medical"] as const).flatMap((field) => {
    const word = said.find((each, index) => speaksFor(field, each, said[index - 1]));
    return word === undefined ? [] : [{ field, word }];
  });
}

function speaksFor(field: ReferralField, word: string, before: string | undefined): boolean {
  if (word === "will") return field === "legal" && before !== undefined && THING.has(before);
  return WORDS[field].some((known) =>
    known.endsWith("*") ? word.startsWith(known.slice(0, -1)) : word === known,
  );
}

function words(line: string): readonly string[] {
  return line.split(" ");
}
