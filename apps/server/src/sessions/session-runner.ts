import type { SessionFrame, StoredEvent } from "@openempathic/experiences";
import type { EffectMeans } from "../experiences/effect-means.ts";
import type {
  NewEvent,
  Scheduled,
  ServedExperience,
  ServedExperiences,
} from "../experiences/served-experience.ts";
import type { Log } from "../http/log.ts";
import type { Database } from "../storage/open-database.ts";
import { addEvent, experienceOf, readEvents, settleSession, unsettledSessions } from "./event-store.ts";
import type { Notifier } from "./notifier.ts";
import { keepSchedule } from "./schedule.ts";

/** What the runner works with. */
export interface RunnerMeans extends EffectMeans {
  readonly db: Database;
  readonly experiences: ServedExperiences;
  readonly notifier: Notifier;
  readonly log: Log;
}

type Effect = { readonly kind: string };

/** A session as it is kept while it is in use: its experience, and its fold up to `seq`. */
interface Folded {
  readonly served: ServedExperience;
  readonly seq: number;
  readonly state: SessionFrame;
  /** What is stored for later, as JSON; `undefined` while that is not known. */
  readonly schedule?: string;
}

interface Run {
  readonly stop: AbortController;
  again: boolean;
  done: Promise<void>;
}

/** How many sessions' folds are kept; others are folded again from their log when they go on. */
const FOLDS_KEPT = 500;

/**
 * Runs the effects that sessions ask for and adds their results to the log. The log is the only memory: what a
 * session still waits for follows from its events, so a restart goes on where the last process stopped. One
 * session's effects run one after another; different sessions run side by side.
 */
export class SessionRunner {
  readonly #means: RunnerMeans;
  readonly #folds = new Map<string, Folded>();
  readonly #runs = new Map<string, Run>();
  /** How often something was dropped. */
  #drops = 0;
  #closed = false;

  constructor(means: RunnerMeans) {
    this.#means = means;
  }

