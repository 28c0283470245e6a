import { PURPOSES } from "@openempathic/govern";
import type { Purpose } from "@openempathic/govern";
import { z } from "zod";
import { estimateSchema } from "./estimate-schema.ts";
import { maybe, MESSAGE_MAX_LENGTH, writtenText } from "./field.ts";

/** The declared use. */
// The cast is safe: the list is not empty.
export const purposeSchema = z.enum(PURPOSES as [Purpose, ...Purpose[]]);

/** The body of `POST /api/perceive`. */
export const perceiveRequestSchema = z.strictObject({
  text: writtenText(MESSAGE_MAX_LENGTH),
  purpose: purposeSchema,
  /** BCP 47 tag, where it is known. */
  language: maybe(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, { error: "must be a BCP 47 tag" })),
  /** A label set, such as "goemotions"; adds `labels` to the answer. */
  labels: maybe(z.string().max(64)),
});

/** `{estimate}`, with `labels` where a label set was asked for and the perceiver did not abstain. */
export const perceiveAnswerSchema = z.object({
  estimate: estimateSchema,
  labels: maybe(z.record(z.string(), z.number())),
});
