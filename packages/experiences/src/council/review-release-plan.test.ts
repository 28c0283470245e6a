import { describe, expect, it } from "vitest";
import type { ReleasePlan } from "./index.ts";
import { reviewReleasePlan } from "./index.ts";

const GOOD: ReleasePlan = {
  name: "Evening voices",
  description: "Short recordings of 300 adults who described their day, with what they said they felt.",
  intendedUse: "Training and testing of models that estimate affect from speech.",
  notFor: "Identifying people, hiring, schools, or judging anybody’s health.",
  people: 300,
  modalities: ["voice", "self-report"],
  consent: { versioned: true, namesRelease: true, namesTraining: true },
  withdrawal: { reachesReleases: true, feed: true },
  licence: "CC-BY-4.0",
  minors: "none",
  vulnerablePeople: false,
  groups: [
    { dimension: "gender", group: "women", people: 150, shareOutside: 0.51 },
    { dimension: "gender", group: "men", people: 140, shareOutside: 0.48 },
    { dimension: "gender", group: "non-binary", people: 10, shareOutside: 0.01 },
  ],
  labelNames: ["Joy", "Sadness"],
  raters: { people: 12, agreementReported: true },
  smallestCell: 8,
  impactAssessment: true,
  retentionYears: 3,
};
const review = (change: Partial<ReleasePlan>) => reviewReleasePlan({ ...GOOD, ...change }, "en");
const found = (change: Partial<ReleasePlan>) =>
  review(change).map(({ about, weight }) => `${weight} ${about}`);
const without = (...fields: (keyof ReleasePlan)[]): string[] => {
  const plan = Object.fromEntries(
    Object.entries(GOOD).filter(([field]) => !fields.includes(field as keyof ReleasePlan)),
  );
  // The cast is safe: only fields that may be missing are taken out.
  return reviewReleasePlan(plan as unknown as ReleasePlan, "en").map(
    ({ about, weight }) => `${weight} ${about}`,
  );
};

describe("a plan to release data", () => {
  it("D1: with everything answered has nothing to look at", () => {
    expect(review({})).toEqual([]);
  });

  it("D2: stops where people did not agree to this or cannot take it back", () => {
    expect(without("consent")).toEqual(["stop consent"]);
    expect(found({ consent: { versioned: true, namesRelease: true, namesTraining: false } })).toEqual([
      "stop consent",
    ]);
    expect(without("withdrawal")).toEqual(["stop withdrawal"]);
    expect(found({ withdrawal: { reachesReleases: true, feed: false } })).toEqual(["ask withdrawal"]);
    expect(found({ licence: " " })).toEqual(["stop licence"]);
  });

  it("D3: stops where children, vulnerable people or people who can be found again are not provided for", () => {
    expect(without("minors")).toEqual(["stop minors"]);
    expect(found({ minors: "with-guardians" })).toEqual(["ask minors"]);
    expect(found({ vulnerablePeople: true })).toEqual(["stop vulnerable-people"]);
    expect(found({ vulnerablePeople: true, safeguards: "A nurse was there." })).toEqual([]);
    expect(found({ smallestCell: 2 })).toEqual(["stop re-identification"]);
    expect(without("smallestCell")).toEqual(["ask re-identification"]);
    expect(without("impactAssessment")).toEqual(["stop law"]);
    expect(found({ impactAssessment: false, modalities: ["text"] })).toEqual([]);
  });

  it("D4: names the group that is missing, with both shares, and asks where nobody counted", () => {
    const groups = [
      { dimension: "age", group: "over 65", people: 10, shareOutside: 0.22 },
      { dimension: "age", group: "18 to 65", people: 290, shareOutside: 0.78 },
    ];
    expect(review({ groups })).toEqual([
      {
        about: "representativeness",
        weight: "ask",
        restsOn: "age: over 65",
        reason: "3 % of the people, and 22 % of those it is to speak for.",
      },
    ]);
    expect(without("groups", "raters")).toEqual(["ask representativeness", "ask raters"]);
  });

  it("D5: holds the words that will be published against the council's rules", () => {
    const [first] = review({ description: "Old people can't learn new technology, so they are left out." });
    expect(first).toMatchObject({ about: "stereotype", weight: "ask" });
    expect(first?.restsOn).toBe("people can't learn");
  });
});
