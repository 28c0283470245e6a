import { perceiverContract } from "@openempathic/perceive/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODELS_FOLDER } from "../repository-paths.ts";
import { openPerceivers } from "./open-perceivers.ts";
import { openTextPerceiver } from "./open-text-perceiver.ts";
import { PerceiverPool } from "./perceiver-pool.ts";

const data = { perceiver: "text-mini", modelsFolder: MODELS_FOLDER } as const;
const TEXTS = Array.from(
  { length: 200 },
  (_, i) => `This is sentence ${i}, and I am ${i % 2 ? "happy" : "sad"}.`,
);
const signals = TEXTS.map((text) => ({ kind: "text" as const, text }));

describe("PerceiverPool", { timeout: 120_000 }, () => {
  let pool: PerceiverPool;
  beforeAll(async () => {
    pool = await PerceiverPool.start(data, 2);
  });
  afterAll(() => pool.close());

  for (const { title, check } of perceiverContract(() =>
    Promise.resolve({
      id: pool.id,
      version: pool.version,
      modality: pool.modality,
      coverage: pool.coverage,
      nativeLabelSets: pool.nativeLabelSets,
      perceive: (signal, options) => pool.perceive(signal, options),
      perceiveBatch: (many, options) => pool.perceiveBatch(many, options),
      perceiveLabels: (many, set, options) => pool.perceiveLabels(many, set, options),
      // One pool for all rules: it is closed at the end.
      close: () => Promise.resolve(),
    }),
  )) {
    it(title, check);
  }

  it("says what the perceiver says on the caller's own thread", async () => {
    const here = await openTextPerceiver("text-mini", MODELS_FOLDER);
    const [theirs, own] = [await pool.perceiveBatch(signals), await here.perceiveBatch(signals)];
    await here.close();
    expect(theirs.map(({ source }) => source)).toEqual(own.map(({ source }) => source));
    for (const [i, estimate] of own.entries()) {
      expect(theirs[i]?.likelihood.Sadness).toBeCloseTo(estimate.likelihood.Sadness ?? NaN, 4);
    }
  });

  it("leaves the caller's thread free while it reads", async () => {
    const fresh = TEXTS.map((text) => ({ kind: "text" as const, text: `${text} Again.` }));
    let beats = 0;
    let longestMs = 0;
    const startedMs = performance.now();
    let lastMs = startedMs;
    const beat = setInterval(() => {
      const nowMs = performance.now();
      longestMs = Math.max(longestMs, nowMs - lastMs);
      lastMs = nowMs;
      beats += 1;
    }, 5);
    await pool.perceiveBatch(fresh);
    clearInterval(beat);
    const tookMs = performance.now() - startedMs;
    // On its own thread the batch would hold every beat until it is done. A busy machine holds some for a while.
    expect(beats).toBeGreaterThan(10);
    expect(longestMs).toBeLessThan(Math.max(200, tookMs / 2));
  });

  it("a text that somebody waits for goes before a batch", async () => {
    const batch = pool.perceiveBatch(
      Array.from({ length: 600 }, (_, i) => ({ kind: "text", text: `One more line, number ${i}.` })),
    );
    const order: string[] = [];
    const done = batch.then(() => order.push("batch"));
    await pool
      .perceive({ kind: "text", text: "I am waiting for this one." })
      .then(() => order.push("single"));
    await done;
    expect(order).toEqual(["single", "batch"]);
  });

  it("an abort is heard while a batch is read", async () => {
    const leaving = new AbortController();
    const many = Array.from({ length: 2_000 }, (_, i) => ({
      kind: "text" as const,
      text: `And yet another line ${i}.`,
    }));
    const read = pool.perceiveBatch(many, { signal: leaving.signal });
    const reason = new Error("gone");
    leaving.abort(reason);
    await expect(read).rejects.toBe(reason);
    expect((await pool.perceive({ kind: "text", text: "I am still here." })).abstained).toBeNull();
  });
});

describe("openPerceivers", { timeout: 120_000 }, () => {
  it("reads on the caller's thread when threads cannot start, and says why", async () => {
    const troubles: unknown[] = [];
    const perceivers = await openPerceivers({
      threads: 1,
      startThreads: () => Promise.reject(new Error("no threads here")),
      onTrouble: (error) => troubles.push(error),
    });
    expect(troubles).toEqual([new Error("no threads here")]);
    expect((await perceivers.text.perceive({ kind: "text", text: "I am so happy!" })).abstained).toBeNull();
    await perceivers.close();
  });

  it("closes cleanly, twice if need be, and refuses texts afterwards", async () => {
    const perceivers = await openPerceivers({ threads: 1 });
    await perceivers.close();
    await perceivers.close();
    await expect(perceivers.text.perceive({ kind: "text", text: "Hello there." })).rejects.toThrow();
  });

  it("says so when the folder has no weights", async () => {
    await expect(openPerceivers({ modelsFolder: "/nowhere/at/all", threads: 1 })).rejects.toThrow(/nowhere/u);
  });
});
