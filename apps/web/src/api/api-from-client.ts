import { createClient } from "@openempathic/client";
import type { Api, ConnectionChange } from "./api.ts";
import { delayUntilOnline } from "./delay-until-online.ts";
import { watchedFetch } from "./watched-fetch.ts";

/** The real service: the client package over this page's own server. */
export function apiFromClient(baseUrl: string): Api {
  // A deletion that is asked for as the page closes still reaches the server.
  const fetch: typeof globalThis.fetch = (input, init) =>
    globalThis.fetch(input, { ...init, keepalive: init?.method === "DELETE" });
  // Also on requests without a body: a server that streams cannot tell an empty body from one of unknown length.
  const headers = { "content-type": "application/json" };
  const client = createClient({ baseUrl, fetch, headers, credentials: "same-origin" });
  return {
    me: () => client.me(),
    sessions: () => client.sessions(),
    createSession: (input) => client.createSession(input),
    deleteSession: (id) => client.deleteSession(id),
    continueSession: (experience, record) => client.continueSession(experience, record),
    invite: (sessionId) => client.invite(sessionId),
    join: (token, name) => client.join(token, name),
    membership: (sessionId) => client.membership(sessionId),
    companionEvents: (sessionId) => client.events(sessionId, 0),
    councilEvents: (sessionId) => client.experience("council").events(sessionId, 0),
    classes: client.classes,
    records: client.records,
    platforms: client.platforms,
    voice: client.voice,
    studies: {
      link: (studyId) => client.studies.link(studyId),
      look: (token) => client.studies.look(token),
      join: (join, idempotencyKey) => client.studies.join(join, { idempotencyKey }),
      decline: (token) => client.studies.decline(token),
      runs: (studyId) => client.studies.runs(studyId),
    },
    line: (experience) => ({
      postEvent: (sessionId, event, idempotencyKey) =>
        client.experience(experience).postEvent(sessionId, event, { idempotencyKey }),
      subscribe: (sessionId, after, { signal, onConnection }) =>
        following(baseUrl, onConnection).experience(experience).subscribe(sessionId, after, { signal }),
    }),
    exportEverything: async () =>
      new Blob([JSON.stringify(await client.exportMe(), null, 2)], { type: "application/json" }),
    deleteEverything: () => client.deleteMe(),
    languageModel: () => client.languageModel(),
    saveLanguageModel: async (input) => {
      await client.saveLanguageModel(input);
    },
    removeLanguageModel: () => client.removeLanguageModel(),
    testLanguageModel: (input) => client.testLanguageModel(input),
    keys: () => client.keys(),
    makeKey: (name) => client.createKey(name),
    deleteKey: (id) => client.deleteKey(id),
    careCounts: () => client.careCounts(),
  };
}

/** A client whose streams say how the connection is, and which tries again at once when the network is back. */
function following(baseUrl: string, onConnection: (change: ConnectionChange) => void) {
  return createClient({
    baseUrl,
    fetch: watchedFetch(onConnection),
    credentials: "same-origin",
    delay: delayUntilOnline,
  });
}
