/** What JSON can carry. A field that is `undefined` is left out, as JSON.stringify leaves it out. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * Writes a value as JSON in one way only: no white space, names in the order of their UTF-16 units, numbers as
 * ECMAScript writes them. Two programs that hold the same value write the same bytes, so that a digest of them means
 * the value.
 *
 * Source: RFC 8785, JSON Canonicalization Scheme, §3.2.
 *
 * @param value plain data
 * @throws RangeError for a number that is not finite and for half of a surrogate pair, which no UTF-8 can carry
 *
 * @example
 * ```ts
 * import { canonicalJson } from "@openempathic/govern";
 *
 * canonicalJson({ b: [1.0, true], a: "ü" }); // => '{"a":"ü","b":[1,true]}'
 * ```
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`canonicalJson needs finite numbers; it got ${String(value)}`);
  }
  if (typeof value === "string") return canonicalString(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value)
    .filter((field): field is [string, JsonValue] => field[1] !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${canonicalString(name)}:${canonicalJson(field)}`).join(",")}}`;
}

function canonicalString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError("canonicalJson needs well-formed Unicode");
  return JSON.stringify(text);
}

// Array.isArray does not narrow a readonly array out of a union.
function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
