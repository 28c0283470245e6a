import type { CompanionEvent, PersonEvent } from "@openempathic/experiences";
import { timerDelay } from "./delay.ts";
import type { Delay } from "./delay.ts";
import { ask, send } from "./request.ts";
import type { ApiRequest, Transport } from "./request.ts";
import { subscribeTo } from "./subscribe.ts";
import type {
  ApiKeyEntry,
  Consent,
  Health,
  LanguageModelSetting,
  LanguageModelTest,
  LanguageModelTestAnswer,
  Me,
  NewApiKey,
  NewConsent,
  NewLanguageModelSetting,
  NewSession,
  PerceiveAnswer,
  PerceiveRequest,
  Session,
  SessionSummary,
} from "./wire.ts";
import { consentAnswerSchema, consentsAnswerSchema, healthSchema, meSchema } from "./wire/me-schema.ts";
import { perceiveAnswerSchema } from "./wire/perceive-schema.ts";
import {
  eventAnswerSchema,
  eventsAnswerSchema,
  sessionAnswerSchema,
  sessionsAnswerSchema,
} from "./wire/session-schema.ts";
import {
  keysAnswerSchema,
  languageModelSchema,
  languageModelTestAnswerSchema,
  newKeyAnswerSchema,
} from "./wire/settings-schema.ts";

/** Where the server is and how to reach it. */
export interface ClientOptions {
  /** Such as "http://127.0.0.1:4747"; "" on the server's own pages. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Sent with every request, such as `authorization: Bearer oe_…`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** As `fetch` takes it; browsers send cookies to their own site without it. */
  readonly credentials?: RequestCredentials;
  /** Waiting between attempts of `subscribe`; the machine's clock unless told. */
  readonly delay?: Delay;
}

/** What every call takes. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** What a write takes: with the same key it is done once, however often it is sent. */
export interface WriteOptions extends CallOptions {
  readonly idempotencyKey?: string;
}

/**
 * Open Empathic over HTTP, typed. Every call throws an `ApiError` when the server refuses, a
 * `ServerUnreachableError` when no answer comes, an `UnexpectedAnswerError` when the answer is not ours, and the
 * signal's reason when it was aborted.
 */
export interface Client {
  health(options?: CallOptions): Promise<Health>;
  me(options?: CallOptions): Promise<Me>;
  /** Everything that is stored about the person, as one JSON document. */
  exportMe(options?: CallOptions): Promise<unknown>;
  /** Deletes the person's sessions, events, consents and keys. */
  deleteMe(options?: CallOptions): Promise<void>;

  giveConsent(consent: NewConsent, options?: WriteOptions): Promise<Consent>;
  consents(options?: CallOptions): Promise<readonly Consent[]>;
  withdrawConsent(id: string, options?: CallOptions): Promise<void>;

  perceive(request: PerceiveRequest, options?: CallOptions): Promise<PerceiveAnswer>;

  createSession(session: NewSession, options?: WriteOptions): Promise<Session>;
  /** Newest first. */
  sessions(options?: CallOptions): Promise<readonly SessionSummary[]>;
  session(id: string, options?: CallOptions): Promise<Session>;
  deleteSession(id: string, options?: CallOptions): Promise<void>;
  /** Stored events with a seq above `after`, oldest first. */
  events(sessionId: string, after: number, options?: CallOptions): Promise<readonly CompanionEvent[]>;
  postEvent(sessionId: string, event: PersonEvent, options?: WriteOptions): Promise<CompanionEvent>;
  /** Events as they happen, in order, each once and none missed, until the signal aborts. */
  subscribe(
    sessionId: string,
    after: number,
    options: { readonly signal: AbortSignal },
  ): AsyncIterable<CompanionEvent>;

  languageModel(options?: CallOptions): Promise<LanguageModelSetting>;
  saveLanguageModel(setting: NewLanguageModelSetting, options?: CallOptions): Promise<LanguageModelSetting>;
  removeLanguageModel(options?: CallOptions): Promise<void>;
  testLanguageModel(test: LanguageModelTest, options?: CallOptions): Promise<LanguageModelTestAnswer>;

  keys(options?: CallOptions): Promise<readonly ApiKeyEntry[]>;
  createKey(name: string, options?: WriteOptions): Promise<NewApiKey>;
  deleteKey(id: string, options?: CallOptions): Promise<void>;
}

