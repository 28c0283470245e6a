import { z } from "zod";

/** How often a crisis answer was given in one group of a month. */
const careGroupSchema = z.object({
  level: z.string(),
  /** The rung that the answer asked about; "staying" once all were. */
  step: z.string(),
  /** ISO 3166-1 alpha-2; empty where people had not said. */
  country: z.string(),
  answers: z.int(),
});

/** `GET /api/care-counts`. Numbers below five are left out, and a total from which one could be reckoned is null. */
export const careCountsAnswerSchema = z.object({
  months: z.array(
    z.object({
      /** YYYY-MM, in UTC. */
      month: z.string(),
      answers: z.int().nullable(),
      groups: z.array(careGroupSchema),
      hasSmallGroups: z.boolean(),
    }),
  ),
});
