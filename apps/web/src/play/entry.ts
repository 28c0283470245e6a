import { IconTeapot } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

/** Play among the experiences. */
export const playEntry: ExperienceEntry = {
  id: "play",
  icon: IconTeapot,
  card,
  load: async () => {
    const [{ PlayPage }, en, de] = await Promise.all([
      import("./PlayPage.tsx"),
      import("./en.json"),
      import("./de.json"),
    ]);
    return { Page: PlayPage, texts: { en: en.default, de: de.default } };
  },
};

declare module "../experience/experience-entry.ts" {
  interface ExperienceTexts {
    readonly play: typeof import("./en.json");
  }
}
