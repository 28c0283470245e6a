import { companion } from "@openempathic/client";
import type { Client, CompanionState, PersonEvent } from "@openempathic/client";
import type { ChatPage } from "./show.ts";

/** One session, followed as it happens. */
export class Conversation {
  state: CompanionState = companion.initial;
  readonly #client: Client;
  readonly #sessionId: string;
  readonly #page: ChatPage;
  readonly #waiting = new Set<() => void>();
  #over: { readonly error?: unknown } | undefined;

  constructor(client: Client, sessionId: string, page: ChatPage) {
    this.#client = client;
    this.#sessionId = sessionId;
    this.#page = page;
  }

  /** Takes up what has happened so far, without showing it again. */
  async catchUp(): Promise<void> {
    for (const event of await this.#client.events(this.#sessionId, 0)) {
      this.state = companion.apply(this.state, event).state;
    }
  }

  /** Shows what happens from now on, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    try {
      for await (const event of this.#client.subscribe(this.#sessionId, this.state.lastSeq, { signal })) {
        const step = companion.apply(this.state, event);
        this.state = step.state;
        for (const output of step.outputs) if (output.kind === "show") await this.#page.show(output.show);
        this.#changed();
      }
      this.#over = {};
    } catch (error) {
      this.#over = { error };
    }
    this.#changed();
  }

  /** Adds what the person did; gives its seq. */
  async post(event: PersonEvent): Promise<number> {
    const options = { idempotencyKey: crypto.randomUUID() };
    return (await this.#client.postEvent(this.#sessionId, event, options)).seq;
  }

  /** Waits until the state is so; ends early, without an error, when the conversation is over. */
  async until(isSo: (state: CompanionState) => boolean): Promise<void> {
    while (this.#over === undefined && !isSo(this.state)) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    if (this.#over !== undefined && "error" in this.#over) throw this.#over.error;
  }

  #changed(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
