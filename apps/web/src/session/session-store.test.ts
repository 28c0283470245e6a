import { describe, expect, it } from "vitest";
import type { SessionLine } from "../api/api.ts";
import { SessionStore } from "./session-store.ts";

interface Said {
  readonly kind: "said";
  readonly words: string;
}
type Stored = Said & { readonly seq: number; readonly atMs: number };

const fold = {
  initial: [] as readonly string[],
  apply: (state: readonly string[], { words }: Stored) => ({ state: [...state, words] }),
};

/** A line whose answers and stream the test holds in its hands. */
function openLine() {
  const posts: {
    readonly key: string;
    readonly answer: (stored: Stored) => void;
    readonly fail: () => void;
  }[] = [];
  let tell: ((event: Stored) => void) | undefined;
  const line: SessionLine<Said, Stored> = {
    postEvent: (_id, _event, key) =>
      new Promise((resolve, reject) => {
        posts.push({ key, answer: resolve, fail: () => reject(new Error("no network")) });
      }),
    async *subscribe(_id, _after, { signal }) {
      while (!signal.aborted) yield await new Promise<Stored>((resolve) => void (tell = resolve));
    },
  };
  return { line, posts, tell: (event: Stored) => tell?.(event) };
}

function memory() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

function openStore() {
  const service = openLine();
  const storage = memory();
  let keys = 0;
  const needs = { line: service.line, fold, storage, newKey: () => `k${String((keys += 1))}`, now: () => 7 };
  const store = new SessionStore("s1", needs);
  void store.follow();
  return { ...service, storage, store, needs };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const stored = (seq: number, words: string): Stored => ({ kind: "said", words, seq, atMs: 1 });

describe("a session in the page", () => {
  it("shows what was done before the server has it, and once only when it has", async () => {
    const { store, posts, tell } = openStore();
    const sent = store.send({ kind: "said", words: "hello" });
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: [], shown: ["hello"] });
    // The stream is quicker than the answer.
    tell(stored(1, "hello"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: ["hello"], shown: ["hello"] });
    posts[0]?.answer(stored(1, "hello"));
    expect(await sent).toBe(true);
    expect(store.getSnapshot()).toMatchObject({ state: ["hello"], shown: ["hello"], outgoing: [] });
    store.close();
  });

  it("tells the page of an act in the same moment, so that no field jumps back under the hand", () => {
    const { store } = openStore();
    const seen: (readonly string[])[] = [];
    store.subscribe(() => void seen.push(store.getSnapshot().shown));
    void store.send({ kind: "said", words: "hello" });
    expect(seen).toEqual([["hello"]]);
    store.close();
  });

  it("tells two equal acts apart, and keeps the order in which they were done", async () => {
    const { store, posts } = openStore();
    void store.send({ kind: "said", words: "yes" });
    void store.send({ kind: "said", words: "yes" });
    await settle();
    expect(store.getSnapshot().shown).toEqual(["yes", "yes"]);
    expect(posts).toHaveLength(1);
    posts[0]?.answer(stored(1, "yes"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: ["yes"], shown: ["yes", "yes"] });
    posts[1]?.answer(stored(2, "yes"));
    await settle();
    expect(store.getSnapshot()).toMatchObject({ state: ["yes", "yes"], shown: ["yes", "yes"] });
    store.close();
  });

  it("keeps what failed over a reload, and sends it under the same key", async () => {
    const { store, posts, storage, needs } = openStore();
    const sent = store.send({ kind: "said", words: "hello" });
    await settle();
    posts[0]?.fail();
    expect(await sent).toBe(false);
    expect(store.getSnapshot().outgoing).toMatchObject([{ key: "k1", status: "failed" }]);
    store.close();
    expect([...storage.items.keys()]).toEqual(["open-empathic.outbox.s1"]);
    const reloaded = new SessionStore("s1", needs);
    void reloaded.follow();
    await settle();
    expect(posts[1]?.key).toBe("k1");
    posts[1]?.answer(stored(1, "hello"));
    await settle();
    expect(reloaded.getSnapshot()).toMatchObject({ state: ["hello"], outgoing: [] });
    expect(storage.items.size).toBe(0);
    reloaded.close();
  });
});
