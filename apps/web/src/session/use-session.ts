import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useApi } from "../api/api-context.ts";
import { newKey } from "./new-key.ts";
import { SessionStore, type SessionSnapshot } from "./session-store.ts";

/** The session that the page shows, with its latest snapshot. */
export interface OpenSession {
  readonly store: SessionStore;
  readonly snapshot: SessionSnapshot;
}

/** Opens a session for as long as the component shows it. `undefined` while there is none. */
export function useOpenSession(sessionId: string | undefined): SessionStore | undefined {
  const api = useApi();
  const [store, setStore] = useState<SessionStore>();
  useEffect(() => {
    if (sessionId === undefined) {
      setStore(undefined);
      return undefined;
    }
    const opened = new SessionStore(sessionId, {
      api,
      storage: window.localStorage,
      newKey,
    });
    setStore(opened);
    void opened.follow();
    return () => opened.close();
  }, [api, sessionId]);
  return store;
}

/** Holds the open session's store. */
export const SessionContext = createContext<SessionStore | undefined>(undefined);

/** The open session: its store for acting, its snapshot for showing. */
export function useSession(): OpenSession {
  const store = useContext(SessionContext);
  if (store === undefined) throw new Error("useSession needs a SessionContext above it");
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  return { store, snapshot };
}
