import type { Helpline } from "./helplines-for.ts";

/** A line of help as it is shown and kept with what was said, verbatim from the checked table. */
export type ShownResource = Pick<Helpline, "name" | "contact" | "hours" | "checkedOn" | "source">;

/**
 * What is shown and kept of a line of help: all but the languages, by which it was chosen.
 *
 * @example
 * ```ts
 * import { helplinesFor, shownResource } from "@openempathic/govern";
 *
 * helplinesFor("at").entries.slice(0, 1).map(shownResource).map(({ contact }) => contact); // => ["142"]
 * ```
 */
export function shownResource({ name, contact, hours, checkedOn, source }: Helpline): ShownResource {
  return { name, contact, hours, checkedOn, source };
}
