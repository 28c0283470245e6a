import type { Experience } from "../experience.ts";
import type { StoredEvent, Unstamped } from "../session/session-event.ts";
import { openRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { assertReplays } from "./replay.ts";

/** Somebody who uses an experience at random, and a platform that does what it asks for. */
export interface SimulatedPerson<State, Event extends StoredEvent, Effect> {
  /** The first event: `session-started`. */
  start(random: Random): Unstamped<Event>;
  /** What the person does next, sensible or not; `undefined` when they leave it to the platform. */
  act(state: State, random: Random): Unstamped<Event> | undefined;
  /** What the platform adds for one piece of work; empty for work that leaves no trace. */
  results(effect: Effect, state: State, random: Random): readonly Unstamped<Event>[];
  /** Whether work is for a later time, and so is not waited for at the end of a session; none is unless told. */
  isForLater?(effect: Effect): boolean;
}

/** How much is simulated. */
export interface SimulationSize {
  readonly sessions: number;
  /** Any whole number; the same one gives the same sessions. */
  readonly seed: number;
  /** The most turns of a session. Default 40. */
  readonly turns?: number;
}

/** What was simulated. */
export interface Simulation<State> {
  readonly sessions: number;
  readonly events: number;
  /** How often each kind of event came, over all sessions. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The state of each session when all its work was done. */
  readonly states: readonly State[];
}

/** Work that never ends is a fault of the fold; sessions of forty turns need a few hundred pieces at most. */
const MOST_WORK = 2_000;

/**
 * Runs whole sessions of a simulated person. In each turn the person acts, or the platform does the next piece of work
 * (sometimes twice, as after a crash); clocks are set back now and then. At the end all work is done. Each session
 * must come to an end, replay to the same state from the beginning and from two random cuts, and be plain data.
 *
 * @returns what happened, for a test to look at
 * @throws {Error} For the first session that fails, with its number, its seed and its events in the message.
 */
export function simulate<State, Event extends StoredEvent, Output, Effect>(
  experience: Experience<State, Event, Output, Effect>,
  person: SimulatedPerson<State, Event, Effect>,
  size: SimulationSize,
): Simulation<State> {
  const states: State[] = [];
  const kinds: Record<string, number> = {};
  let count = 0;
  for (let session = 0; session < size.sessions; session += 1) {
    const seed = (Math.imul(size.seed, 1_000_003) + session) >>> 0;
    const events: Event[] = [];
    try {
      states.push(simulateSession(experience, person, { events, random: openRandom(seed), size }));
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `Session ${String(session)} (seed ${String(size.seed)}) failed: ${what}\n${JSON.stringify(events)}`,
        { cause },
      );
    }
    count += events.length;
    for (const { kind } of events) kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { sessions: size.sessions, events: count, kinds, states };
}

interface SessionPlan<Event> {
  /** Filled as the session goes on. */
  readonly events: Event[];
  readonly random: Random;
  readonly size: SimulationSize;
}

function simulateSession<State, Event extends StoredEvent, Output, Effect>(
  experience: Experience<State, Event, Output, Effect>,
  person: SimulatedPerson<State, Event, Effect>,
  { events, random, size }: SessionPlan<Event>,
): State {
  let state = experience.initial;
  let atMs = Date.UTC(2026, 0);
  const tell = (unstamped: Unstamped<Event>): void => {
    // The cast is safe: an event without its stamp, with a stamp.
    const event = { ...unstamped, seq: events.length + 1, atMs } as unknown as Event;
    events.push(event);
    ({ state } = experience.apply(state, event));
  };
  const work = (effect: Effect): void => {
    for (const result of person.results(effect, state, random)) tell(result);
  };
  tell(person.start(random));
  for (let turn = random.below(size.turns ?? 40); turn > 0; turn -= 1) {
    atMs += random.happens(0.05) ? -1000 : random.below(random.happens(0.1) ? 5 * 3_600_000 : 5000);
    const act = random.happens(0.5) ? person.act(state, random) : undefined;
    if (act !== undefined) tell(act);
    const [next] = act === undefined ? experience.pendingEffects(state) : [];
    if (next === undefined) continue;
    work(next);
    if (random.happens(0.2)) work(next);
  }
  finish();
  assertReplays(experience, events, [random.below(events.length + 1), random.below(events.length + 1)]);
  return state;

  function finish(): void {
    // As the server does it: work that left no trace in the state is not done again.
    const tried = new Set<string>();
    for (let pieces = 0; pieces < MOST_WORK; pieces += 1) {
      const next = experience
        .pendingEffects(state)
        .find((effect) => person.isForLater?.(effect) !== true && !tried.has(JSON.stringify(effect)));
      if (next === undefined) return;
      tried.add(JSON.stringify(next));
      work(next);
    }
    throw new Error(`it still waits for work after ${String(MOST_WORK)} pieces`);
  }
}
