/** Minutes since midnight as a clock shows them: "07:05". */
export function clockTime(minuteOfDay: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** Minutes since midnight of a time such as "07:05"; `undefined` where it is none. */
export function minuteOfDay(time: string): number | undefined {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/u.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const all = Number(hour) * 60 + Number(minute);
  return Number(hour) < 24 && Number(minute) < 60 ? all : undefined;
}
