import { IconClipboardText } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

/** Studies as the site knows them before they are opened. */
export const studyEntry: ExperienceEntry = {
  id: "study",
  icon: IconClipboardText,
  card,
  load: async () => {
    const [{ StudyPage }, en, de] = await Promise.all([
      import("./StudyPage.tsx"),
      import("./en.json"),
      import("./de.json"),
    ]);
    return { Page: StudyPage, texts: { en: en.default, de: de.default } };
  },
};

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly study: typeof import("./en.json");
  }
}
