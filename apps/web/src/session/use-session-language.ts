import type { SessionFrame } from "@openempathic/experiences";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import type { Act, SessionStore, Stored } from "./session-store.ts";

/**
 * Lets a session speak the page's language: it is told when it is opened in another one, and when the person changes
 * it. Every experience's state holds a language, in which it answers and tells.
 *
 * @param store the open session; `undefined` while there is none
 * @param frameOf where the state holds what every session has (the same function at every rendering)
 * @param isOwn whether the session is this person's; in a shared one the others do not decide
 */
export function useSessionLanguage<State, PersonAct extends Act, Event extends Stored>(
  store: SessionStore<State, PersonAct, Event> | undefined,
  frameOf: (state: State) => SessionFrame,
  isOwn = true,
): void {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const isHere = useSyncExternalStore(
    store?.subscribe ?? followNothing,
    () => store !== undefined && frameOf(store.getSnapshot().state).startedAtMs !== undefined,
  );
  useEffect(() => {
    if (store === undefined || !isHere || !isOwn) return;
    // Once for each change, not whenever the two differ: two tabs in two languages would take turns for ever.
    if (frameOf(store.getSnapshot().shown).language === language) return;
    // The cast is safe: every experience has this act.
    void store.send({ kind: "language-changed", language } as unknown as PersonAct);
  }, [store, frameOf, isHere, isOwn, language]);
}

function followNothing(): () => void {
  return () => undefined;
}
