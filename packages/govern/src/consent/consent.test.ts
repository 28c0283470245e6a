import { describe, expect, it } from "vitest";

import {
  PURPOSES,
  collectionConsentText,
  consentCovers,
  makeConsentReceipt,
  withdrawConsent,
} from "../index.ts";
import type { ConsentFields } from "../index.ts";

const FIELDS: ConsentFields = {
  id: "c1",
  participant: "p1",
  purpose: "research",
  modalities: ["voice", "text"],
  version: "1",
  language: "en",
  givenAtMs: 1000,
};

describe("consent", () => {
  it("C1: covers its own purpose and no other", () => {
    const receipt = makeConsentReceipt(FIELDS);
    const covered = PURPOSES.filter((purpose) =>
      consentCovers([receipt], { purpose, modality: "voice", version: "1" }),
    );
    expect(covered).toEqual(["research"]);
  });

  it("C1: covers only the modalities that were named", () => {
    const receipt = makeConsentReceipt(FIELDS);
    expect(consentCovers([receipt], { purpose: "research", modality: "face", version: "1" })).toBe(false);
  });

  it("C2: does not cover a new version of the text", () => {
    const receipt = makeConsentReceipt(FIELDS);
    expect(consentCovers([receipt], { purpose: "research", modality: "voice", version: "2" })).toBe(false);
  });

  it("C3: is withdrawn by the receipt and a time alone, and stays so", () => {
    const receipt = makeConsentReceipt(FIELDS);
    const withdrawn = withdrawConsent(receipt, 2000);
    expect(consentCovers([withdrawn], { purpose: "research", modality: "voice", version: "1" })).toBe(false);
    expect(withdrawConsent(withdrawn, 3000)).toEqual(withdrawn);
    expect(receipt).not.toHaveProperty("withdrawnAtMs");
  });

  it("C3: can be given again after it was withdrawn", () => {
    const withdrawn = withdrawConsent(makeConsentReceipt(FIELDS), 2000);
    const again = makeConsentReceipt({ ...FIELDS, id: "c2", givenAtMs: 3000 });
    expect(consentCovers([withdrawn, again], { purpose: "research", modality: "voice", version: "1" })).toBe(
      true,
    );
  });

  it("C4: survives JSON unchanged", () => {
    const receipt = withdrawConsent(makeConsentReceipt(FIELDS), 2000);
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
  });

  it.each<[string, Partial<ConsentFields>]>([
    ["id", { id: "" }],
    ["participant", { participant: "" }],
    ["version", { version: "" }],
    ["modality", { modalities: [] }],
    ["givenAtMs", { givenAtMs: Number.POSITIVE_INFINITY }],
    // A caller without types can pass anything.
    ["purpose", { purpose: "spying" as "play" }],
  ])("C5: refuses a receipt with a wrong %s", (name, wrong) => {
    expect(() => makeConsentReceipt({ ...FIELDS, ...wrong })).toThrow(new RegExp(name));
    expect(() => makeConsentReceipt({ ...FIELDS, ...wrong })).toThrow(RangeError);
  });

  it.each([
    ["en", /feeling/u, /licence/u, /withdraw/u],
    ["de", /Gefühl/u, /Lizenz/u, /zurückziehen/u],
  ] as const)("C6: names emotion analysis, the licence and withdrawal: %s", (language, ...named) => {
    const text = collectionConsentText(language).join(" ");
    for (const word of named) expect(text).toMatch(word);
    expect(text).not.toContain("'");
  });
});
