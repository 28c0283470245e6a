import { CATEGORIES, makeEstimate } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import type { RiskJudgement, RiskLatch } from "@openempathic/govern";
import type { CompanionEvent, PersonEvent } from "@openempathic/experiences";
import type { PlayEvent, PlayPersonEvent } from "@openempathic/experiences/play";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { companionEventSchema } from "./wire/companion/companion-event-schema.ts";
import { estimateSchema } from "./wire/estimate-schema.ts";
import { perceiveRequestSchema } from "./wire/perceive-schema.ts";
import { personEventSchema } from "./wire/companion/person-event-schema.ts";
import { playEventSchema } from "./wire/play/play-event-schema.ts";
import { playPersonEventSchema } from "./wire/play/play-person-event-schema.ts";
import { MESSAGE_MAX_LENGTH } from "./wire/field.ts";
import type { riskJudgementSchema, riskLatchSchema } from "./wire/reply-schema.ts";
import { newLanguageModelSchema } from "./wire/settings-schema.ts";

const ESTIMATE = makeEstimate({
  modality: "text",
  likelihood: { Sadness: 0.81, Disappointment: 0.34 },
  dimensions: { valence: { mean: -0.62, sd: 0.21 } },
  evidence: [{ kind: "text-span", start: 8, end: 20, category: "Sadness", weight: 0.44 }],
  source: { kind: "model", id: "by-hand", version: "1.0.0" },
});

type Mutable<Fields> = { -readonly [Key in keyof Fields]: Fields[Key] };

describe("the wire's types", () => {
  it("are those of the packages, in both directions", () => {
    expectTypeOf<z.infer<typeof estimateSchema>>().toExtend<Estimate>();
    expectTypeOf<z.infer<typeof personEventSchema>>().toExtend<PersonEvent>();
    expectTypeOf<PersonEvent["kind"]>().toExtend<z.infer<typeof personEventSchema>["kind"]>();
    expectTypeOf<z.infer<typeof companionEventSchema>>().toExtend<CompanionEvent>();
    expectTypeOf<CompanionEvent["kind"]>().toExtend<z.infer<typeof companionEventSchema>["kind"]>();
    expectTypeOf<z.infer<typeof playEventSchema>>().toExtend<PlayEvent>();
    expectTypeOf<PlayEvent["kind"]>().toExtend<z.infer<typeof playEventSchema>["kind"]>();
    expectTypeOf<PlayPersonEvent["kind"]>().toExtend<z.infer<typeof playPersonEventSchema>["kind"]>();
    expectTypeOf<z.infer<typeof riskLatchSchema>>().toEqualTypeOf<Mutable<RiskLatch>>();
    expectTypeOf<z.infer<typeof riskJudgementSchema>>().toEqualTypeOf<Mutable<RiskJudgement>>();
  });
});

describe("estimateSchema", () => {
  it("takes what makeEstimate makes, unchanged", () => {
    // The cast is safe: it is what a network would do to the estimate.
    expect(estimateSchema.parse(JSON.parse(JSON.stringify(ESTIMATE)))).toEqual(ESTIMATE);
  });

  it("takes likelihoods of any subset of the categories, and of nothing else", () => {
    const all = Object.fromEntries(CATEGORIES.map(({ id }) => [id, 0.5]));
    expect(estimateSchema.safeParse({ ...ESTIMATE, likelihood: all }).success).toBe(true);
    expect(estimateSchema.safeParse({ ...ESTIMATE, likelihood: {} }).success).toBe(true);
    expect(estimateSchema.safeParse({ ...ESTIMATE, likelihood: { Bliss: 0.5 } }).success).toBe(false);
    expect(estimateSchema.safeParse({ ...ESTIMATE, likelihood: { Sadness: 1.01 } }).success).toBe(false);
  });
});

