/** Where a sitting was, so that a reload in the middle comes back to the second. Only on this device. */
const key = (sessionId: string) => `open-empathic.calm.place.${sessionId}`;

export function keepPlace(sessionId: string, sitting: number, seconds: number): void {
  window.localStorage.setItem(key(sessionId), `${String(sitting)} ${seconds.toFixed(2)}`);
}

/** The seconds that were kept for this sitting; `undefined` where none were. */
export function keptPlace(sessionId: string, sitting: number): number | undefined {
  const [of, seconds] = (window.localStorage.getItem(key(sessionId)) ?? "").split(" ").map(Number);
  return of === sitting && seconds !== undefined && Number.isFinite(seconds) ? seconds : undefined;
}

export function forgetPlace(sessionId: string): void {
  window.localStorage.removeItem(key(sessionId));
}
