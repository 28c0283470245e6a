import { createClient } from "@openempathic/client";
import type { CompanionEvent, PersonEvent, PlatformEvent } from "@openempathic/experiences";
import type { Api, SessionLine, SessionSummary } from "../api/api.ts";
import { fakeAnswer } from "./fake-answer.ts";

/** How a fake service behaves. */
export interface FakeOptions {
  readonly role: "owner" | "participant";
  /** Between one event of an answer and the next, in milliseconds. */
  readonly stepMs: number;
}

interface FakeSession {
  readonly summary: SessionSummary;
  readonly events: CompanionEvent[];
  readonly listeners: Set<() => void>;
}

/** The service in memory: scripted answers, nothing stored. Speaks the same events as the server. */
export function fakeApi(options: FakeOptions): Api {
  const sessions = new Map<string, FakeSession>();
  const seen = new Map<string, CompanionEvent>();
  const add = (session: FakeSession, event: PersonEvent | PlatformEvent): CompanionEvent => {
    const stored: CompanionEvent = { ...event, seq: session.events.length + 1, atMs: Date.now() };
    session.events.push(stored);
    for (const wake of session.listeners) wake();
    return stored;
  };
  const find = (id: string): FakeSession => {
    const session = sessions.get(id);
    if (session === undefined) throw Object.assign(new Error("There is no such session."), { status: 404 });
    return session;
  };
  async function answer(session: FakeSession, of: number, text: string): Promise<void> {
    for (const event of fakeAnswer(of, text)) {
      await new Promise((resolve) => setTimeout(resolve, options.stepMs));
      add(session, event);
    }
  }
  const companionLine: SessionLine<PersonEvent, CompanionEvent> = {
    postEvent: async (id, event, key) => {
      await new Promise((resolve) => setTimeout(resolve, options.stepMs));
      const before = seen.get(key);
      if (before !== undefined) return before;
      const session = find(id);
      const stored = add(session, event);
      seen.set(key, stored);
      if (stored.kind === "message") void answer(session, stored.seq, stored.text);
      return stored;
    },
    async *subscribe(id, after, { signal, onConnection }) {
      const session = find(id);
      onConnection("open");
      let next = after;
      while (!signal.aborted) {
        const event = session.events[next];
        if (event !== undefined) {
          next += 1;
          yield event;
          continue;
        }
        await new Promise<void>((resolve) => {
          const wake = () => {
            session.listeners.delete(wake);
            resolve();
          };
          session.listeners.add(wake);
          signal.addEventListener("abort", wake, { once: true });
        });
      }
    },
  };
  const refuse = () => Promise.reject(new Error("The fake has no classes and reads no records."));
  const nothing = createClient({ baseUrl: "", fetch: refuse });
  return {
    me: () =>
      Promise.resolve({ participant: { id: "p1", role: options.role }, languageModel: { connected: false } }),
    sessions: () => Promise.resolve([...sessions.values()].map(withTitle).reverse()),
    createSession: ({ experience, language, country }) => {
      const id = `s${String(sessions.size + 1)}`;
      const now = Date.now();
      const summary = { id, experience, startedAtMs: now, lastEventAtMs: now, title: null };
      const session = { summary, events: [], listeners: new Set<() => void>() };
      sessions.set(id, session);
      add(session, { kind: "session-started", language, ...(country === undefined ? {} : { country }) });
      add(session, { kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
      return Promise.resolve({ id });
    },
    continueSession: refuse,
    deleteSession: (id) => Promise.resolve(void sessions.delete(id)),
    invite: () => Promise.resolve("fake-invitation-token"),
    join: () => Promise.resolve({ id: "s1" }),
    membership: () => Promise.resolve("m1"),
    companionEvents: () => Promise.resolve([]),
    councilEvents: () => Promise.resolve([]),
    classes: nothing.classes,
    records: nothing.records,
    platforms: nothing.platforms,
    voice: nothing.voice,
    studies: {
      link: () => Promise.reject(new Error("The fake has no studies")),
      look: () => Promise.reject(new Error("The fake has no studies")),
      join: () => Promise.reject(new Error("The fake has no studies")),
      decline: () => Promise.resolve(),
      runs: () => Promise.resolve({ declined: 0, runs: [] }),
    },
    // The cast is safe: the fake has conversations and nothing else.
    line: () => companionLine as never,
    exportEverything: () => Promise.resolve(new Blob([JSON.stringify([...sessions.values()])])),
    deleteEverything: () => {
      sessions.clear();
      return Promise.resolve();
    },
    languageModel: () => Promise.resolve({ hasApiKey: false, source: "none" }),
    saveLanguageModel: () => Promise.resolve(),
    removeLanguageModel: () => Promise.resolve(),
    testLanguageModel: () => Promise.resolve({ ok: false, detail: "Nothing listens there." }),
    keys: () => Promise.resolve([]),
    careCounts: () => Promise.resolve({ months: [] }),
    makeKey: (name) => Promise.resolve({ id: "k1", name, key: "oe_0000" }),
    deleteKey: () => Promise.resolve(),
  };
}

function withTitle({ summary, events }: FakeSession): SessionSummary {
  const first = events.find((event) => event.kind === "message");
  return { ...summary, title: first?.kind === "message" ? first.text.slice(0, 60) : null };
}