/** Opens a client; nothing is sent until a method is called. */
export function createClient(options: ClientOptions): Client {
  const transport: Transport = {
    baseUrl: options.baseUrl,
    fetch: options.fetch,
    headers: options.headers ?? {},
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
  };
  return {
    ...aboutMe(transport),
    ...aboutSessions(transport, options.delay ?? timerDelay),
    ...aboutSettings(transport),
  };
}

type AboutMe = Pick<
  Client,
  "health" | "me" | "exportMe" | "deleteMe" | "giveConsent" | "consents" | "withdrawConsent" | "perceive"
>;

function aboutMe(transport: Transport): AboutMe {
  return {
    health: (options) => ask(transport, get("/api/health", options), healthSchema),
    me: (options) => ask(transport, get("/api/me", options), meSchema),
    exportMe: async (options) =>
      (await send(transport, get("/api/me/export", options))).json() as Promise<unknown>,
    deleteMe: (options) => remove(transport, "/api/me", options),
    giveConsent: async (consent, options) =>
      (await ask(transport, post("/api/consents", consent, options), consentAnswerSchema)).consent,
    consents: async (options) =>
      (await ask(transport, get("/api/consents", options), consentsAnswerSchema)).consents,
    withdrawConsent: (id, options) => remove(transport, `/api/consents/${encodeURIComponent(id)}`, options),
    perceive: (request, options) =>
      ask(transport, post("/api/perceive", request, options), perceiveAnswerSchema),
  };
}

type AboutSessions = Pick<
  Client,
  "createSession" | "sessions" | "session" | "deleteSession" | "events" | "postEvent" | "subscribe"
>;

function aboutSessions(transport: Transport, delay: Delay): AboutSessions {
  const path = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;
  return {
    createSession: async (session, options) =>
      (await ask(transport, post("/api/sessions", session, options), sessionAnswerSchema)).session,
    sessions: async (options) =>
      (await ask(transport, get("/api/sessions", options), sessionsAnswerSchema)).sessions,
    session: async (id, options) =>
      (await ask(transport, get(path(id), options), sessionAnswerSchema)).session,
    deleteSession: (id, options) => remove(transport, path(id), options),
    events: async (id, after, options) =>
      (await ask(transport, get(`${path(id)}/events?after=${String(after)}`, options), eventsAnswerSchema))
        .events,
    postEvent: async (id, event, options) =>
      (await ask(transport, post(`${path(id)}/events`, event, options), eventAnswerSchema)).event,
    subscribe: (sessionId, after, { signal }) => subscribeTo(transport, { sessionId, after, signal, delay }),
  };
}

type AboutSettings = Omit<Client, keyof AboutMe | keyof AboutSessions>;

function aboutSettings(transport: Transport): AboutSettings {
  const path = "/api/settings/language-model";
  return {
    languageModel: (options) => ask(transport, get(path, options), languageModelSchema),
    saveLanguageModel: (setting, options) =>
      ask(transport, { ...post(path, setting, options), method: "PUT" }, languageModelSchema),
    removeLanguageModel: (options) => remove(transport, path, options),
    testLanguageModel: (test, options) =>
      ask(transport, post(`${path}/test`, test, options), languageModelTestAnswerSchema),
    keys: async (options) => (await ask(transport, get("/api/keys", options), keysAnswerSchema)).keys,
    createKey: (name, options) => ask(transport, post("/api/keys", { name }, options), newKeyAnswerSchema),
    deleteKey: (id, options) => remove(transport, `/api/keys/${encodeURIComponent(id)}`, options),
  };
}

function get(path: string, options: CallOptions | undefined): ApiRequest {
  return { method: "GET", path, ...signalOf(options) };
}

function post(path: string, body: unknown, options: WriteOptions | undefined): ApiRequest {
  const key = options?.idempotencyKey;
  return {
    method: "POST",
    path,
    body,
    ...(key === undefined ? {} : { headers: { "idempotency-key": key } }),
    ...signalOf(options),
  };
}

async function remove(transport: Transport, path: string, options: CallOptions | undefined): Promise<void> {
  const response = await send(transport, { method: "DELETE", path, ...signalOf(options) });
  await response.body?.cancel();
}

function signalOf(options: CallOptions | undefined): { readonly signal?: AbortSignal } {
  return options?.signal === undefined ? {} : { signal: options.signal };
}
