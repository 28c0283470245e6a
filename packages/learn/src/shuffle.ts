import type { Random } from "@openempathic/measure";

/** Puts numbers in an order drawn from `random` (Fisher and Yates, in place) and returns the same array. */
export function shuffle(order: Int32Array, random: Random): Int32Array {
  for (let last = order.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[pick] as number;
    order[pick] = kept;
  }
  return order;
}
