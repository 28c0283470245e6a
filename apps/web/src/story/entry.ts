import { IconChartLine } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly story: typeof import("./en.json");
  }
}

/** Story among the experiences. */
export const storyEntry: ExperienceEntry = {
  id: "story",
  icon: IconChartLine,
  card,
  load: async () => {
    const [{ StoryPage }, en, de] = await Promise.all([
      import("./StoryPage.tsx"),
      import("./en.json"),
      import("./de.json"),
    ]);
    return { Page: StoryPage, texts: { en: en.default, de: de.default } };
  },
};
