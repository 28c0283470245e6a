/** A change of a slider in hundredths with its sign, such as "+12": what somebody moved, not a share of anything. */
export function signed(change: number, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 0 }).format(
    change * 100,
  );
}
