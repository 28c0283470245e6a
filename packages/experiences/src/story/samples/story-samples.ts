import type { ScriptFormat } from "../script/script.ts";
import { LAMP_FOUNTAIN, LAMP_TEXT } from "./lamp-fountain.ts";
import { LAMP_INK } from "./lamp-ink.ts";
import { LAMP_TWEE, LAMP_TWINE } from "./lamp-twee.ts";
import { LAMP_YARN } from "./lamp-yarn.ts";

/** One short story of our own (CC0 1.0), in each format: whole in ink, its beginning in the others. */
export const STORY_SAMPLES: Readonly<Record<ScriptFormat, string>> = {
  ink: LAMP_INK,
  twee: LAMP_TWEE,
  twine: LAMP_TWINE,
  yarn: LAMP_YARN,
  fountain: LAMP_FOUNTAIN,
  text: LAMP_TEXT,
};
