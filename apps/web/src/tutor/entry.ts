import { IconSchool } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly tutor: typeof import("./en.json");
  }
}

/** The tutor among the experiences. */
export const tutorEntry: ExperienceEntry = {
  id: "tutor",
  icon: IconSchool,
  card,
  load: async () => {
    const [{ TutorPage }, en, de] = await Promise.all([
      import("./TutorPage.tsx"),
      import("./en.json"),
      import("./de.json"),
    ]);
    return { Page: TutorPage, texts: { en: en.default, de: de.default } };
  },
};
