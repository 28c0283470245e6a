import { IconScale } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

/** The council among the experiences. */
export const councilEntry: ExperienceEntry = {
  id: "council",
  icon: IconScale,
  card,
  load: async () => {
    const [{ CouncilPage }, en, de] = await Promise.all([
      import("./CouncilPage.tsx"),
      import("./en.json"),
      import("./de.json"),
    ]);
    return { Page: CouncilPage, texts: { en: en.default, de: de.default } };
  },
};

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly council: typeof import("./en.json");
  }
}
