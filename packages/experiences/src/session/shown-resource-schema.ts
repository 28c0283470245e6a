import type { ShownResource } from "@openempathic/govern";
import { z } from "zod";

/** A line of help as it is kept with what was said. */
export const shownResourceSchema = z.object({
  name: z.string(),
  contact: z.string(),
  hours: z.string(),
  checkedOn: z.string(),
  source: z.string(),
}) satisfies z.ZodType<ShownResource>;
