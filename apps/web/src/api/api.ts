import type {
  CareCounts,
  ClassesClient,
  EventOf,
  ExperienceId,
  PersonEventOf,
  PlatformsClient,
  RecordsClient,
  StudyInvitation,
  StudyJoin,
  StudyRuns,
  VoiceClient,
} from "@openempathic/client";
import type { Language } from "../i18n/start-i18n.ts";

/** Who is here, and whether a language model is connected. */
export interface Me {
  readonly participant: { readonly id: string; readonly role: "owner" | "participant" };
  readonly languageModel: { readonly connected: boolean; readonly model?: string | undefined };
}

/** A session in the list. */
export interface SessionSummary {
  readonly id: string;
  readonly experience: string;
  readonly startedAtMs: number;
  readonly lastEventAtMs: number;
  readonly title?: string | null | undefined;
}

/** The connection to a language model as the server tells it; the key never leaves the server. */
export interface LanguageModelSettings {
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  readonly hasApiKey: boolean;
  readonly source: "environment" | "saved" | "none";
}

/** What is saved or tried; a missing key keeps the stored one. */
export interface LanguageModelInput {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
}

/** What a connection test found. */
export interface LanguageModelTest {
  readonly ok: boolean;
  readonly detail: string;
  readonly models?: readonly string[] | undefined;
  readonly latencyMs?: number | undefined;
}

/** A key for programs, without its secret. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
}

/** How the stream of a session's events is getting on. */
export type ConnectionChange = "open" | "lost";

/** A session to begin. */
export interface NewSessionInput {
  readonly experience: ExperienceId;
  readonly language: Language;
  readonly country?: string;
}

/** Both directions of one experience's sessions. */
export interface SessionLine<Act, Event> {
  /** Adds an act of the person; the same key twice adds it once. */
  postEvent(sessionId: string, event: Act, idempotencyKey: string): Promise<Event>;
  /** Everything after `after`, then whatever happens, until the signal aborts; resumes by itself after a drop. */
  subscribe(
    sessionId: string,
    after: number,
    options: { signal: AbortSignal; onConnection: (change: ConnectionChange) => void },
  ): AsyncIterable<Event>;
}

/** Studies: one’s own, and taking part in somebody’s. */
export interface StudiesApi {
  /** The token of a new link to one’s own frozen study. */
  link(studyId: string): Promise<string>;
  look(token: string): Promise<StudyInvitation>;
  /** Takes part; the same key twice does it once. */
  join(join: StudyJoin, idempotencyKey: string): Promise<{ readonly id: string }>;
  decline(token: string): Promise<void>;
  runs(studyId: string): Promise<StudyRuns>;
}

/** Everything that the site asks of the server. The real one is made over the client package, a fake in testing. */
export interface Api {
  me(): Promise<Me>;
  sessions(): Promise<readonly SessionSummary[]>;
  createSession(input: NewSessionInput): Promise<{ readonly id: string }>;
  deleteSession(id: string): Promise<void>;
  /** Begins a session that goes on from a saved record. */
  continueSession(experience: ExperienceId, record: string): Promise<{ readonly id: string }>;
  /** The token of a new link by which others join one's session. */
  invite(sessionId: string): Promise<string>;
  /** Joins the session that an invitation leads to. */
  join(token: string, name: string | undefined): Promise<{ readonly id: string }>;
  /** Who one is in a session that several share: "m1" for one's own. */
  membership(sessionId: string): Promise<string>;
  /** All events of a council as one may see them, for its record. */
  councilEvents(sessionId: string): Promise<readonly EventOf<"council">[]>;
  /** The tutor's classes: a teacher's side, and a learner's. */
  readonly classes: ClassesClient;
  /** What of a tutor's session is told to a learning record store. */
  readonly records: RecordsClient;
  /** Learning platforms from which people come to the tutor. */
  readonly platforms: PlatformsClient;
  /** A voice behind the server, where the owner connected one. */
  readonly voice: VoiceClient;
  /** All events of a conversation with the companion. */
  companionEvents(sessionId: string): Promise<readonly EventOf<"companion">[]>;
  readonly studies: StudiesApi;
  /** The events of an experience's sessions. */
  line<Id extends ExperienceId>(experience: Id): SessionLine<PersonEventOf<Id>, EventOf<Id>>;
  exportEverything(): Promise<Blob>;
  deleteEverything(): Promise<void>;
  languageModel(): Promise<LanguageModelSettings>;
  saveLanguageModel(input: LanguageModelInput): Promise<void>;
  removeLanguageModel(): Promise<void>;
  testLanguageModel(input: LanguageModelInput): Promise<LanguageModelTest>;
  keys(): Promise<readonly ApiKey[]>;
  makeKey(name: string): Promise<ApiKey & { readonly key: string }>;
  deleteKey(id: string): Promise<void>;
  /** How often crisis answers were given, by month; for the owner. */
  careCounts(): Promise<CareCounts>;
}

/** Whether a failure means that the thing is not there (or not ours), rather than that asking for it failed. */
export function isNotFound(error: unknown): boolean {
  return typeof error === "object" && error !== null && "status" in error && error.status === 404;
}

/** One sentence about a failure, for people. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
