// NUL and halves of surrogate pairs: JSON can carry them, PostgreSQL's text and jsonb cannot.
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Whether a text can be stored as it is: no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.search(UNSTORABLE) === -1;
}

/**
 * A copy of plain data in which every text can be stored: what cannot becomes U+FFFD, the replacement character.
 * For what models write; what people send is refused instead, so that nothing they wrote changes unseen.
 */
export function storable<T>(value: T): T {
  // The copy has the same keys and the same kinds of values as the original.
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (typeof value === "string") return value.replace(UNSTORABLE, "\u{FFFD}");
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key.replace(UNSTORABLE, "\u{FFFD}"), copyOf(field)]),
  );
}
