import { z } from "zod";
import { maybe } from "./field.ts";

/** Problem details (RFC 9457) with our code; kinds of problem may add fields. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: maybe(z.string()),
  /** Stable, kebab-case, listed in docs/errors.md. */
  code: z.string(),
});
