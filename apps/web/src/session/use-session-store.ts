import type { EventOf, ExperienceId, PersonEventOf } from "@openempathic/client";
import { useEffect, useState } from "react";
import { useApi } from "../api/api-context.ts";
import { newKey } from "./new-key.ts";
import { SessionStore, type PageFold } from "./session-store.ts";

/** A session of an experience, as a store. */
export type StoreOf<Id extends ExperienceId, State> = SessionStore<State, PersonEventOf<Id>, EventOf<Id>>;

/**
 * Opens a session of an experience for as long as the component shows it. `undefined` while there is none.
 *
 * @param fold must be the same object at every rendering
 */
export function useSessionStore<Id extends ExperienceId, State>(
  experience: Id,
  fold: PageFold<State, EventOf<Id>>,
  sessionId: string | undefined,
): StoreOf<Id, State> | undefined {
  const api = useApi();
  const [store, setStore] = useState<StoreOf<Id, State>>();
  useEffect(() => {
    if (sessionId === undefined) {
      setStore(undefined);
      return undefined;
    }
    const opened: StoreOf<Id, State> = new SessionStore(sessionId, {
      line: api.line(experience),
      fold,
      storage: window.localStorage,
      newKey,
      now: () => Date.now(),
    });
    setStore(opened);
    void opened.follow();
    return () => opened.close();
  }, [api, experience, fold, sessionId]);
  return store;
}
