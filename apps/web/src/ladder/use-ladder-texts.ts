import { useTranslation } from "react-i18next";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly ladder: typeof en;
  }
}

/** The words of the ladder. They travel with the page that shows it, so that it works with the network gone. */
export function useLadderTexts() {
  const { i18n } = useTranslation();
  for (const [language, words] of Object.entries({ en, de })) {
    if (!i18n.hasResourceBundle(language, "ladder")) i18n.addResourceBundle(language, "ladder", words);
  }
  return useTranslation("ladder");
}
