import { lazy } from "react";

const loadConversation = () => import("../conversation/ConversationPage.tsx");
const loadLife = () => import("../life/LifePlace.tsx");
const loadSettings = () => import("../settings/SettingsPage.tsx");

/** The conversation with everything beside it, the lines of help among them: where it shows, nothing of it is missing. */
export const ConversationPage = lazy(async () => ({ default: (await loadConversation()).ConversationPage }));

/** What somebody keeps in a conversation. */
export const LifePlace = lazy(async () => ({ default: (await loadLife()).LifePlace }));

/** The settings. */
export const SettingsPage = lazy(async () => ({ default: (await loadSettings()).SettingsPage }));

/**
 * Fetches the other pages once the first one stands, so that a click does not wait for them and a connection lost
 * meanwhile does no harm.
 */
export function fetchOtherPages(): void {
  // A page that could not be fetched now is fetched again when it is opened, which tells what is wrong.
  void Promise.allSettled([loadConversation(), loadSettings(), loadLife()]);
}
