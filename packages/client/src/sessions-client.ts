import { z } from "zod";
import { get, post } from "./call.ts";
import type { CallOptions, WriteOptions } from "./call.ts";
import type { Delay } from "./delay.ts";
import { ask } from "./request.ts";
import type { Transport } from "./request.ts";
import { subscribeTo } from "./subscribe.ts";
import type { NewSession, Session } from "./wire.ts";
import { EXPERIENCE_SCHEMAS } from "./wire/experience-schemas.ts";
import type { EventOf, ExperienceId, ExperienceSchemas, PersonEventOf } from "./wire/experience-schemas.ts";
import { sessionAnswerSchema } from "./wire/session-schema.ts";

/** The sessions of one experience, typed by its own events. */
export interface SessionsClient<Id extends ExperienceId> {
  begin(session: Omit<NewSession, "experience">, options?: WriteOptions): Promise<Session>;
  /** Stored events with a seq above `after`, oldest first. */
  events(sessionId: string, after: number, options?: CallOptions): Promise<readonly EventOf<Id>[]>;
  /** Adds what a person did; answered as soon as it is stored. */
  postEvent(sessionId: string, event: PersonEventOf<Id>, options?: WriteOptions): Promise<EventOf<Id>>;
  /** Events as they happen, in order, each once and none missed, until the signal aborts. */
  subscribe(
    sessionId: string,
    after: number,
    options: { readonly signal: AbortSignal },
  ): AsyncIterable<EventOf<Id>>;
}

/** Opens the sessions of one experience; nothing is sent until a method is called. */
export function sessionsOf<Id extends ExperienceId>(
  experience: Id,
  { transport, delay }: { readonly transport: Transport; readonly delay: Delay },
): SessionsClient<Id> {
  // The cast only says what the table says: the schemas under an id are those of its events.
  const { event } = EXPERIENCE_SCHEMAS[experience] as unknown as ExperienceSchemas<
    PersonEventOf<Id>,
    EventOf<Id>
  >;
  const eventAnswer = z.object({ event });
  const eventsAnswer = z.object({ events: z.array(event) });
  const path = (id: string): string => `/api/sessions/${encodeURIComponent(id)}/events`;
  return {
    begin: async (session, options) =>
      (await ask(transport, post("/api/sessions", { experience, ...session }, options), sessionAnswerSchema))
        .session,
    events: async (id, after, options) =>
      (await ask(transport, get(`${path(id)}?after=${String(after)}`, options), eventsAnswer)).events,
    postEvent: async (id, added, options) =>
      (await ask(transport, post(path(id), added, options), eventAnswer)).event,
    subscribe: (sessionId, after, { signal }) =>
      subscribeTo(transport, { sessionId, after, signal, delay, schema: event }),
  };
}
