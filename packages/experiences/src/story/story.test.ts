import { makeEstimate } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import { assertReplaysAnyHistory, simulate } from "../testing/index.ts";
import { drawShape } from "./arc/intended-arc.ts";
import { STORY_SAMPLES } from "./samples/story-samples.ts";
import { replayStory, story } from "./story.ts";
import type { StoryEvent, StoryPersonEvent, StoryPlatformEvent } from "./story-event.ts";
import type { StoryEffect, StoryState } from "./story-state.ts";
import { storyEvents, storyPerson } from "./testing/story-person.ts";

const SOURCE = { kind: "model", id: "text-mini", version: "1.0.0" } as const;

/** A session that is told events one by one. */
class Told {
  state: StoryState = story.initial;
  readonly events: StoryEvent[] = [];

  constructor(...events: readonly (StoryPersonEvent | StoryPlatformEvent)[]) {
    this.tell({ kind: "session-started", language: "en" });
    this.tell({ kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
    for (const event of events) this.tell(event);
  }

  tell(event: StoryPersonEvent | StoryPlatformEvent): void {
    const seq = this.events.length + 1;
    this.events.push({ ...event, seq, atMs: seq * 1000 });
    this.state = story.apply(this.state, { ...event, seq, atMs: seq * 1000 }).state;
  }
}

const brought = (source = STORY_SAMPLES.ink, format: "ink" | "text" = "ink"): StoryPersonEvent => ({
  kind: "script-brought",
  name: "lamp",
  format,
  source,
});
const estimate = (valence: number): Estimate =>
  makeEstimate({
    modality: "text",
    likelihood: { Anger: 0.2 },
    dimensions: { valence: { mean: valence, sd: 0.15 } },
    source: SOURCE,
  });
const toRead = (state: StoryState) =>
  story
    .pendingEffects(state)
    .filter((effect): effect is Extract<StoryEffect, { kind: "read-lines" }> => effect.kind === "read-lines");

describe("story", () => {
  it("ST1: takes a script whole, and leaves the very same state where it cannot be read", () => {
    const session = new Told(brought());
    expect(session.state.work?.script.title).toBe("The lamp");
    const { state } = session;
    session.tell(brought("Hello.\n-> cellar"));
    expect(session.state).toBe(state);
  });

  it("ST2: has each line read once, in parcels, and nothing before the notice was shown", () => {
    const silent = story.apply(story.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
    const early = story.apply(silent.state, { ...brought(), seq: 2, atMs: 1 }).state;
    expect(toRead(early)).toEqual([]);
    const session = new Told(brought("One.\n\nTwo.\n\nOne.\n\nThree.", "text"));
    expect(toRead(session.state)).toEqual([{ kind: "read-lines", script: 3, of: [1, 2, 4] }]);
    session.tell({
      kind: "lines-read",
      script: 3,
      readings: [1, 2].map((of) => ({ of, estimate: estimate(0.1) })),
    });
    expect(toRead(session.state)).toEqual([{ kind: "read-lines", script: 3, of: [4] }]);
    session.tell({ kind: "lines-not-read", script: 3, of: [4] });
    expect(toRead(session.state)).toEqual([]);
    // Brought again with one more line, only that one (and what failed) is read.
    session.tell(brought("One.\n\nTwo.\n\nFour.\n\nThree.", "text"));
    expect(toRead(session.state)).toEqual([{ kind: "read-lines", script: 6, of: [3, 4] }]);
  });

  it("ST3: keeps the way that the writer picks, and what follows from it", () => {
    const session = new Told(brought());
    session.tell({ kind: "fork-picked", block: 1, visit: 0, exit: 1 });
    expect(session.state.work?.picks).toEqual({ 1: [1] });
    const { state } = session;
    session.tell({ kind: "fork-picked", block: 1, visit: 0, exit: 7 });
    session.tell({ kind: "fork-picked", block: 1, visit: 1, exit: 0 });
    session.tell({ kind: "fork-picked", block: 999, visit: 0, exit: 0 });
    expect(session.state).toBe(state);
  });

  it("ST4: has an intended arc drawn or picked, for the reader and for each who speaks, and undone step by step", () => {
    const session = new Told(brought());
    session.tell({ kind: "arc-intended", drawing: drawShape("icarus") });
    session.tell({ kind: "arc-intended", drawing: drawShape("tragedy") });
    session.tell({ kind: "arc-intended", speaker: "June", drawing: drawShape("oedipus") });
    session.tell({ kind: "arc-intended", speaker: "Nobody", drawing: drawShape("oedipus") });
    session.tell({ kind: "arc-intended", drawing: [0, 5] });
    expect(Object.keys(session.state.intended)).toEqual(["reader", "speaker:June"]);
    expect(session.state.intended["reader"]?.drawing).toEqual(drawShape("tragedy"));
    session.tell({ kind: "arc-undone" });
    expect(session.state.intended["reader"]?.drawing).toEqual(drawShape("icarus"));
    session.tell({ kind: "arc-undone" });
    session.tell({ kind: "arc-undone" });
    expect(session.state.intended["reader"]).toEqual({ drawing: null, before: [] });
  });

  it("ST5: lets the writer's own word for a mood stand over what is heard", () => {
    const session = new Told(brought());
    session.tell({ kind: "mood-set", of: 1, mood: "Hope" });
    session.tell({ kind: "mood-set", of: 2, mood: "none" });
    session.tell({ kind: "mood-set", of: 999, mood: "Hope" });
    expect(session.state.work?.moods).toEqual({ 1: "Hope", 2: null });
    session.tell({ kind: "mood-set", of: 1, mood: "as-read" });
    expect(session.state.work?.moods).toEqual({ 2: null });
  });

  it("ST6: changes only the words of a scene that is taken, says what became of each, and takes it back", () => {
    const session = new Told(brought());
    session.tell({ kind: "reader-described", likes: "quiet endings", avoids: "" });
    session.tell({ kind: "scene-asked", from: 2, to: 3, task: "rewrite", wish: "", forReader: true });
    expect(story.pendingEffects(session.state).at(-1)).toEqual({ kind: "write-scene", of: 5 });
    session.tell({ kind: "scene-asked", from: 1, to: 1, task: "rewrite", wish: "", forReader: false });
    expect(session.state.scenes).toHaveLength(1);
    session.tell({
      kind: "scene-written",
      of: 5,
      drafts: [{ words: [{ of: 2, text: "You came. I had stopped hoping." }], gap: 0.1 }],
      best: 0,
      gapBefore: 0.4,
      model: "a-model",
      perceiver: "text-mini",
    });
    const { source = "" } = session.state.work ?? {};
    session.tell({ kind: "scene-decided", of: 5, take: true });
    expect(session.state.work?.source).toBe(
      source.replace("What a lovely evening. I am so glad you came.", "You came. I had stopped hoping."),
    );
    expect(session.state.scenes[0]).toMatchObject({
      reader: { likes: "quiet endings" },
      outcome: { kind: "taken", model: "a-model", gapBefore: 0.4 },
    });
    session.tell({ kind: "words-undone" });
    expect(session.state.work?.source).toBe(source);
    expect(session.state.scenes[0]?.outcome.kind).toBe("undone");
  });

  it("ST6: takes no words that would change the story's shape", () => {
    for (const text of ["-> cellar", "* [Run] -> END", "Hm {", "One\nTwo", "=== x ===", "Nora: Hm."]) {
      const session = new Told(brought());
      session.tell({ kind: "scene-asked", from: 1, to: 1, task: "rewrite", wish: "", forReader: false });
      const drafts = [{ words: [{ of: 1, text }], gap: 0 }];
      const written = {
        kind: "scene-written",
        of: 4,
        drafts,
        best: 0,
        gapBefore: 0,
        model: "m",
        perceiver: "p",
      } as const;
      session.tell(written);
      const { state } = session;
      session.tell({ kind: "scene-decided", of: 4, take: true });
      expect(session.state, text).toBe(state);
    }
  });

  it("ST7: leaves the very same state where an event makes no sense", () => {
    const session = new Told(brought());
    const { state } = session;
    const nonsense: readonly (StoryPersonEvent | StoryPlatformEvent)[] = [
      { kind: "session-started", language: "de" },
      { kind: "words-undone" },
      { kind: "arc-undone" },
      { kind: "scene-decided", of: 3, take: true },
      { kind: "scene-asked", from: 0, to: 1, task: "rewrite", wish: "", forReader: false },
      { kind: "scene-asked", from: Number.NaN, to: 1, task: "rewrite", wish: "", forReader: false },
      { kind: "scene-not-written", of: 3, trouble: "no-model" },
      { kind: "lines-read", script: 2, readings: [{ of: 1, estimate: estimate(0) }] },
      { kind: "lines-read", script: 3, readings: [{ of: 999, estimate: estimate(0) }] },
      { kind: "lines-not-read", script: 3, of: [] },
      { kind: "reader-described", likes: "", avoids: "" },
      // The cast makes the mistake that is tested: an event of a later version.
      { kind: "levitated" } as unknown as StoryPersonEvent,
    ];
    for (const event of nonsense)
      expect(story.apply(state, { ...event, seq: 50, atMs: 9e6 }).state, event.kind).toBe(state);
  });

  it("ST8: is replayed from any history", { timeout: 120_000 }, () => {
    const session = new Told(brought(), { kind: "arc-intended", drawing: drawShape("icarus") });
    expect(replayStory(session.events)).toEqual(session.state);
    assertReplaysAnyHistory(story, storyEvents, { runs: 300 });
  });

  it("ST8: goes through 1,000 sessions of a simulated writer", { timeout: 300_000 }, () => {
    const { sessions, kinds, states } = simulate(story, storyPerson, { sessions: 1000, seed: 1, turns: 60 });
    expect(sessions).toBe(1000);
    for (const kind of ["script-brought", "lines-read", "scene-written", "scene-decided", "words-undone"])
      expect(kinds[kind], kind).toBeGreaterThan(50);
    expect(
      states.filter(({ scenes }) => scenes.some(({ outcome }) => outcome.kind === "taken")).length,
    ).toBeGreaterThan(5);
    for (const state of states) expect(story.pendingEffects(state)).toEqual([]);
  });
});
