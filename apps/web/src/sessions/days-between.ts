/** Whole calendar days from one moment to another, by the clock on the wall of this device. */
export function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  // A day with a change of clocks has 23 or 25 hours; rounding takes care of it.
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
}
