import type { Purpose } from "@openempathic/govern";

/** What a fold gives for one event: the next state, and what is to be shown or done. */
export interface Step<State, Output> {
  readonly state: State;
  readonly outputs: readonly Output[];
}

/**
 * A use of the platform: a pure function of a state and an event. It reads no clock, no storage and no network;
 * times arrive in events, and work is asked for as an output whose result comes back as another event.
 */
export interface Experience<State, Event, Output> {
  readonly id: string;
  readonly purpose: Purpose;
  readonly initial: State;
  /** Total: an event that makes no sense now leaves the state as it was and puts nothing out. */
  apply(state: State, event: Event): Step<State, Output>;
}
