import type { ComponentType } from "react";
import type { Language } from "../i18n/start-i18n.ts";

/** What the page of an experience is given by the address. */
export interface ExperiencePageProps {
  /** The session to show; absent on its first page. */
  readonly sessionId?: string;
}

/** The part of an experience that is fetched when it is opened. */
export interface ExperiencePage {
  readonly Page: ComponentType<ExperiencePageProps>;
  /** Its words: `en.json` and `de.json` of its folder, found by `useTranslation` under the experience's id. */
  readonly texts: Readonly<Record<Language, object>>;
}

/** What the site knows of an experience before it is opened. */
export interface ExperienceEntry {
  /** Its id on the wire, and its word in the address. */
  readonly id: string;
  /** Drawn on the home page and in lists of sessions. */
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  /** How it introduces itself on the home page. */
  readonly card: Readonly<Record<Language, ExperienceCard>>;
  /** Fetches its page; absent for the companion, whose place is the site's own frame. */
  readonly load?: () => Promise<ExperiencePage>;
}

/** An experience in a few words. */
export interface ExperienceCard {
  /** One to three words. */
  readonly title: string;
  /** One or two sentences: what somebody can do there. */
  readonly lead: string;
  /** What a session without a name is called in lists. */
  readonly session: string;
}

/**
 * The words of each experience's page, by its id, for the compiler. An experience adds its own beside its entry:
 *
 *     declare module "../experience/experience-entry.ts" {
 *       interface ExperienceTexts { readonly calm: typeof import("./en.json") }
 *     }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each experience adds its own line from its folder.
export interface ExperienceTexts {}
