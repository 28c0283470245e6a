import { IconLeaf } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly calm: typeof import("./en.json");
  }
}

/** Calm among the experiences. */
export const calmEntry: ExperienceEntry = {
  id: "calm",
  icon: IconLeaf,
  card,
  load: async () => {
    const [{ CalmPage }, en, de] = await Promise.all([
      import("./CalmPage.tsx"),
      import("./en.json"),
      import("./de.json"),
    ]);
    return { Page: CalmPage, texts: { en: en.default, de: de.default } };
  },
};
