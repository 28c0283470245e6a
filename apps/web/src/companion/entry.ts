import { IconMessageHeart } from "@tabler/icons-react";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import card from "./card.json" with { type: "json" };

/** The companion among the experiences. Its pages are the site's own frame, with conversations at the side. */
export const companionEntry: ExperienceEntry = { id: "companion", icon: IconMessageHeart, card };
