import { CATEGORIES, type CategoryId } from "@openempathic/affect";
import { z } from "zod";

const likelihood = z.number().min(0).max(1);
const coordinate = z.number().min(-1).max(1);

// The cast is safe: a test holds the keys against the taxonomy, and every value has the one schema.
const likelihoods = z.object(
  Object.fromEntries(CATEGORIES.map(({ id }) => [id, likelihood])) as Record<CategoryId, typeof likelihood>,
);

/** What the service is asked for: a likelihood of each of the 40 categories, and the three dimensions. */
export const serviceAnswer = z.object({
  likelihood: likelihoods,
  dimensions: z.object({ valence: coordinate, arousal: coordinate, dominance: coordinate }),
});

export type ServiceAnswer = z.infer<typeof serviceAnswer>;

/** The part of a chat completion that is read; whatever else a server sends is its own business. */
export const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
