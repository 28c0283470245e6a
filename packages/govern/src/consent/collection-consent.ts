import type { NoticeLanguage } from "../notice/notice.ts";

/** The version of {@link collectionConsentText}: when a word of it changes, people are asked again. */
export const COLLECTION_CONSENT_VERSION = "1";

const TEXT: Readonly<Record<NoticeLanguage, readonly string[]>> = {
  en: [
    "What you give here is shown to other people, who say what it sounds like to them. A program also estimates which feeling it sounds like, to choose what they are asked. Both may be wrong.",
    "It becomes part of open data under the licence that you choose. Others may then use it as the licence says, also to train programs.",
    "Your name is not stored with it. Please give nothing by which you or others can be recognised.",
    "You can withdraw it at any time, without a reason. It is then deleted here and left out of the next release. Those who hold an older release are told; we can’t delete their copies.",
  ],
  de: [
    "Was du hier gibst, wird anderen Menschen gezeigt, die sagen, wonach es für sie klingt. Auch ein Programm schätzt, nach welchem Gefühl es klingt, um auszuwählen, was sie gefragt werden. Beide können sich irren.",
    "Es wird Teil offener Daten unter der Lizenz, die du wählst. Andere dürfen es dann so verwenden, wie die Lizenz es sagt, auch um Programme zu trainieren.",
    "Dein Name wird nicht dazu gespeichert. Bitte gib nichts, woran du oder andere zu erkennen sind.",
    "Du kannst es jederzeit zurückziehen, ohne einen Grund zu nennen. Es wird dann hier gelöscht und fehlt in der nächsten Veröffentlichung. Wer eine ältere hat, erfährt davon; deren Kopien können wir nicht löschen.",
  ],
};

/**
 * What somebody agrees to who gives a clip to the collection, one paragraph each. A receipt names its version.
 *
 * Source: Regulation (EU) 2016/679 (GDPR), Art. 13 and Art. 7(2) and (3): what for, with whom, and that it can be taken
 * back, in plain words; Regulation (EU) 2024/1689 (AI Act), Art. 50(3): emotion analysis is named.
 *
 * @example
 * ```ts
 * import { collectionConsentText } from "@openempathic/govern";
 *
 * collectionConsentText("en").length === collectionConsentText("de").length; // => true
 * ```
 */
export function collectionConsentText(language: NoticeLanguage): readonly string[] {
  return TEXT[language];
}
