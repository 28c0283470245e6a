/** A value without some of its fields: gone, not undefined, so that it stays the same as JSON. */
export function without<Value extends object, Key extends keyof Value & string>(
  value: Value,
  ...fields: readonly Key[]
): Omit<Value, Key> {
  const kept = Object.entries(value).filter(([name]) => !(fields as readonly string[]).includes(name));
  // The cast is safe: these are the value's own fields, less those named.
  return Object.fromEntries(kept) as Omit<Value, Key>;
}
