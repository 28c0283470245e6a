/**
 * Whether a stored event is what an act became: all that the act says, the event says too. The order of fields does
 * not count, since databases keep their own.
 */
export function isSameAct(act: object, event: object): boolean {
  const stored = new Map(Object.entries(event));
  return Object.entries(act).every(([name, value]) => isSame(value, stored.get(name)));
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || one === null) return one === other;
  if (typeof other !== "object" || other === null || Array.isArray(one) !== Array.isArray(other))
    return false;
  return Object.keys(one).length === Object.keys(other).length && isSameAct(one, other);
}
