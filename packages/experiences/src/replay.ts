import type { Experience } from "./experience.ts";

/** The parts of an experience that fold. */
export type Fold<State, Event> = Pick<Experience<State, Event, unknown, unknown>, "initial" | "apply">;

/** The state after a list of events, oldest first: how a stored session is read. `from` is the state before them. */
export function replay<State, Event>(
  experience: Fold<State, Event>,
  events: Iterable<Event>,
  from: State = experience.initial,
): State {
  let state = from;
  for (const event of events) ({ state } = experience.apply(state, event));
  return state;
}
