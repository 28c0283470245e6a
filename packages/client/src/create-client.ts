import { get, post, remove } from "./call.ts";
import type { CallOptions, WriteOptions } from "./call.ts";
import { classesOf } from "./classes-client.ts";
import type { ClassesClient } from "./classes-client.ts";
import { timerDelay } from "./delay.ts";
import type { Delay } from "./delay.ts";
import { platformsOf } from "./platforms-client.ts";
import type { PlatformsClient } from "./platforms-client.ts";
import { recordsOf } from "./records-client.ts";
import type { RecordsClient } from "./records-client.ts";
import { ask, send } from "./request.ts";
import type { Transport } from "./request.ts";
import { collectionOf } from "./collection-client.ts";
import type { CollectionClient } from "./collection-client.ts";
import { sessionsOf } from "./sessions-client.ts";
import { studiesOf } from "./studies-client.ts";
import type { StudiesClient } from "./studies-client.ts";
import type { SessionsClient } from "./sessions-client.ts";
import { voiceOf } from "./voice-client.ts";
import type { VoiceClient } from "./voice-client.ts";
import type {
  ApiKeyEntry,
  CareCounts,
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
import { careCountsAnswerSchema } from "./wire/care-schema.ts";
import { consentAnswerSchema, consentsAnswerSchema, healthSchema, meSchema } from "./wire/me-schema.ts";
import { perceiveAnswerSchema } from "./wire/perceive-schema.ts";
import type { ExperienceId } from "./wire/experience-schemas.ts";
import { invitationAnswerSchema, membershipSchema } from "./wire/sharing-schema.ts";
import { sessionAnswerSchema, sessionsAnswerSchema } from "./wire/session-schema.ts";
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

/**
 * Open Empathic over HTTP, typed. Every call throws an `ApiError` when the server refuses, a
 * `ServerUnreachableError` when no answer comes, an `UnexpectedAnswerError` when the answer is not ours, and the
 * signal's reason when it was aborted.
 */
export interface Client extends Omit<SessionsClient<"companion">, "begin"> {
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

  /** Begins a session of any experience. */
  createSession(session: NewSession, options?: WriteOptions): Promise<Session>;
  /** All sessions or those of one experience, the one with the latest event first. */
  sessions(options?: CallOptions & { readonly experience?: string }): Promise<readonly SessionSummary[]>;
  session(id: string, options?: CallOptions): Promise<Session>;
  deleteSession(id: string, options?: CallOptions): Promise<void>;
  /** Begins a session that goes on from a saved record, given as the whole text of its file. */
  continueSession(experience: ExperienceId, record: string, options?: CallOptions): Promise<Session>;
  /** A new link's token by which others join one's session; an earlier one stops working. */
  invite(id: string, options?: CallOptions): Promise<string>;
  /** Joins the session that an invitation leads to, under a name or without one. */
  join(token: string, name?: string, options?: CallOptions): Promise<Session>;
  /** Who one is in a session's events: "m1" for one's own. */
  membership(id: string, options?: CallOptions): Promise<string>;
  /** Sessions of one experience, with its own events; `events`, `postEvent` and `subscribe` above are the companion's. */
  experience<Id extends ExperienceId>(id: Id): SessionsClient<Id>;

  /** The tutor's classes. */
  readonly classes: ClassesClient;
  /** What of a tutor's session is told to a learning record store. */
  readonly records: RecordsClient;
  /** Learning platforms from which people come to the tutor. */
  readonly platforms: PlatformsClient;
  /** A voice behind the server, where the owner connected one. */
  readonly voice: VoiceClient;
  /** Clips, tasks and answers of the collection. */
  readonly collection: CollectionClient;
  /** Studies: their links, who takes part, and what they did. */
  readonly studies: StudiesClient;

  languageModel(options?: CallOptions): Promise<LanguageModelSetting>;
  saveLanguageModel(setting: NewLanguageModelSetting, options?: CallOptions): Promise<LanguageModelSetting>;
  removeLanguageModel(options?: CallOptions): Promise<void>;
  testLanguageModel(test: LanguageModelTest, options?: CallOptions): Promise<LanguageModelTestAnswer>;

  keys(options?: CallOptions): Promise<readonly ApiKeyEntry[]>;
  createKey(name: string, options?: WriteOptions): Promise<NewApiKey>;
  deleteKey(id: string, options?: CallOptions): Promise<void>;

  /** How often crisis answers were given, by month, without identities; for the owner. */
  careCounts(options?: CallOptions): Promise<CareCounts>;
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
    classes: classesOf(transport),
    records: recordsOf(transport),
    platforms: platformsOf(transport),
    voice: voiceOf(transport),
    ...aboutSettings(transport),
    collection: collectionOf(transport),
    studies: studiesOf(transport),
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
  | keyof Omit<SessionsClient<"companion">, "begin">
  | "createSession"
  | "sessions"
  | "session"
  | "deleteSession"
  | "continueSession"
  | "invite"
  | "join"
  | "membership"
  | "experience"
>;

function aboutSessions(transport: Transport, delay: Delay): AboutSessions {
  const path = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;
  const experience = <Id extends ExperienceId>(id: Id): SessionsClient<Id> =>
    sessionsOf(id, { transport, delay });
  const companion = experience("companion");
  return {
    experience,
    events: (id, after, options) => companion.events(id, after, options),
    postEvent: (id, event, options) => companion.postEvent(id, event, options),
    subscribe: (id, after, options) => companion.subscribe(id, after, options),
    createSession: async (session, options) =>
      (await ask(transport, post("/api/sessions", session, options), sessionAnswerSchema)).session,
    sessions: async (options) => {
      const only =
        options?.experience === undefined ? "" : `?experience=${encodeURIComponent(options.experience)}`;
      return (await ask(transport, get(`/api/sessions${only}`, options), sessionsAnswerSchema)).sessions;
    },
    session: async (id, options) =>
      (await ask(transport, get(path(id), options), sessionAnswerSchema)).session,
    deleteSession: (id, options) => remove(transport, path(id), options),
    continueSession: async (experience, record, options) => {
      const body = { experience, record };
      return (await ask(transport, post("/api/sessions/continue", body, options), sessionAnswerSchema))
        .session;
    },
    invite: async (id, options) =>
      (await ask(transport, post(`${path(id)}/invitation`, {}, options), invitationAnswerSchema)).token,
    join: async (token, name, options) => {
      const body = { token, ...(name === undefined ? {} : { name }) };
      return (await ask(transport, post("/api/invitations/join", body, options), sessionAnswerSchema))
        .session;
    },
    membership: async (id, options) =>
      (await ask(transport, get(`${path(id)}/membership`, options), membershipSchema)).memberId,
  };
}

type AboutSettings = Omit<
  Client,
  | keyof AboutMe
  | keyof AboutSessions
  | "classes"
  | "records"
  | "platforms"
  | "voice"
  | "collection"
  | "studies"
>;

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
    careCounts: (options) => ask(transport, get("/api/care-counts", options), careCountsAnswerSchema),
  };
}
