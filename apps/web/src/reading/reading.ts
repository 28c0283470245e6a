import type { Storage } from "../session/outbox.ts";

/** Where this device keeps how somebody likes to read and hear. */
export const READING_KEY = "open-empathic.reading";

/** How large the letters are. */
export const TEXT_SIZES = ["normal", "large", "largest"] as const;

/** How somebody likes to read and hear. */
export interface Reading {
  readonly size: (typeof TEXT_SIZES)[number];
  /** Strong contrast instead of the usual soft colours. */
  readonly contrast: boolean;
  /** Whole answers instead of sentence by sentence, nothing that moves, slower speech. */
  readonly slow: boolean;
  /** Each new answer is read aloud by the device. */
  readonly spoken: boolean;
}

/** What holds until somebody chooses. */
export const USUAL_READING: Reading = { size: "normal", contrast: false, slow: false, spoken: false };

/** Reads what is stored; what is missing or damaged is as usual. */
export function readingFrom(stored: string | null): Reading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored ?? "null");
  } catch {
    return USUAL_READING;
  }
  if (typeof parsed !== "object" || parsed === null) return USUAL_READING;
  const fields = new Map<string, unknown>(Object.entries(parsed));
  return {
    size: TEXT_SIZES.find((size) => size === fields.get("size")) ?? "normal",
    contrast: fields.get("contrast") === true,
    slow: fields.get("slow") === true,
    spoken: fields.get("spoken") === true,
  };
}

/** Keeps a choice on this device. */
export function saveReading(storage: Storage, reading: Reading): void {
  storage.setItem(READING_KEY, JSON.stringify(reading));
}

/** Makes the page as somebody likes it; `reading.css` does the rest. */
export function applyReading(root: Pick<HTMLElement, "dataset">, reading: Reading): void {
  root.dataset["oeSize"] = reading.size;
  root.dataset["oeContrast"] = reading.contrast ? "strong" : "usual";
  root.dataset["oePace"] = reading.slow ? "slow" : "usual";
}
