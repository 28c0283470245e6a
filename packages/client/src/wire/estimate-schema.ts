import { CATEGORIES, ESTIMATE_SCHEMA } from "@openempathic/affect";
import type { CategoryId } from "@openempathic/affect";
import { z } from "zod";
import { maybe } from "./field.ts";

/** One of the 40 categories. */
export const categoryIdSchema = z.enum(CATEGORIES.map(({ id }) => id) as [CategoryId, ...CategoryId[]]);

/** Likelihood in [0, 1] by category; a missing category was not assessed. */
export const likelihoodsSchema = z.partialRecord(categoryIdSchema, z.number().min(0).max(1));

/** A dimension's mean on [-1, 1] and its standard deviation. */
export const spreadSchema = z.object({ mean: z.number().min(-1).max(1), sd: z.number().positive() });

/** What could be told about the affect in one signal, as it travels. */
export const estimateSchema = z.object({
  schema: z.literal(ESTIMATE_SCHEMA),
  modality: z.enum(["text", "voice", "face", "self-report", "fused"]),
  span: maybe(z.object({ startMs: z.number(), endMs: z.number() })),
  likelihood: likelihoodsSchema,
  dimensions: z.object({
    valence: maybe(spreadSchema),
    arousal: maybe(spreadSchema),
    dominance: maybe(spreadSchema),
  }),
  abstained: z
    .object({
      reason: z.enum(["silence", "no-face", "language", "too-short", "out-of-domain", "not-permitted"]),
      detail: z.string(),
    })
    .nullable(),
  evidence: z.array(
    z.object({
      kind: z.literal("text-span"),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      category: categoryIdSchema,
      weight: z.number(),
    }),
  ),
  source: z.object({
    kind: z.enum(["model", "person", "service"]),
    id: z.string(),
    version: z.string(),
    digest: maybe(z.string()),
  }),
});
