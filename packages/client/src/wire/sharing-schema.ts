import { z } from "zod";
import { maybe, writtenText } from "./field.ts";

/** `POST /api/sessions/:id/invitation`: what a link to a shared session holds. */
export const invitationAnswerSchema = z.object({ token: z.string() });

/** The body of `POST /api/invitations/join`. */
export const joinSchema = z.strictObject({
  token: z.string().regex(/^[\w-]{20,200}$/u, { error: "must be the token of an invitation" }),
  /** What the others see; absent: a number. */
  name: maybe(writtenText(60)),
});

/** `GET /api/sessions/:id/membership`. */
export const membershipSchema = z.object({ memberId: z.string() });
