/** One thing that keeps a protocol from being used. */
export interface ProtocolFault {
  /** Where in the protocol, such as "tasks[2].instrument.items[8].text". */
  readonly path: string;
  readonly reason: string;
  /** The line of the file, from 1; absent where there is no file. */
  readonly line?: number;
}

/** A path that goes on: `at("tasks[1]", "items", 0)` is "tasks[1].items[0]". */
export function at(path: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (so, step) => (typeof step === "number" ? `${so}[${String(step)}]` : so === "" ? step : `${so}.${step}`),
    path,
  );
}

/** A fault at every value that was there before. */
export function twice(values: readonly string[], path: string, reason: string): readonly ProtocolFault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ path: at(path, index), reason: `${reason}: “${value.slice(0, 60)}”` }]
      : [],
  );
}
