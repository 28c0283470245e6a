/** From a signal to an estimate. */
export type { Coverage, PerceiveOptions, Perceiver, Signal, TextSignal } from "./perceiver.ts";
