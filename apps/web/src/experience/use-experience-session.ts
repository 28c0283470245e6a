import type { EventOf, ExperienceId, PersonEventOf } from "@openempathic/client";
import type { SessionFrame } from "@openempathic/experiences";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { useMe } from "../api/queries.ts";
import { goTo } from "../app/route.ts";
import { isLanguage } from "../i18n/start-i18n.ts";
import { newKey } from "../session/new-key.ts";
import { noticesShown } from "../session/notices-shown.ts";
import type { OutgoingEvent } from "../session/outbox.ts";
import type { PageFold, SessionSnapshot } from "../session/session-store.ts";
import { useSessionLanguage } from "../session/use-session-language.ts";
import { useSessionStore } from "../session/use-session-store.ts";
import { chosenCountry } from "../settings/preferences.ts";

/** A session of an experience as its page uses it. */
export interface ExperienceSession<State, Act> {
  /**
   * What to show: the fold over all events, with what the person has just done folded on top. `undefined` on the first
   * page, and until the session's first event is here.
   */
  readonly state: State | undefined;
  /** Acts that the server has not acknowledged; each is sent, kept over a reload, and sent again. */
  readonly outgoing: readonly OutgoingEvent<Act>[];
  readonly connection: "connecting" | "open" | "lost" | undefined;
  /** The session is not there (or not theirs), or could not be loaded. */
  readonly trouble: "not-found" | "failed" | undefined;
  /**
   * Begins a session, with the notices acknowledged and these acts done, and goes to its address. To be called by a
   * button under the notices (see `BeforeWeBegin`).
   */
  readonly begin: (...first: readonly Act[]) => void;
  readonly isBeginning: boolean;
  readonly beginFailed: boolean;
  /** Adds an act of the person. Resolves to whether the server has it; a failure stays in `outgoing`. */
  readonly send: (act: Act) => Promise<boolean>;
  readonly sendAgain: (key: string) => Promise<boolean>;
  readonly drop: (key: string) => void;
}

/** A session that several may share. */
export interface SharedSession {
  readonly sessionId: string;
  readonly isOwn: boolean;
}

/**
 * One session of an experience: begun, followed, acted in, and found again after a reload by its address.
 *
 * @param experience its id on the wire
 * @param fold the experience itself (the same object at every rendering)
 * @param opened its id from the page's props; `undefined` on its first page. Of a session that several share, also whether
 * it is this person's own, and so speaks the language of their page
 */
export function useExperienceSession<Id extends ExperienceId, State extends SessionFrame>(
  experience: Id,
  fold: PageFold<State, EventOf<Id>>,
  opened: string | undefined | SharedSession,
): ExperienceSession<State, PersonEventOf<Id>> {
  const { sessionId, isOwn } = typeof opened === "object" ? opened : { sessionId: opened, isOwn: true };
  const me = useMe();
  const store = useSessionStore(experience, fold, me.isSuccess ? sessionId : undefined);
  const snapshot = useSyncExternalStore<SessionSnapshot<State, PersonEventOf<Id>> | undefined>(
    store?.subscribe ?? followNothing,
    () => store?.getSnapshot(),
  );
  useSessionLanguage(store, itself<State>, isOwn);
  const begin = useBegin(experience);
  const send = useCallback((act: PersonEventOf<Id>) => store?.send(act) ?? Promise.resolve(false), [store]);
  const isHere = snapshot !== undefined && snapshot.state.startedAtMs !== undefined;
  return {
    state: isHere ? snapshot.shown : undefined,
    outgoing: snapshot?.outgoing ?? [],
    connection: snapshot?.connection,
    trouble: snapshot?.trouble,
    begin: (...first) => begin.mutate(first),
    isBeginning: begin.isPending,
    beginFailed: begin.isError,
    send,
    sendAgain: (key) => store?.sendAgain(key) ?? Promise.resolve(false),
    drop: (key) => store?.drop(key),
  };
}

function useBegin<Id extends ExperienceId>(experience: Id) {
  const { i18n } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (first: readonly PersonEventOf<Id>[]) => {
      const language = isLanguage(i18n.language) ? i18n.language : "en";
      const country = chosenCountry();
      const session = await api.createSession({
        experience,
        language,
        ...(country === undefined ? {} : { country }),
      });
      const line = api.line(experience);
      await noticesShown(line, session.id);
      // The cast is safe: every experience has this act.
      const acknowledged = { kind: "notices-acknowledged" } as PersonEventOf<Id>;
      for (const act of [acknowledged, ...first]) await line.postEvent(session.id, act, newKey());
      return session;
    },
    onSuccess: async ({ id }) => {
      goTo({ kind: "experience", experience, sessionId: id });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
}

function itself<State>(state: State): State {
  return state;
}

function followNothing(): () => void {
  return () => undefined;
}
