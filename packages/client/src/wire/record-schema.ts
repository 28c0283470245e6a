import { z } from "zod";
import { maybe, momentSchema } from "./field.ts";

const addressSchema = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);

/** `GET /api/settings/record-store`. The password itself is never sent back. */
export const recordStoreSchema = z.object({
  isConnected: z.boolean(),
  endpoint: maybe(z.string()),
  username: maybe(z.string()),
  home: maybe(z.string()),
});

/** The body of `PUT /api/settings/record-store`. A missing password keeps the one that is saved for this address. */
export const newRecordStoreSchema = z.strictObject({
  endpoint: addressSchema,
  username: z.string().min(1).max(200),
  password: maybe(z.string().min(1).max(2000)),
  /** This server's own address, as statements name it. */
  home: addressSchema,
});

/** `GET /api/sessions/:id/record-sharing`. */
export const recordSharingSchema = z.object({
  /** The host of the connected record store; absent: there is none. */
  store: maybe(z.string()),
  agreed: z.boolean(),
  agreedAtMs: maybe(momentSchema),
  /** How many statements the store has. */
  sent: z.int().nonnegative(),
  /** Whether the last attempt failed, so that the rest waits. */
  isWaiting: z.boolean(),
});

/** `GET /api/sessions/:id/xapi`: statements of the Experience API 1.0.3, as they would be sent. */
export const statementsSchema = z.array(z.looseObject({ id: z.string(), timestamp: z.string() }));
