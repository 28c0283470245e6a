import type { i18n } from "i18next";
import { useTranslation } from "react-i18next";
import type { ExperienceTexts } from "../experience/experience-entry.ts";
import type { Language } from "./start-i18n.ts";

/** Words in both languages. */
export type TextsByLanguage = Readonly<Record<Language, object>>;

/** Makes the words of a part of the site known under its name; doing it twice changes nothing. */
export function addTexts(instance: i18n, name: string, texts: TextsByLanguage): void {
  for (const [language, words] of Object.entries(texts)) {
    if (!instance.hasResourceBundle(language, name)) instance.addResourceBundle(language, name, words);
  }
}

/** The words of a part of the site that travel with it, so that it works with the network gone. */
export function useOwnTexts<Name extends keyof ExperienceTexts>(name: Name, texts: TextsByLanguage) {
  const { i18n: instance } = useTranslation();
  // Before the first rendering that needs them.
  addTexts(instance, name, texts);
  return useTranslation(name);
}
