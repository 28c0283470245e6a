/**
 * The size of the smallest part into which groups cut their members: learners who are in exactly the same ones of the
 * groups form a part. Whatever sums of groups are added and subtracted, the result is a sum over whole parts, so nothing
 * smaller than the smallest part can be worked out of them.
 *
 * @returns Infinity where the groups have no members
 * @example
 * ```ts
 * import { smallestPart } from "@openempathic/experiences/tutor";
 *
 * smallestPart([["a", "b", "c"], ["b", "c"]]); // => 1
 * ```
 */
export function smallestPart(groups: readonly (readonly string[])[]): number {
  const memberships = new Map<string, string>();
  for (const [index, group] of groups.entries()) {
    for (const member of group) memberships.set(member, `${memberships.get(member) ?? ""},${index}`);
  }
  const sizes = new Map<string, number>();
  for (const membership of memberships.values()) sizes.set(membership, (sizes.get(membership) ?? 0) + 1);
  return Math.min(...sizes.values());
}
