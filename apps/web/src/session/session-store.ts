import { companion } from "@openempathic/experiences";
import type { CompanionEvent, CompanionState, PersonEvent } from "@openempathic/experiences";
import { isNotFound, type Api } from "../api/api.ts";
import { loadOutbox, saveOutbox, type OutgoingEvent, type Storage } from "./outbox.ts";

/** What the page shows of one session: the folded state, what is still on its way, and the connection. */
export interface SessionSnapshot {
  readonly state: CompanionState;
  /** The parts of replies in progress, by the message's seq, in order; the page announces and fades in each. */
  readonly parts: ReadonlyMap<number, readonly string[]>;
  readonly outgoing: readonly OutgoingEvent[];
  readonly connection: "connecting" | "open" | "lost";
  readonly trouble?: "not-found" | "failed";
}

/** What a session store needs from outside. */
export interface SessionStoreDependencies {
  readonly api: Api;
  readonly storage: Storage;
  readonly newKey: () => string;
}

/**
 * One session as a store for React: folds the events that the server streams, keeps the person's own acts until
 * they are acknowledged, and says how the connection is. `close()` ends the stream.
 */
export class SessionStore {
  readonly sessionId: string;
  private readonly needs: SessionStoreDependencies;
  private readonly listeners = new Set<() => void>();
  private readonly stream = new AbortController();
  /** Events that arrived ahead of one that is still missing. */
  private readonly early = new Map<number, CompanionEvent>();
  private snapshot: SessionSnapshot;
  private queue: Promise<unknown> = Promise.resolve();
  private nextSeq = 1;
  private toldSoon = false;

  constructor(sessionId: string, needs: SessionStoreDependencies) {
    this.sessionId = sessionId;
    this.needs = needs;
    this.snapshot = {
      state: companion.initial,
      parts: new Map(),
      outgoing: loadOutbox(needs.storage, sessionId),
      connection: "connecting",
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot => this.snapshot;

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
      const events = this.needs.api.subscribe(this.sessionId, this.nextSeq - 1, { signal, onConnection });
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
  async send(event: PersonEvent): Promise<boolean> {
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
    this.setOutgoing(this.snapshot.outgoing.filter((each) => each.key !== key));
  }

  /** One after the other, so that the server hears everything in the order in which it was done. */
  private post(key: string, event: PersonEvent): Promise<boolean> {
    const done = this.queue.then(() => this.postNow(key, event));
    this.queue = done;
    return done;
  }

  private async postNow(key: string, event: PersonEvent): Promise<boolean> {
    try {
      const stored = await this.needs.api.postEvent(this.sessionId, event, key);
      this.take(stored);
      this.drop(key);
      return true;
    } catch {
      // What went wrong is told by the item's own state, beside the ways to send it again or take it back.
      const failed = (each: OutgoingEvent): OutgoingEvent =>
        each.key === key ? { ...each, status: "failed" } : each;
      this.setOutgoing(this.snapshot.outgoing.map(failed));
      return false;
    }
  }

  private take(event: CompanionEvent): void {
    if (event.seq < this.nextSeq) return;
    this.early.set(event.seq, event);
    let { state, parts } = this.snapshot;
    for (let next = this.early.get(this.nextSeq); next; next = this.early.get(this.nextSeq)) {
      this.early.delete(this.nextSeq);
      this.nextSeq += 1;
      state = companion.apply(state, next).state;
      parts = partsAfter(parts, next);
    }
    this.change({ state, parts });
  }

  private setOutgoing(outgoing: readonly OutgoingEvent[]): void {
    saveOutbox(this.needs.storage, this.sessionId, outgoing);
    this.change({ outgoing });
  }

  /** Tells the page once for all that arrives together: a long conversation comes as hundreds of events. */
  private change(part: Partial<SessionSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    if (this.toldSoon) return;
    this.toldSoon = true;
    setTimeout(() => {
      this.toldSoon = false;
      for (const listener of this.listeners) listener();
    });
  }
}

function partsAfter(
  parts: ReadonlyMap<number, readonly string[]>,
  event: CompanionEvent,
): ReadonlyMap<number, readonly string[]> {
  if (event.kind === "reply-part") {
    return new Map(parts).set(event.of, [...(parts.get(event.of) ?? []), event.text]);
  }
  if (event.kind === "reply-retried" || event.kind === "planned") {
    const without = new Map(parts);
    without.delete(event.of);
    return without;
  }
  return parts;
}
