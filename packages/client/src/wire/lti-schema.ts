import { z } from "zod";
import { maybe } from "./field.ts";

const addressSchema = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);
const nameSchema = z.string().trim().min(1).max(255);

const PLATFORM = {
  /** What the owner calls it. */
  name: nameSchema,
  issuer: z.string().min(1).max(2000),
  clientId: nameSchema,
  deploymentIds: z.array(nameSchema).min(1).max(50),
  authUrl: addressSchema,
  tokenUrl: addressSchema,
  jwksUrl: addressSchema,
  /** Whether it is in the owner's own network, where it may also be without TLS. */
  isPrivate: z.boolean(),
};

/** The body of `POST /api/settings/lti-platforms`. */
export const newPlatformSchema = z.strictObject(PLATFORM);

/** `{platforms}`, the oldest first. */
export const platformsSchema = z.object({ platforms: z.array(z.object({ id: z.string(), ...PLATFORM })) });

/** `GET /api/classes/:id/roster`: the learners of a platform's course, or why they are not told. */
export const rosterSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("unreachable") }),
  z.object({
    kind: z.literal("told"),
    members: z.array(z.object({ name: maybe(z.string()), hasJoined: z.boolean() })),
  }),
]);
