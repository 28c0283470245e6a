import { seededRandom } from "@openempathic/measure";
import type { StudyProtocol, StudyTask } from "./protocol.ts";

/** What chance, fixed beforehand, has in store for one participant. */
export interface Allocation {
  readonly armId: string;
  /** The participant's tasks in their order, by id. */
  readonly order: readonly string[];
}

/**
 * The arm and the order of tasks for the participant with this number. Arms by permuted blocks: within each block every
 * arm comes equally often, in an order that the seed decides. Orders within an arm: as they stand, shuffled, or by
 * Williams' Latin square (1949, doi:10.1071/CH9490149), in which every task stands at each place equally often and
 * follows each other task equally often.
 *
 * It depends on the protocol and the number alone, so that anybody can check it afterwards.
 *
 * @param number from 1, in the order in which people consented
 */
export function allocate(protocol: StudyProtocol, number: number): Allocation {
  const { arms, allocation, tasks, order } = protocol;
  const size = Math.max(allocation.block, arms.length);
  const blockOf = (block: number): readonly string[] => {
    const each = Array.from({ length: size }, (_, index) => arms[index % arms.length]?.id ?? "");
    return shuffled(each, allocation.seed + block * 7919);
  };
  const index = Math.max(1, number) - 1;
  const block = blockOf(Math.floor(index / size));
  const armId = block[index % size] ?? "";
  // Full blocks hold every arm equally often; in the current one those before this participant are counted.
  const before =
    Math.floor(index / size) * (size / arms.length) +
    block.slice(0, index % size).filter((each) => each === armId).length;
  const own = tasks.filter(({ arms: only }) => only === undefined || only.includes(armId));
  return { armId, order: ordered(own, order, { before, seed: allocation.seed + number * 104_729 }) };
}

function ordered(
  tasks: readonly StudyTask[],
  order: StudyProtocol["order"],
  { before, seed }: { readonly before: number; readonly seed: number },
): readonly string[] {
  const moving = tasks.filter(({ moves }) => moves === true).map(({ id }) => id);
  const turn =
    order === "shuffled"
      ? shuffled(moving, seed)
      : order === "latin-square"
        ? (
            williamsSquare(moving.length)[before % Math.max(1, williamsSquare(moving.length).length)] ?? []
          ).map((index) => moving[index] ?? "")
        : moving;
  let next = 0;
  return tasks.map(({ id, moves }) => {
    if (moves !== true) return id;
    next += 1;
    return turn[next - 1] ?? id;
  });
}

/**
 * Williams' square: rows of the numbers 0 to n − 1, balanced for the place and for what comes before. With an even
 * number n rows are enough, with an odd one there are 2n.
 *
 * @example
 * ```ts
 * import { williamsSquare } from "@openempathic/experiences/study";
 *
 * williamsSquare(4); // => [[0, 1, 3, 2], [1, 2, 0, 3], [2, 3, 1, 0], [3, 0, 2, 1]]
 * ```
 */
export function williamsSquare(n: number): readonly (readonly number[])[] {
  if (n === 0) return [];
  const first = Array.from({ length: n }, (_, place) =>
    place === 0 ? 0 : place % 2 === 1 ? (place + 1) / 2 : n - place / 2,
  );
  const rows = Array.from({ length: n }, (_, shift) => first.map((each) => (each + shift) % n));
  return n % 2 === 0 || n === 1 ? rows : [...rows, ...rows.map((row) => row.toReversed())];
}

/** Fisher and Yates' shuffle, seeded. */
function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  const random = seededRandom(seed % 4_294_967_296);
  const list = [...values];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    // The casts are safe: both indexes are inside the list.
    [list[last], list[chosen]] = [list[chosen] as Value, list[last] as Value];
  }
  return list;
}
