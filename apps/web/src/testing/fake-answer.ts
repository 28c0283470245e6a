import type { CategoryId, Estimate, TextSpanEvidence } from "@openempathic/affect";
import { helplinesFor, type RiskLevel } from "@openempathic/govern";
import type { PlatformEvent } from "@openempathic/experiences";

/** What the fake service makes of a message: the same kinds of events in the same order as the server. */
export function fakeAnswer(of: number, text: string): readonly PlatformEvent[] {
  const level: RiskLevel = /end my life|kill myself|not be here/i.test(text) ? "active" : "none";
  const about = level === "none" ? null : "self";
  const reason = level === "none" ? "Nothing speaks of harm." : "The words speak of ending one's life.";
  const sentences = level === "none" ? listening(text) : crisis();
  return [
    {
      kind: "risk-judged",
      of,
      judgement: { level, about, reason },
      latch: { level, about, reason, safeAnswers: 0 },
    },
    { kind: "estimated", of, estimate: fakeEstimate(text) },
    {
      kind: "planned",
      of,
      plan: {
        need: "heard",
        strategy: "reflection-of-feelings",
        reason: "You told me something that weighs on you, and did not ask for advice.",
        language: "en",
        risk: level,
      },
    },
    ...sentences.map((part): PlatformEvent => ({ kind: "reply-part", of, text: part })),
    {
      kind: "replied",
      of,
      text: sentences.join(""),
      by: level === "none" ? "listener" : "crisis-script",
      checks: { sentences: sentences.length, findings: [] },
      resources: level === "none" ? [] : helplinesFor(undefined).entries,
    },
  ];
}

function listening(text: string): readonly string[] {
  return /good|passed|happy/i.test(text)
    ? [
        "That sounds like good news, and like a weight off your shoulders. ",
        "What was the best moment of it?",
      ]
    : [
        "It sounds like today took a lot out of you, and like some of it still hurts. ",
        "What part of it is staying with you most right now?",
      ];
}

function crisis(): readonly string[] {
  return [
    "Thank you for telling me. ",
    "What you carry sounds very heavy. ",
    "Are you thinking about ending your life right now?",
  ];
}

function fakeEstimate(text: string): Estimate {
  const base = { schema: "open-empathic/estimate/1", modality: "text", evidence: [] } as const;
  const source = { kind: "model", id: "fake", version: "1" } as const;
  if (!/[a-z]{3}/i.test(text)) {
    const abstained = { reason: "too-short", detail: "Too few words." } as const;
    return { ...base, likelihood: {}, dimensions: {}, abstained, source };
  }
  const isGood = /good|passed|happy/i.test(text);
  return {
    ...base,
    likelihood: isGood
      ? { Relief: 0.71, Elation: 0.58, Pride: 0.4, Hope: 0.2, Sadness: 0.05 }
      : { Sadness: 0.68, Disappointment: 0.49, Fatigue: 0.33, Irritability: 0.17, Hope: 0.04 },
    dimensions: {
      valence: { mean: isGood ? 0.5 : -0.55, sd: 0.24 },
      arousal: { mean: isGood ? 0.25 : -0.1, sd: 0.28 },
    },
    abstained: null,
    evidence: spans(text),
    source,
  };
}

const WORDS: Readonly<Record<string, CategoryId>> = {
  miss: "Sadness",
  "cancelled on me again": "Disappointment",
  tired: "Fatigue",
  passed: "Relief",
  happy: "Elation",
};

function spans(text: string): readonly TextSpanEvidence[] {
  return Object.entries(WORDS).flatMap(([word, category]) => {
    const start = text.indexOf(word);
    return start < 0
      ? []
      : [{ kind: "text-span", start, end: start + word.length, category, weight: 0.6 } as const];
  });
}
