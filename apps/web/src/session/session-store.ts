import { isNotFound, type SessionLine } from "../api/api.ts";
import { loadOutbox, saveOutbox, type OutgoingEvent, type Storage } from "./outbox.ts";
import { isSameAct } from "./same-act.ts";

/** What an act or an event has in any experience. */
export interface Act {
  readonly kind: string;
}
export interface Stored extends Act {
  readonly seq: number;
  readonly atMs: number;
}

/** The part of an experience that the page needs: the same fold as the server's. */
export interface PageFold<State, Event> {
  readonly initial: State;
  apply(state: State, event: Event): { readonly state: State };
}

/** What the page shows of one session: the folded state, what is still on its way, and the connection. */
export interface SessionSnapshot<State, PersonAct extends Act> {
  /** As the server has it. */
  readonly state: State;
  /** With what the person has just done folded on top, before the server has said that it has it. */
  readonly shown: State;
  readonly outgoing: readonly OutgoingEvent<PersonAct>[];
  readonly connection: "connecting" | "open" | "lost";
  readonly trouble?: "not-found" | "failed";
}

/** What a session store needs from outside. */
export interface SessionStoreDependencies<State, PersonAct extends Act, Event extends Stored> {
  readonly line: SessionLine<PersonAct, Event>;
  readonly fold: PageFold<State, Event>;
  readonly storage: Storage;
  readonly newKey: () => string;
  /** Milliseconds since the epoch, for what is shown before the server has said when it was. */
  readonly now: () => number;
}

/**
 * One session of any experience as a store for React: folds the events that the server streams, keeps the person's own
 * acts until they are acknowledged, and says how the connection is. `close()` ends the stream.
 */
export class SessionStore<State, PersonAct extends Act, Event extends Stored> {
  readonly sessionId: string;
  private readonly needs: SessionStoreDependencies<State, PersonAct, Event>;
  private readonly listeners = new Set<() => void>();
  private readonly stream = new AbortController();
  /** Events that arrived ahead of one that is still missing. */
  private readonly early = new Map<number, Event>();
  /** Keys of acts that have come back in the stream, while their acknowledgement is still under way. */
  private readonly arrived = new Set<string>();
  /** Numbers of events that are known to be acts of this page, by their acknowledgement. */
  private readonly acknowledged = new Set<number>();
  private snapshot: SessionSnapshot<State, PersonAct>;
  private queue: Promise<unknown> = Promise.resolve();
  private nextSeq = 1;
  private toldSoon = false;

