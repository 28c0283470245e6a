import { describe, expect, it } from "vitest";

import { JURISDICTIONS, PURPOSES, PERCEIVED_MODALITIES, Permit, isPermit, permitFor } from "../index.ts";
import type { Jurisdiction, PerceivedModality, Purpose } from "../index.ts";

const FORBIDDEN: readonly Purpose[] = ["education", "workplace"];

interface Cell {
  jurisdiction: Jurisdiction;
  purpose: Purpose;
  modality: PerceivedModality;
  noticeShown: boolean;
  noticeAnswered: boolean;
}

const MATRIX: readonly Cell[] = JURISDICTIONS.flatMap((jurisdiction) =>
  PURPOSES.flatMap((purpose) =>
    PERCEIVED_MODALITIES.flatMap((modality) =>
      [false, true].flatMap((noticeShown) =>
        [false, true].map((noticeAnswered) => ({
          jurisdiction,
          purpose,
          modality,
          noticeShown,
          noticeAnswered,
        })),
      ),
    ),
  ),
);

describe("permitFor", () => {
  it("P1-P4: decides every cell of jurisdiction, purpose, modality and notice as the law says", () => {
    expect(MATRIX).toHaveLength(2 * 9 * 3 * 4);
    for (const cell of MATRIX) {
      const biometric = cell.modality !== "text";
      const told = cell.noticeAnswered || (!biometric && cell.noticeShown);
      const expected = told && !(biometric && FORBIDDEN.includes(cell.purpose)) ? "permitted" : "refused";
      expect({ ...cell, kind: permitFor(cell).kind }).toEqual({ ...cell, kind: expected });
    }
  });

  it("P1: names the article when it refuses a face in a school in the EU", () => {
    const decision = permitFor({ purpose: "education", modality: "face", noticeAnswered: true });
    expect(decision).toMatchObject({
      kind: "refused",
      law: expect.stringContaining("Art. 5(1)(f)") as unknown,
    });
  });

  it("P1: has no field that could talk it into a prohibited cell", () => {
    const request = {
      purpose: "workplace" as const,
      modality: "voice" as const,
      noticeAnswered: true,
      noticeShown: true,
      role: "owner",
      consent: true,
      exception: "safety",
      override: true,
    };
    expect(permitFor(request).kind).toBe("refused");
  });

  it("P2: takes nothing but true for an answer", () => {
    for (const answer of ["yes", 1, {}, Promise.resolve(true)]) {
      // A caller without types can pass anything.
      const decision = permitFor({
        purpose: "companion",
        modality: "voice",
        noticeAnswered: answer as boolean,
      });
      expect(decision.kind).toBe("refused");
    }
  });

  it("P5: refuses what is not in its table with a RangeError that names it", () => {
    // A caller without types can pass anything.
    expect(() => permitFor({ purpose: "spying" as Purpose, modality: "text", noticeAnswered: true })).toThrow(
      /spying/,
    );
    expect(() =>
      // A caller without types can pass anything.
      permitFor({ purpose: "play", modality: "gaze" as PerceivedModality, noticeAnswered: true }),
    ).toThrow(RangeError);
  });
});

describe("Permit", () => {
  const decision = permitFor({ purpose: "companion", modality: "voice", noticeAnswered: true });
  if (decision.kind !== "permitted") throw new Error("the companion may hear a voice after the notice");
  const { permit } = decision;

  it("P6: is for one purpose and one modality", () => {
    expect(isPermit(permit)).toBe(true);
    expect(isPermit(permit, { purpose: "companion", modality: "voice" })).toBe(true);
    expect(isPermit(permit, { purpose: "companion", modality: "face" })).toBe(false);
    expect(isPermit(permit, { purpose: "research" })).toBe(false);
  });

  it("P7: cannot be forged by shape, copy, JSON, prototype, constructor or subclass", () => {
    const constructPermit = Permit as unknown as new (...rest: unknown[]) => Permit;
    class Forged extends constructPermit {}
    expect(isPermit({ purpose: "companion", modality: "voice" })).toBe(false);
    expect(isPermit(Object.assign({}, permit))).toBe(false);
    expect(isPermit(JSON.parse(JSON.stringify(permit)))).toBe(false);
    expect(isPermit(structuredClone(permit))).toBe(false);
    expect(isPermit(Object.create(Permit.prototype))).toBe(false);
    expect(isPermit(null)).toBe(false);
    expect(() => new constructPermit(Symbol("open-empathic.permit"), "companion", "voice")).toThrow(
      TypeError,
    );
    expect(() => new Forged(undefined, "companion", "voice")).toThrow(TypeError);
    expect(() => Reflect.construct(Permit, [undefined, "companion", "voice"]) as unknown).toThrow(TypeError);
  });

  it("P7: cannot be changed after it was given out", () => {
    expect(() => Object.assign(permit, { purpose: "workplace" })).toThrow(TypeError);
  });
});
