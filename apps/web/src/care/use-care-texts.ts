import { useOwnTexts } from "../i18n/use-own-texts.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly care: typeof en;
  }
}

const TEXTS = { en, de };

/** The words of the counts of crisis answers. */
export function useCareTexts() {
  return useOwnTexts("care", TEXTS);
}
