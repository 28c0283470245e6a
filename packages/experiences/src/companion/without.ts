/** A copy of a record without some of its optional fields. */
export function without<Fields extends object, Key extends keyof Fields & string>(
  fields: Fields,
  keys: readonly Key[],
): Omit<Fields, Key> {
  const dropped: ReadonlySet<string> = new Set(keys);
  // The cast is safe: exactly the named keys are gone.
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !dropped.has(key))) as Omit<Fields, Key>;
}
