import type { TextSignal } from "../perceiver.ts";
import { maskPeople, type MaskedText } from "./mask-people.ts";

/** A signal in which nobody in particular is spoken of, turns before it included, and its text's way back. */
export interface MaskedSignal {
  readonly signal: TextSignal;
  readonly masked: MaskedText;
}

/** What a model of text reads instead of what was written: see {@link maskPeople}. */
export function maskSignal(signal: TextSignal, knows: (word: string) => boolean): MaskedSignal {
  const masked = maskPeople(signal.text, knows);
  const context = signal.context?.map((turn) => ({ ...turn, text: maskPeople(turn.text, knows).text }));
  return {
    signal: { ...signal, text: masked.text, ...(context === undefined ? {} : { context }) },
    masked,
  };
}
