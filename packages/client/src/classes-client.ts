import { get, post, remove } from "./call.ts";
import type { CallOptions } from "./call.ts";
import { ask } from "./request.ts";
import type { Transport } from "./request.ts";
import type {
  ClassChoices,
  ClassInvitation,
  ClassPlace,
  ClassSummary,
  ClassView,
  JoinClass,
  NewClass,
  Session,
} from "./wire.ts";
import {
  classAnswerSchema,
  classesAnswerSchema,
  classInvitationSchema,
  classPlaceSchema,
  classViewSchema,
} from "./wire/class-schema.ts";
import { sessionAnswerSchema } from "./wire/session-schema.ts";
import { invitationAnswerSchema } from "./wire/sharing-schema.ts";

/** The tutor's classes: a teacher's side, and a learner's. */
export interface ClassesClient {
  make(made: NewClass, options?: CallOptions): Promise<ClassSummary>;
  list(options?: CallOptions): Promise<readonly ClassSummary[]>;
  /** What the teacher sees: groups of five or more, and what learners show themselves. */
  view(id: string, options?: CallOptions): Promise<ClassView>;
  delete(id: string, options?: CallOptions): Promise<void>;
  /** A new link's token; an earlier one stops working. */
  invite(id: string, options?: CallOptions): Promise<string>;
  /** What a link leads to. */
  look(token: string, options?: CallOptions): Promise<ClassInvitation>;
  /** Joins with a new session of one's own; who has joined already just gets theirs. */
  join(join: JoinClass, options?: CallOptions): Promise<Session>;
  /** The class that one's own session is in; `undefined` where it is in none. */
  placeOf(sessionId: string, options?: CallOptions): Promise<ClassPlace | undefined>;
  change(sessionId: string, choices: ClassChoices, options?: CallOptions): Promise<void>;
  /** Leaves; the session stays. */
  leave(sessionId: string, options?: CallOptions): Promise<void>;
}

/** Opens the classes; nothing is sent until a method is called. */
export function classesOf(transport: Transport): ClassesClient {
  const path = (id: string): string => `/api/classes/${encodeURIComponent(id)}`;
  const place = (sessionId: string): string => `/api/sessions/${encodeURIComponent(sessionId)}/class`;
  return {
    make: async (made, options) =>
      (await ask(transport, post("/api/classes", made, options), classAnswerSchema)).class,
    list: async (options) =>
      (await ask(transport, get("/api/classes", options), classesAnswerSchema)).classes,
    view: (id, options) => ask(transport, get(path(id), options), classViewSchema),
    delete: (id, options) => remove(transport, path(id), options),
    invite: async (id, options) =>
      (await ask(transport, post(`${path(id)}/invitation`, {}, options), invitationAnswerSchema)).token,
    look: (token, options) =>
      ask(transport, post("/api/classes/look", { token }, options), classInvitationSchema),
    join: async (join, options) =>
      (await ask(transport, post("/api/classes/join", join, options), sessionAnswerSchema)).session,
    placeOf: async (sessionId, options) =>
      (await ask(transport, get(place(sessionId), options), classPlaceSchema)).place,
    change: async (sessionId, choices, options) => {
      await ask(transport, { ...post(place(sessionId), choices, options), method: "PUT" }, classPlaceSchema);
    },
    leave: (sessionId, options) => remove(transport, place(sessionId), options),
  };
}
