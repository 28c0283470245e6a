import { describe, expect, it } from "vitest";
import { loadPlan, PLAN_KEY, planText, savePlan } from "./safety-plan.ts";

function memory(): { items: Map<string, string>; storage: Parameters<typeof loadPlan>[0] } {
  const items = new Map<string, string>();
  return {
    items,
    storage: {
      getItem: (name) => items.get(name) ?? null,
      setItem: (name, value) => void items.set(name, value),
      removeItem: (name) => void items.delete(name),
    },
  };
}

describe("a plan for hard hours", () => {
  it("comes back as it was written", () => {
    const { storage } = memory();
    const plan = { signs: "I stop answering.\nI cannot sleep.", reasons: "Bello 🐕" };
    expect(savePlan(storage, plan)).toBe(true);
    expect(loadPlan(storage)).toEqual(plan);
  });

  it("leaves nothing behind once everything in it is deleted", () => {
    const { storage, items } = memory();
    savePlan(storage, { people: "Sam" });
    savePlan(storage, { people: "  " });
    expect(items.size).toBe(0);
  });

  it.each(["", "{", "null", "[]", '"text"', '{"signs":7,"other":"x"}'])(
    "is empty where %j is stored, and what is stored stays until something is written",
    (stored) => {
      const { storage, items } = memory();
      items.set(PLAN_KEY, stored);
      expect(loadPlan(storage)).toEqual({});
      expect(items.get(PLAN_KEY)).toBe(stored);
    },
  );

  it("says so when the device does not keep it", () => {
    const { storage } = memory();
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(savePlan(full, { people: "Sam" })).toBe(false);
  });

  it("is read as a text with the headings of what is in it", () => {
    const headings = {
      signs: "Signs",
      alone: "Alone",
      places: "Places",
      people: "People",
      professionals: "Lines",
      surroundings: "Around me",
      reasons: "Reasons",
    };
    expect(planText({ people: " Sam ", reasons: "Bello", signs: "" }, { title: "My plan", headings })).toBe(
      "My plan\n\nPeople\nSam\n\nReasons\nBello\n",
    );
  });
});