describe("personEventSchema", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a string", "message"],
    ["an unknown kind", { kind: "danced" }],
    ["a platform's event", { kind: "replied", of: 1, text: "x" }],
    ["empty text", { kind: "message", text: " \n\t" }],
    ["text that is no string", { kind: "message", text: 7 }],
    ["a text that is too long", { kind: "message", text: "a".repeat(MESSAGE_MAX_LENGTH + 1) }],
    ["a lone surrogate", { kind: "message", text: "so \uD83D sad" }],
    ["a NUL character", { kind: "message", text: "so\u0000sad" }],
    ["an unknown field", { kind: "message", text: "hi", seq: 1 }],
    ["a country in small letters", { kind: "country-changed", country: "de" }],
    ["an unknown time zone", { kind: "check-in-asked", hour: 9, minute: 0, timeZone: "Mars/Olympus" }],
    ["an hour that does not exist", { kind: "check-in-asked", hour: 24, minute: 0, timeZone: "UTC" }],
    ["a seq of 0", { kind: "reply-retried", of: 0 }],
    ["a likelihood above 1", { kind: "self-reported", likelihood: { Sadness: 2 } }],
  ])("refuses %s", (_what, value) => {
    expect(personEventSchema.safeParse(value).success).toBe(false);
  });

  it("takes emoji, right-to-left text and combining marks as they are", () => {
    const text = "😔 לב e\u0301";
    expect(personEventSchema.parse({ kind: "message", text })).toEqual({ kind: "message", text });
  });
});

describe("playPersonEventSchema", () => {
  const turn = { lines: [], choices: [], phase: "over", save: "{}" };
  const told = (happening: unknown): unknown => ({ kind: "ink-told", turn, happenings: [happening] });

  it.each<[string, unknown]>([
    ["a cup poured past its end", { kind: "cup-poured", tea: "mint", position: 1.2 }],
    ["a tea that is not on the shelf", { kind: "cup-poured", tea: "coffee", position: 0.5 }],
    ["a dial that there is none", { kind: "dial-wished", dial: "volume", wish: "more" }],
    ["a platform's event", { kind: "guest-answered", of: 1 }],
    ["a likelihood above 1", told({ consequences: [{ kind: "goal", goal: "a", likelihood: 2 }] })],
    ["a name that JavaScript has a meaning for", told({ by: "__proto__" })],
    ["an approval out of range", told({ by: "pim", approval: -2 })],
    ["words that are too many", { kind: "message", text: "a".repeat(1001) }],
  ])("refuses %s", (_what, value) => {
    expect(playPersonEventSchema.safeParse(value).success).toBe(false);
  });

  it("takes what a story in ink told, as it is", () => {
    const event = told({
      consequences: [{ kind: "goal", goal: "a", likelihood: 1 }],
      by: "pim",
      approval: 0.5,
    });
    expect(playPersonEventSchema.parse(event)).toEqual(event);
  });
});

describe("companionEventSchema", () => {
  it("reads stored events whose text was taken out, and ignores fields of later versions", () => {
    const stored = { seq: 4, atMs: 5, kind: "memory-added", memoryId: "m1", text: "" };
    expect(companionEventSchema.parse({ ...stored, colour: "blue" })).toEqual(stored);
  });
});

describe("requests", () => {
  it("name an unknown purpose as what is wrong", () => {
    const refused = perceiveRequestSchema.safeParse({ text: "hi", purpose: "spying" });
    expect(refused.error?.issues.map(({ path }) => path)).toEqual([["purpose"]]);
  });

  it("take a language model only at an http or https address", () => {
    const model = "llama";
    expect(newLanguageModelSchema.safeParse({ baseUrl: "http://localhost:11434/v1", model }).success).toBe(
      true,
    );
    expect(newLanguageModelSchema.safeParse({ baseUrl: "file:///etc/passwd", model }).success).toBe(false);
    expect(newLanguageModelSchema.safeParse({ baseUrl: "localhost", model }).success).toBe(false);
  });
});
