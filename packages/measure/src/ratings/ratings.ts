/** What a rater may answer: a category's name, or a number. */
export type RatingValue = string | number;

/** One answer of one rater about one unit (a clip, a text, a person). */
export interface Rating<Value extends RatingValue = RatingValue> {
  readonly unit: string;
  readonly rater: string;
  readonly value: Value;
}

/**
 * Many ratings, held in a few arrays: the ratings of unit `u` are those from `unitStart[u]` up to, without,
 * `unitStart[u + 1]`. What nobody answered is simply not there. Names and values are sorted and so are the ratings
 * (by unit, rater, value), hence whatever is worked out from them cannot depend on the order in which they came.
 */
export interface Ratings<Value extends RatingValue = RatingValue> {
  readonly units: readonly string[];
  readonly raters: readonly string[];
  /** Each value that occurs, once; numbers rise. */
  readonly values: readonly Value[];
  /** One more than there are units. */
  readonly unitStart: Int32Array;
  /** For each rating, the index of its rater. */
  readonly raterIndex: Int32Array;
  /** For each rating, the index of its value. */
  readonly valueIndex: Int32Array;
}

/**
 * The ratings of a list, in any order. A rater may answer about a unit more than once.
 *
 * @throws {RangeError} For a value that is no finite number and no text.
 * @example
 * ```ts
 * import { collectRatings } from "@openempathic/measure";
 *
 * const ratings = collectRatings([{ unit: "clip 2", rater: "ana", value: "joy" }, { unit: "clip 1", rater: "ben", value: "awe" }]);
 * ratings.units; // => ["clip 1", "clip 2"]
 * ratings.values; // => ["awe", "joy"]
 * ```
 */
export function collectRatings<Value extends RatingValue>(ratings: Iterable<Rating<Value>>): Ratings<Value> {
  const collector = new RatingCollector<Value>();
  for (const { unit, rater, value } of ratings) collector.add(unit, rater, value);
  return collector.finish();
}

/**
 * The ratings of a table: a row for each unit, a column for each rater, `undefined` where a rater did not answer.
 * Units and raters are named by their place, "0001" and so on, so that their order is kept.
 *
 * @throws {RangeError} When the rows differ in length.
 * @example
 * ```ts
 * import { ratingsFromTable } from "@openempathic/measure";
 *
 * ratingsFromTable([[1, 2], [undefined, 3]]).valueIndex.length; // => 3
 * ratingsFromTable([[1, 2], [3]]); // throws RangeError
 * ```
 */
export function ratingsFromTable<Value extends RatingValue>(
  rows: readonly (readonly (Value | undefined)[])[],
): Ratings<Value> {
  const collector = new RatingCollector<Value>();
  const columns = rows[0]?.length ?? 0;
  for (const [unit, row] of rows.entries()) {
    if (row.length !== columns) {
      throw new RangeError(
        `ratingsFromTable needs rows of one length, got ${columns} and, in row ${unit}, ${row.length}`,
      );
    }
    for (const [rater, value] of row.entries()) {
      if (value !== undefined) collector.add(place(unit), place(rater), value);
    }
  }
  return collector.finish();
}

function place(index: number): string {
  return String(index + 1).padStart(9, "0");
}

/** The indices of `names` in sorted order, and where each went. */
interface Ordered<Value> {
  readonly sorted: readonly Value[];
  readonly newIndex: Int32Array;
}

/**
 * Takes ratings in one by one, from a stream for instance, in 12 bytes each beside the names (20 to 28 where each rater
 * may answer about a unit only once, for that has to be remembered).
 *
 * @example
 * ```ts
 * import { RatingCollector } from "@openempathic/measure";
 *
 * const collector = new RatingCollector({ once: true });
 * collector.add("clip", "ana", "joy"); // => true
 * collector.add("clip", "ana", "awe"); // => false
 * collector.size; // => 1
 * ```
 */
export class RatingCollector<Value extends RatingValue = RatingValue> {
  readonly #units = new Map<string, number>();
  readonly #raters = new Map<string, number>();
  readonly #values = new Map<Value, number>();
  readonly #once: boolean;
  #rows = new Int32Array(3 * 1024);
  #size = 0;
  /** Open addressing: index + 1 of a rating, 0 where empty; at most half full. */
  #slots = new Int32Array(0);

  constructor({ once = false }: { readonly once?: boolean } = {}) {
    this.#once = once;
    if (once) this.#slots = new Int32Array(2048);
  }

  /** How many ratings it holds. */
  get size(): number {
    return this.#size;
  }

