import { useState } from "react";

/**
 * What somebody chose, kept on this device, and a way to change a part of it.
 *
 * @param name under which it is kept; begins with "open-empathic."
 * @param read makes a whole of what was kept; it looks at each field, and fills in what is missing or damaged
 */
export function useKept<Value extends object>(
  name: string,
  read: (kept: Readonly<Record<string, unknown>>) => Value,
): [Value, (part: Partial<Value>) => void] {
  const [value, setValue] = useState(() => read(keptUnder(name)));
  const change = (part: Partial<Value>) => {
    const next = { ...value, ...part };
    window.localStorage.setItem(name, JSON.stringify(next));
    setValue(next);
  };
  return [value, change];
}

function keptUnder(name: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(name) ?? "{}");
    // The cast is safe: what is read from it is looked at field by field.
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
