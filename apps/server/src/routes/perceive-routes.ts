import { createRoute } from "@hono/zod-openapi";
import { LABEL_SETS, toLabelSet } from "@openempathic/affect";
import type { Estimate, LabelSetId } from "@openempathic/affect";
import { perceiveAnswerSchema, perceiveRequestSchema } from "@openempathic/client";
import { permitFor } from "@openempathic/govern";
import type { TextSignal } from "@openempathic/perceive";
import type { Means } from "../http/means.ts";
import { isLocal, requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { apiPart, body, json, problems } from "./route-parts.ts";

const perceive = createRoute({
  method: "post",
  path: "/perceive",
  summary: "What could be told about the affect in one text",
  description:
    "Whoever calls this has told the person that emotions are analysed (EU AI Act, Art. 50(3)). Nothing is stored. " +
    "A language that cannot be assessed is an estimate with `abstained`, not an error.",
  request: { body: body(perceiveRequestSchema) },
  responses: { 200: json(perceiveAnswerSchema, "The estimate"), ...problems },
});

/** Perception for programs. On this machine it is open; elsewhere it takes a key or a cookie. */
export function perceiveRoutes({ perceiver, jurisdiction }: Means) {
  return apiPart().openapi(perceive, async (c) => {
    if (!isLocal(c)) requireParticipant(c);
    const { text, purpose, language, labels } = c.req.valid("json");
    const asked = permitFor({
      purpose,
      modality: "text",
      jurisdiction,
      noticeShown: true,
      noticeAnswered: false,
    });
    if (asked.kind === "refused") throw new Problem("purpose-not-permitted", asked.reason);
    const labelSet = labels === undefined ? undefined : requireLabelSet(labels, perceiver.nativeLabelSets);
    const signal: TextSignal = { kind: "text", text, ...(language === undefined ? {} : { language }) };
    const options = { signal: c.req.raw.signal };
    const estimate = await perceiver.perceive(signal, options);
    const inSet =
      labelSet === undefined || estimate.abstained !== null
        ? undefined
        : perceiver.nativeLabelSets.includes(labelSet)
          ? (await perceiver.perceiveLabels([signal], labelSet, options))[0]
          : toLabelSet(estimate.likelihood, labelSet);
    return c.json(
      { estimate: wireEstimate(estimate), ...(inSet === undefined ? {} : { labels: inSet }) },
      200,
    );
  });
}

function requireLabelSet(name: string, native: readonly string[]): LabelSetId {
  const known = LABEL_SETS.map(({ id }) => id as string);
  // Checked on the same line: the name is one of the ids, or of the perceiver's own.
  if (known.includes(name) || native.includes(name)) return name as LabelSetId;
  throw new Problem(
    "invalid-request",
    `labels: must be one of ${[...new Set([...known, ...native])].join(", ")}`,
  );
}

function wireEstimate(estimate: Estimate) {
  return { ...estimate, evidence: [...estimate.evidence] };
}
