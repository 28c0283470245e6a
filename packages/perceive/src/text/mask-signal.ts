import type { TextSignal } from "../perceiver.ts";
import { maskPeople, type MaskedText } from "./mask-people.ts";

/** A signal whose text speaks of nobody in particular, and the way back to the text as it was written. */
export interface MaskedSignal {
  readonly signal: TextSignal;
  readonly masked: MaskedText;
}

/**
 * What a model of text reads instead of what was written: see {@link maskPeople}. The turns before are left as they are:
 * a model that reads them masks as much of them as it reads.
 */
export function maskSignal(signal: TextSignal, knows: (word: string) => boolean): MaskedSignal {
  const masked = maskPeople(signal.text, knows);
  return { signal: { ...signal, text: masked.text }, masked };
}
