import type { z } from "zod";
import { get, post } from "./call.ts";
import type { CallOptions, WriteOptions } from "./call.ts";
import { ask, send } from "./request.ts";
import type { Transport } from "./request.ts";
import type { Session } from "./wire.ts";
import { sessionAnswerSchema } from "./wire/session-schema.ts";
import { invitationAnswerSchema } from "./wire/sharing-schema.ts";
import { studyInvitationSchema, studyRunsSchema } from "./wire/study/study-sharing-schema.ts";
import type { studyJoinSchema } from "./wire/study/study-sharing-schema.ts";

/** What somebody who was asked to take part may know before they answer. */
export type StudyInvitation = z.infer<typeof studyInvitationSchema>;

/** Yes to a study. */
export type StudyJoin = z.infer<typeof studyJoinSchema>;

/** What the participants of one's own study did, by code. */
export type StudyRuns = z.infer<typeof studyRunsSchema>;

/** Studies over the wire; a run's own events are those of `experience("study")`. */
export interface StudiesClient {
  /** A new link's token for a frozen study of one's own; an earlier one stops working. */
  link(studyId: string, options?: CallOptions): Promise<string>;
  /** What a link leads to. */
  look(token: string, options?: CallOptions): Promise<StudyInvitation>;
  /** Takes part: the session of one's run, a new one or the one that is there already. */
  join(join: StudyJoin, options?: WriteOptions): Promise<Session>;
  /** Says no; only the number of those who did is kept. */
  decline(token: string, options?: CallOptions): Promise<void>;
  /** What the participants of one's own study did. */
  runs(studyId: string, options?: CallOptions): Promise<StudyRuns>;
}

/** Opens the studies of a server. */
export function studiesOf(transport: Transport): StudiesClient {
  const path = (id: string): string => `/api/studies/${encodeURIComponent(id)}`;
  return {
    link: async (id, options) =>
      (await ask(transport, post(`${path(id)}/link`, {}, options), invitationAnswerSchema)).token,
    look: (token, options) =>
      ask(transport, post("/api/studies/look", { token }, options), studyInvitationSchema),
    join: async (join, options) =>
      (await ask(transport, post("/api/studies/join", join, options), sessionAnswerSchema)).session,
    decline: async (token, options) => {
      await send(transport, post("/api/studies/decline", { token }, options));
    },
    runs: (id, options) => ask(transport, get(`${path(id)}/runs`, options), studyRunsSchema),
  };
}
