/** A change of a slider in hundredths with its sign, such as "+12": what somebody moved, not a share of anything. */
export function signed(change: number, language: string): string {
  const format = new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  // A real minus, as wide as the plus beside it.
  return format.format(change * 100).replace("-", "−");
}