  /**
   * Takes one rating in.
   *
   * @returns `false`, and nothing is taken, where `once` was asked and this rater has already rated this unit.
   * @throws {RangeError} For a value that is no finite number and no text.
   */
  add(unit: string, rater: string, value: Value): boolean {
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new RangeError(`RatingCollector needs finite numbers or text as values, got ${value}`);
    }
    const row = 3 * this.#size;
    if (row === this.#rows.length) this.#grow();
    const unitIndex = indexIn(this.#units, unit);
    const raterIndex = indexIn(this.#raters, rater);
    if (this.#once && !this.#claim(unitIndex, raterIndex)) return false;
    this.#rows[row] = unitIndex;
    this.#rows[row + 1] = raterIndex;
    this.#rows[row + 2] = indexIn(this.#values, value === 0 ? (0 as Value) : value);
    this.#size += 1;
    return true;
  }

  /** All that came, in sorted order. More can be added afterwards, and this can be asked again. */
  finish(): Ratings<Value> {
    const units = ordered([...this.#units.keys()]);
    const raters = ordered([...this.#raters.keys()]);
    const values = ordered([...this.#values.keys()]);
    // A stable counting sort by value, then rater, then unit leaves them sorted by unit, rater and value.
    let order = Int32Array.from({ length: this.#size }, (_, i) => i);
    for (const [column, { newIndex, sorted }] of [values, raters, units].entries()) {
      const key = (i: number): number => newIndex[this.#rows[3 * i + 2 - column] as number] as number;
      order = countingSort(order, key, sorted.length);
    }
    const unitStart = new Int32Array(units.sorted.length + 1);
    const raterIndex = new Int32Array(this.#size);
    const valueIndex = new Int32Array(this.#size);
    for (const [at, i] of order.entries()) {
      const unit = units.newIndex[this.#rows[3 * i] as number] as number;
      unitStart[unit + 1] = at + 1;
      raterIndex[at] = raters.newIndex[this.#rows[3 * i + 1] as number] as number;
      valueIndex[at] = values.newIndex[this.#rows[3 * i + 2] as number] as number;
    }
    const names = { units: units.sorted, raters: raters.sorted, values: values.sorted };
    return { ...names, unitStart, raterIndex, valueIndex };
  }

  #grow(): void {
    const rows = new Int32Array(2 * this.#rows.length);
    rows.set(this.#rows);
    this.#rows = rows;
  }

  /** Notes that the next rating is of this unit and rater; `false` where there is one already. */
  #claim(unit: number, rater: number): boolean {
    if (2 * (this.#size + 1) > this.#slots.length) this.#rehash();
    const slot = this.#slotOf(unit, rater);
    if (this.#slots[slot] !== 0) return false;
    this.#slots[slot] = this.#size + 1;
    return true;
  }

  #slotOf(unit: number, rater: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(unit, 0x9e3779b1) ^ Math.imul(rater + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const row = 3 * ((this.#slots[slot] as number) - 1);
      if (row < 0 || (this.#rows[row] === unit && this.#rows[row + 1] === rater)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let i = 0; i < this.#size; i++) {
      const slot = this.#slotOf(this.#rows[3 * i] as number, this.#rows[3 * i + 1] as number);
      this.#slots[slot] = i + 1;
    }
  }
}

function indexIn<Key>(indices: Map<Key, number>, key: Key): number {
  const known = indices.get(key);
  if (known !== undefined) return known;
  indices.set(key, indices.size);
  return indices.size - 1;
}

function ordered<Value extends RatingValue>(values: readonly Value[]): Ordered<Value> {
  const order = values.map((_, i) => i).sort((a, b) => compare(values[a] as Value, values[b] as Value));
  const newIndex = new Int32Array(values.length);
  for (const [at, i] of order.entries()) newIndex[i] = at;
  return { sorted: order.map((i) => values[i] as Value), newIndex };
}

/** Numbers before texts, numbers by size, texts by code unit: the same on every machine, whatever its language. */
function compare(a: RatingValue, b: RatingValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function countingSort(order: Int32Array, key: (i: number) => number, keys: number): Int32Array<ArrayBuffer> {
  const start = new Int32Array(keys + 1);
  for (const i of order) start[key(i) + 1] = (start[key(i) + 1] as number) + 1;
  for (let k = 0; k < keys; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const sorted = new Int32Array(order.length);
  for (const i of order) {
    const k = key(i);
    sorted[start[k] as number] = i;
    start[k] = (start[k] as number) + 1;
  }
  return sorted;
}
