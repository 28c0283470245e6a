import { useOwnTexts } from "../i18n/use-own-texts.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly life: typeof en;
  }
}

const TEXTS = { en, de };

/** The words of the pages about what somebody keeps: their life story, their days, their people, a digest. */
export function useLifeTexts() {
  return useOwnTexts("life", TEXTS);
}
