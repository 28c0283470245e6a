import { LANGUAGE_KEY } from "./preferences.ts";

/** Forgets what this device kept of a person: drafts, unsent messages, the country. The language stays. */
export function forgetDevice(storage: globalThis.Storage): void {
  const ours = Object.keys(storage).filter(
    (name) => name.startsWith("open-empathic.") && name !== LANGUAGE_KEY,
  );
  for (const name of ours) storage.removeItem(name);
}
