import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

/** The languages of the site, the same that replies and notices are written in. */
export type Language = "en" | "de";

/** Whether a string is one of the site's languages. */
export function isLanguage(value: string | null | undefined): value is Language {
  return value === "en" || value === "de";
}

/** The language to begin with: the one chosen before, else the browser's first that we have, else English. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return known ?? "en";
}

/** Loads both languages, which travel with the site, and starts in the given one. */
export async function startI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: { translation: en }, de: { translation: de } },
    interpolation: { escapeValue: false },
    // The console of somebody's browser is no place for an advertisement.
    showSupportNotice: false,
  });
  return instance;
}
