import type { Purpose } from "@openempathic/govern";

/** What a fold gives for one event: the next state, and what is to be shown or done. */
export interface Step<State, Output> {
  readonly state: State;
  readonly outputs: readonly Output[];
}

/**
 * A use of the platform: a pure function of a state and an event. It reads no clock, no storage and no network;
 * times arrive in events, and work is asked for as an effect whose result comes back as another event.
 *
 * `Event` is what is stored of a session (see `StoredEvent`), `Output` what one event puts out at once, `Effect` the
 * work that whoever runs the session does.
 */
export interface Experience<State, Event, Output, Effect> {
  /** The word in addresses and on the wire, in small letters: "companion". */
  readonly id: string;
  /** Decides what may be perceived, and which notices are due. */
  readonly purpose: Purpose;
  readonly initial: State;
  /** Total: an event that makes no sense now leaves the very same state and puts nothing out. */
  apply(state: State, event: Event): Step<State, Output>;
  /**
   * All work that a session still waits for, in the order in which to do it: what to run now, and after a restart. It
   * depends on the state alone, so it also repeats what is being done just now; a second result must be ignored.
   */
  pendingEffects(state: State): readonly Effect[];
}