  /** There is something new in this session: do what it asks for. Returns at once. */
  wake(sessionId: string): void {
    if (this.#closed) return;
    const current = this.#runs.get(sessionId);
    if (current !== undefined) {
      current.again = true;
      return;
    }
    const run: Run = { stop: new AbortController(), again: false, done: Promise.resolve() };
    this.#runs.set(sessionId, run);
    run.done = this.#drive(sessionId, run);
  }

  /** Goes on with everything that was unfinished when the last process ended. */
  async resume(): Promise<void> {
    for (const sessionId of await unsettledSessions(this.#means.db)) this.wake(sessionId);
  }

  /** The session's state now, as its experience has it; `undefined` when there is no such session. */
  async stateOf(sessionId: string): Promise<SessionFrame | undefined> {
    return (await this.#catchUp(sessionId))?.state;
  }

  /** Resolves when the session waits for nothing more, now that its last event is in. */
  async settled(sessionId: string): Promise<void> {
    for (let run = this.#runs.get(sessionId); run !== undefined; run = this.#runs.get(sessionId))
      await run.done;
  }

  /** The session was deleted: stop its work and keep nothing of it. */
  forget(sessionId: string): void {
    this.#runs.get(sessionId)?.stop.abort();
    this.#drop(sessionId);
    this.#means.notifier.announce(sessionId);
  }

  /**
   * Changes what stands in a session's log. Its work stops first, and goes on from what the log holds afterwards, so that
   * nothing which was taken out is written into it again.
   * @throws What `change` throws.
   */
  async rewrite(sessionId: string, change: () => Promise<void>): Promise<void> {
    for (let run = this.#runs.get(sessionId); run !== undefined; run = this.#runs.get(sessionId)) {
      run.stop.abort();
      await run.done;
    }
    const changing = change();
    // It stands where a run would, so that none begins meanwhile.
    const done = changing.catch(() => undefined);
    this.#runs.set(sessionId, { stop: new AbortController(), again: false, done });
    try {
      await changing;
    } finally {
      this.#runs.delete(sessionId);
      this.#drop(sessionId);
      this.#means.notifier.announce(sessionId);
      this.wake(sessionId);
    }
  }

  /** Stops all work; what is unfinished is found again at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    const runs = [...this.#runs.values()];
    for (const { stop } of runs) stop.abort();
    await Promise.all(runs.map(({ done }) => done));
  }

  async #drive(sessionId: string, run: Run): Promise<void> {
    try {
      for (let asked = true; asked && !run.stop.signal.aborted; asked = run.again) {
        run.again = false;
        await this.#work(sessionId, run.stop.signal);
      }
    } catch (error) {
      // The database failed: nothing can be written, so the next wake or start tries again.
      if (!run.stop.signal.aborted) this.#means.log.failure("session-run", error);
    } finally {
      this.#runs.delete(sessionId);
      // What was folded while it was being deleted must not stay.
      if (run.stop.signal.aborted) this.#drop(sessionId);
      // A message may have come after the last look and before the line above.
      if (run.again && !run.stop.signal.aborted) this.wake(sessionId);
    }
  }

  async #work(sessionId: string, signal: AbortSignal): Promise<void> {
    const tried = new Set<string>();
    while (!signal.aborted) {
      const kept = tried.size > 0 ? this.#folds.get(sessionId) : undefined;
      const folded = kept ?? (await this.#catchUp(sessionId));
      if (folded === undefined) return;
      const { served, seq, state } = folded;
      const pending = served.experience.pendingEffects(state);
      // An effect that left no trace in the state would otherwise be run for ever.
      const next = pending.find(
        (effect) => served.scheduled(effect) === undefined && !tried.has(JSON.stringify(effect)),
      );
      if (next === undefined) {
        await this.#keepSchedule(
          sessionId,
          pending.flatMap((effect) => served.scheduled(effect) ?? []),
        );
        await settleSession(this.#means.db, sessionId, seq);
        return;
      }
      tried.add(JSON.stringify(next));
      await this.#run(sessionId, { served, effect: next, state, signal });
    }
  }

  async #run(
    sessionId: string,
    request: {
      readonly served: ServedExperience;
      readonly effect: Effect;
      readonly state: SessionFrame;
      readonly signal: AbortSignal;
    },
  ): Promise<void> {
    const { served, effect, state, signal } = request;
    const session = { sessionId, served };
    try {
      for await (const event of served.runEffect(this.#means, { effect, state, signal })) {
        if (signal.aborted || !(await this.#append(session, event))) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#means.log.failure(`effect-${effect.kind}`, error);
      const event = served.failureEvent(state, effect);
      if (event !== undefined) await this.#append(session, event);
    }
  }

  async #append(
    session: { readonly sessionId: string; readonly served: ServedExperience },
    event: NewEvent,
  ): Promise<boolean> {
    const { db, now, notifier } = this.#means;
    const { sessionId } = session;
    const added = await addEvent(db, session, { event, atMs: now() });
    notifier.announce(sessionId);
    if (added === undefined) return false;
    const kept = this.#folds.get(sessionId);
    // What came in between is read from the log, so that every event is folded in its place.
    if (kept?.seq === added.seq - 1) this.#keep(sessionId, fold(kept, [added]));
    else await this.#catchUp(sessionId);
    return true;
  }

  async #keepSchedule(sessionId: string, waiting: readonly Scheduled[]): Promise<void> {
    const kept = this.#folds.get(sessionId);
    const schedule = JSON.stringify(waiting);
    if (kept?.schedule === schedule) return;
    await keepSchedule(this.#means.db, sessionId, waiting);
    if (kept !== undefined) this.#keep(sessionId, { ...kept, schedule });
  }

  /** The session with all its events folded; `undefined` when it is gone, or of an experience that is not served. */
  async #catchUp(sessionId: string): Promise<Folded | undefined> {
    for (;;) {
      const drops = this.#drops;
      const before = this.#folds.get(sessionId) ?? (await this.#unfolded(sessionId));
      if (before === undefined) return undefined;
      const events = await readEvents(this.#means.db, sessionId, { after: before.seq });
      // What was read may be of a log that has been changed since.
      if (drops !== this.#drops) continue;
      // While the log was read, another reader may have gone further.
      const now = this.#folds.get(sessionId) ?? before;
      return this.#keep(sessionId, fold(now, events));
    }
  }

  /** Keeps nothing of a session, nor anything that is being read of it now. */
  #drop(sessionId: string): void {
    this.#drops += 1;
    this.#folds.delete(sessionId);
  }

  async #unfolded(sessionId: string): Promise<Folded | undefined> {
    const experience = await experienceOf(this.#means.db, sessionId);
    if (experience === undefined) return undefined;
    const served = this.#means.experiences.get(experience);
    if (served === undefined) {
      this.#means.log.failure(
        "session-run",
        new Error("A session is of an experience that is not served here"),
      );
      return undefined;
    }
    return { served, seq: 0, state: served.experience.initial };
  }

  #keep(sessionId: string, folded: Folded): Folded {
    // Taken out and put in again, so that the map's first key is the one unused for longest.
    this.#folds.delete(sessionId);
    this.#folds.set(sessionId, folded);
    const [oldest] = this.#folds.keys();
    if (this.#folds.size > FOLDS_KEPT && oldest !== undefined) this.#folds.delete(oldest);
    return folded;
  }
}

/** Applies the events that come after what is folded already. */
function fold(folded: Folded, events: readonly StoredEvent[]): Folded {
  let { seq, state } = folded;
  for (const event of events) {
    if (event.seq <= seq) continue;
    ({ state } = folded.served.experience.apply(state, event));
    ({ seq } = event);
  }
  return { ...folded, seq, state };
}
