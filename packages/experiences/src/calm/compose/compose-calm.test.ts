import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CALM_AIMS, CAUTIONS } from "../calm-lists.ts";
import type { TechniqueId } from "../calm-lists.ts";
import { calmHistory } from "../history/calm-history.ts";
import type { PastSitting } from "../history/calm-history.ts";
import { scriptDurationMs } from "../script/segment-duration.ts";
import { readCalmScript } from "../script/read-calm-script.ts";
import { speakingSeconds } from "../technique/speaking-seconds.ts";
import { TECHNIQUES, techniqueById } from "../technique/techniques.ts";
import { composeCalm } from "./compose-calm.ts";
import type { CalmWish } from "./compose-calm.ts";

// Much computing, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Anything that the page can ask for. */
const wishes: fc.Arbitrary<CalmWish> = fc
  .record({
    language: fc.constantFrom("en", "de"),
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.1, max: 60, noNaN: true })),
    technique: optional(fc.constantFrom(...TECHNIQUES.map(({ id }) => id))),
    aim: optional(fc.constantFrom(...CALM_AIMS)),
    before: optional(fc.record({ valence: unit, arousal: unit })),
    cautions: optional(fc.uniqueArray(fc.constantFrom(...CAUTIONS))),
    hour: optional(fc.nat(23)),
    taste: optional(
      fc.record({ bells: fc.boolean(), breathSound: fc.boolean(), holds: fc.boolean(), level: unit }),
    ),
    seed: fc.nat(),
  })
  .map((wish) => {
    const entries = Object.entries(wish).filter(([, value]) => value !== undefined);
    // The cast is safe: only what is undefined was taken away.
    return Object.fromEntries(entries) as unknown as CalmWish;
  });

function sittings(technique: TechniqueId, change: number): PastSitting[] {
  return Array.from({ length: 6 }, (_none, i) => ({
    sitting: i,
    technique,
    startedAtMs: i,
    plannedSeconds: 300,
    practisedSeconds: 300,
    how: "finished" as const,
    before: { valence: 0.5, arousal: 0.5 },
    after: { valence: 0.5 + change + 0.01 * (i % 3), arousal: 0.5 - change - 0.01 * (i % 2) },
  }));
}

describe("composeCalm", () => {
  it("CC1: lasts exactly as long as was asked for, within what the technique allows, and says where it does not", () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { script, why } = composeCalm(wish);
        const { minMinutes, maxMinutes } = techniqueById(script.technique);
        const minutes = Math.min(Math.max(wish.minutes, minMinutes), maxMinutes);
        expect(scriptDurationMs(script)).toBe(Math.round(minutes * 60_000));
        expect(why.some(({ kind }) => kind === "longer")).toBe(wish.minutes < minMinutes);
        expect(why.some(({ kind }) => kind === "shorter")).toBe(wish.minutes > maxMinutes);
      }),
      { numRuns: 500 },
    );
  });

  it("makes scripts that its own reader takes unchanged, with time enough to say every line", () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { script } = composeCalm(wish);
        expect(readCalmScript(JSON.parse(JSON.stringify(script)))).toEqual(script);
        for (const segment of script.segments) {
          if (segment.kind === "words")
            expect(segment.seconds).toBeGreaterThanOrEqual(speakingSeconds(segment.text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("CC2: asks nobody to hold their breath who did not ask for it, or who ticked something against it", () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { script } = composeCalm(wish);
        const ticked = wish.cautions?.some((id) => id === "lung-or-heart" || id === "breath-unease") ?? false;
        if (wish.taste?.holds === true && !ticked) return;
        for (const segment of script.segments) {
          if (segment.kind === "breath") expect([segment.pattern[1], segment.pattern[3]]).toEqual([0, 0]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("holds the breath where somebody asked for it", () => {
    const { script, why } = composeCalm({
      language: "en",
      minutes: 5,
      technique: "paced-breathing",
      taste: { holds: true },
    });
    expect(script.segments).toContainEqual(expect.objectContaining({ pattern: [4, 4, 4, 4] }));
    expect(why.map(({ kind }) => kind)).toContain("holds");
  });

  it("CC3: proposes nothing that was ticked against, and gives what was chosen with the caution said", () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { script, why, others } = composeCalm(wish);
        const avoided = (id: TechniqueId): boolean =>
          (wish.cautions ?? []).some((caution) => techniqueById(id).cautions[caution] === "avoid");
        if (wish.technique === undefined) expect(avoided(script.technique)).toBe(false);
        else expect(script.technique).toBe(wish.technique);
        expect(why.some(({ kind }) => kind === "chosen-caution")).toBe(
          wish.technique !== undefined && avoided(wish.technique),
        );
        for (const other of others) expect(avoided(other)).toBe(false);
        expect(others).not.toContain(script.technique);
      }),
      { numRuns: 500 },
    );
  });

  it("CC4: gives its reasons in the person's language, with every name filled in", () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { why } = composeCalm(wish);
        expect(why.length).toBeGreaterThan(0);
        for (const { text } of why) {
          expect(text).not.toBe("");
          expect(text).not.toContain("{{");
        }
      }),
    );
  });

  it("looks outwards first when somebody is very stirred up and feels bad", () => {
    const before = { valence: 0.1, arousal: 0.95 };
    expect(composeCalm({ language: "en", minutes: 5, before }).script.technique).toBe("grounding");
  });

  it("does not lead to sleep somebody who has to stay awake", () => {
    const wish: CalmWish = { language: "en", minutes: 10, aim: "sleep", cautions: ["must-stay-awake"] };
    const { script, why } = composeCalm(wish);
    expect(script.technique).not.toBe("sleep-wind-down");
    expect(why.map(({ kind }) => kind)).toEqual(["left-caution"]);
  });

  it("guides no breath in a wind-down for somebody whom breath makes uneasy, and no bell ends it", () => {
    const { script } = composeCalm({
      language: "de",
      minutes: 15,
      technique: "sleep-wind-down",
      cautions: ["breath-unease"],
    });
    expect(script.segments.map(({ kind }) => kind)).not.toContain("breath");
    expect(script.segments.map(({ kind }) => kind)).not.toContain("bell");
  });

  it("follows one's own history only where its interval leaves out zero", () => {
    const wish: CalmWish = { language: "en", minutes: 10, aim: "settle" };
    const first = composeCalm(wish).script.technique;
    expect(first).toBe("paced-breathing");
    const better = calmHistory(sittings("muscle-relaxation", 0.2));
    expect(composeCalm({ ...wish, history: better }).script.technique).toBe("muscle-relaxation");
    const worse = calmHistory(sittings("paced-breathing", -0.2));
    const moved = composeCalm({ ...wish, history: worse });
    expect(moved.script.technique).toBe("grounding");
    expect(moved.others.at(-1)).toBe("paced-breathing");
    const few = calmHistory(sittings("muscle-relaxation", 0.2).slice(0, 4));
    expect(composeCalm({ ...wish, history: few }).script.technique).toBe("paced-breathing");
  });

  it("refuses no time at all", () => {
    expect(() => composeCalm({ language: "en", minutes: 0 })).toThrow(RangeError);
  });
});