  constructor(sessionId: string, needs: SessionStoreDependencies<State, PersonAct, Event>) {
    this.sessionId = sessionId;
    this.needs = needs;
    const { initial } = needs.fold;
    this.snapshot = {
      state: initial,
      shown: initial,
      outgoing: loadOutbox<PersonAct>(needs.storage, sessionId),
      connection: "connecting",
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot<State, PersonAct> => this.snapshot;

  /** Follows the session until `close()`; tries what was left in the outbox once more. */
  async follow(): Promise<void> {
    for (const { key } of this.snapshot.outgoing) void this.sendAgain(key);
    const { signal } = this.stream;
    const onConnection = (connection: "open" | "lost") => {
      const isBack = connection === "open" && this.snapshot.connection === "lost";
      this.change({ connection });
      if (isBack)
        for (const { key, status } of this.snapshot.outgoing)
          if (status === "failed") void this.sendAgain(key);
    };
    try {
      const events = this.needs.line.subscribe(this.sessionId, this.nextSeq - 1, { signal, onConnection });
      for await (const event of events) this.take(event);
    } catch (error) {
      if (!signal.aborted) this.change({ trouble: isNotFound(error) ? "not-found" : "failed" });
    }
  }

  close(): void {
    this.stream.abort();
    this.listeners.clear();
  }

  /** Adds an act of the person. Resolves to whether the server has it; a failure stays in the outbox. */
  async send(event: PersonAct): Promise<boolean> {
    const key = this.needs.newKey();
    this.setOutgoing([...this.snapshot.outgoing, { key, event, status: "sending", after: this.nextSeq - 1 }]);
    return this.post(key, event);
  }

  /** Sends what failed once more, under the same key. */
  async sendAgain(key: string): Promise<boolean> {
    const item = this.snapshot.outgoing.find((each) => each.key === key);
    if (item === undefined) return false;
    this.setOutgoing(
      this.snapshot.outgoing.map((each) => (each === item ? { ...item, status: "sending" } : each)),
    );
    return this.post(key, item.event);
  }

  /** Gives up on what failed. */
  drop(key: string): void {
    this.arrived.delete(key);
    this.setOutgoing(this.snapshot.outgoing.filter((each) => each.key !== key));
  }

  /** One after the other, so that the server hears everything in the order in which it was done. */
  private post(key: string, event: PersonAct): Promise<boolean> {
    const done = this.queue.then(() => this.postNow(key, event));
    this.queue = done;
    return done;
  }

  private async postNow(key: string, event: PersonAct): Promise<boolean> {
    try {
      const stored = await this.needs.line.postEvent(this.sessionId, event, key);
      // Before it is folded, so that it is never shown twice, and no equal act is taken for it.
      this.arrived.add(key);
      if (stored.seq >= this.nextSeq) this.acknowledged.add(stored.seq);
      this.take(stored);
      this.drop(key);
      return true;
    } catch {
      // What went wrong is told by the item's own state, beside the ways to send it again or take it back.
      const failed = (each: OutgoingEvent<PersonAct>): OutgoingEvent<PersonAct> =>
        each.key === key ? { ...each, status: "failed" } : each;
      this.setOutgoing(this.snapshot.outgoing.map(failed));
      return false;
    }
  }

  private take(event: Event): void {
    if (event.seq < this.nextSeq) return;
    this.early.set(event.seq, event);
    let { state } = this.snapshot;
    for (let next = this.early.get(this.nextSeq); next; next = this.early.get(this.nextSeq)) {
      this.early.delete(this.nextSeq);
      this.nextSeq += 1;
      ({ state } = this.needs.fold.apply(state, next));
      this.markArrived(next);
    }
    this.change({ state });
  }

  /** The stream can be quicker than the answer to sending: what it brings is no longer folded on top. */
  private markArrived(event: Event): void {
    if (this.acknowledged.delete(event.seq)) return;
    const item = this.snapshot.outgoing.find(
      ({ key, event: act, after = Infinity }) =>
        after < event.seq && !this.arrived.has(key) && isSameAct(act, event),
    );
    if (item !== undefined) this.arrived.add(item.key);
  }

  private setOutgoing(outgoing: readonly OutgoingEvent<PersonAct>[]): void {
    saveOutbox(this.needs.storage, this.sessionId, outgoing);
    this.change({ outgoing });
    // At once: a field that shows what the state says would else jump back for a moment under the person's hand.
    this.tell();
  }

  /** The state with what is on its way folded on top, in the order in which it was done. */
  private shownFor(state: State, outgoing: readonly OutgoingEvent<PersonAct>[]): State {
    const atMs = this.needs.now();
    const onTop = outgoing.filter(({ key }) => !this.arrived.has(key));
    return onTop.reduce((shown, { event }, index) => {
      // The cast is safe: a stored event is a person's act with a stamp.
      const stamped = { ...event, seq: this.nextSeq + index, atMs } as unknown as Event;
      return this.needs.fold.apply(shown, stamped).state;
    }, state);
  }

  /** Tells the page once for all that arrives together: a long conversation comes as hundreds of events. */
  private change(part: Partial<Omit<SessionSnapshot<State, PersonAct>, "shown">>): void {
    const next = { ...this.snapshot, ...part };
    const isOther = next.state !== this.snapshot.state || next.outgoing !== this.snapshot.outgoing;
    this.snapshot = isOther ? { ...next, shown: this.shownFor(next.state, next.outgoing) } : next;
    if (this.toldSoon) return;
    this.toldSoon = true;
    setTimeout(() => {
      this.toldSoon = false;
      this.tell();
    });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
