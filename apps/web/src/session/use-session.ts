import type { CompanionEvent, CompanionState, PersonEvent } from "@openempathic/experiences";
import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import { companionPageFold, type CompanionPage } from "./companion-page-fold.ts";
import type { SessionSnapshot, SessionStore } from "./session-store.ts";
import { useSessionLanguage } from "./use-session-language.ts";
import { useSessionStore } from "./use-session-store.ts";

type CompanionStore = SessionStore<CompanionPage, PersonEvent, CompanionEvent>;

/** The conversation that the page shows, with its latest snapshot. */
export interface OpenSession {
  readonly store: CompanionStore;
  readonly snapshot: Omit<SessionSnapshot<CompanionState, PersonEvent>, "shown"> &
    Pick<CompanionPage, "parts">;
}

/** Opens a conversation for as long as the component shows it. `undefined` while there is none. */
export function useOpenSession(sessionId: string | undefined): CompanionStore | undefined {
  const store = useSessionStore("companion", companionPageFold, sessionId);
  useSessionLanguage(store, conversationStateOf);
  return store;
}

function conversationStateOf({ state }: CompanionPage): CompanionState {
  return state;
}

/** Holds the open conversation's store. */
export const SessionContext = createContext<CompanionStore | undefined>(undefined);

/** The open conversation: its store for acting, its snapshot for showing. */
export function useSession(): OpenSession {
  const store = useContext(SessionContext);
  if (store === undefined) throw new Error("useSession needs a SessionContext above it");
  const kept = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const snapshot = useMemo(() => {
    const { state: page, outgoing, connection, trouble } = kept;
    return { ...page, outgoing, connection, ...(trouble === undefined ? {} : { trouble }) };
  }, [kept]);
  return { store, snapshot };
}
