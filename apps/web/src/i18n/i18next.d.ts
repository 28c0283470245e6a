import "i18next";
import type { ExperienceTexts } from "../experience/experience-entry.ts";
import type en from "./en.json";

/** The words of the whole site, and those of each experience under its id. */
interface Texts extends ExperienceTexts {
  readonly translation: typeof en;
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: Texts;
  }
}
