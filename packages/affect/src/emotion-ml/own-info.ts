/** What EmotionML has no place for, carried in <info> under a namespace of our own, so nothing is lost. */
import type { Estimate } from "../estimate.ts";
import { ESTIMATE_SCHEMA } from "../estimate.ts";
import { InvalidEmotionMLError } from "./invalid-emotion-ml-error.ts";
import type { XmlElement } from "./read-xml.ts";

const OWN = "urn:open-empathic:estimate:1";

/** The `<info>` of one estimate, as text; `position` where it stands for an estimate without descriptors. */
export function writeOwn(estimate: Estimate, position?: number): string {
  const { source, span, abstained } = estimate;
  const attributes = {
    position,
    modality: estimate.modality,
    "start-ms": span?.startMs,
    "end-ms": span?.endMs,
    "source-kind": source.kind,
    "source-id": source.id,
    "source-version": source.version,
    "source-digest": source.digest,
  };
  const content = [
    ...(abstained === null ? [] : [tag("abstained", { reason: abstained.reason, detail: abstained.detail })]),
    ...Object.entries(estimate.dimensions).map(([name, { mean, sd }]) => tag("spread", { name, mean, sd })),
    ...estimate.evidence.map(({ kind, start, end, category, weight }) =>
      tag("evidence", { kind, start, end, category, weight }),
    ),
  ];
  return tag("estimate", { xmlns: OWN, ...attributes }, content.join(""));
}

/** The estimate that an `<info>` of ours carries, without its likelihoods; `undefined` for somebody else's. */
export function readOwn(info: XmlElement | undefined): readonly OwnInfo[] {
  const elements = (info?.children ?? []).filter(
    (child) => child.namespace === OWN && child.name === "estimate",
  );
  return elements.map((element) => {
    const [abstained] = ownChildren(element, "abstained");
    const spreads = ownChildren(element, "spread").map((spread) => [
      spread.attributes.get("name"),
      { mean: numberOf(spread, "mean"), sd: numberOf(spread, "sd") },
    ]);
    const startMs = element.attributes.has("start-ms") ? numberOf(element, "start-ms") : undefined;
    const digest = element.attributes.get("source-digest");
    return {
      line: element.line,
      position: element.attributes.has("position") ? numberOf(element, "position") : undefined,
      fields: {
        schema: ESTIMATE_SCHEMA,
        modality: element.attributes.get("modality"),
        ...(startMs === undefined ? {} : { span: { startMs, endMs: numberOf(element, "end-ms") } }),
        dimensions: Object.fromEntries(spreads) as Record<string, { mean: number; sd: number }>,
        abstained:
          abstained === undefined
            ? null
            : { reason: abstained.attributes.get("reason"), detail: abstained.attributes.get("detail") },
        evidence: ownChildren(element, "evidence").map((item) => ({
          kind: item.attributes.get("kind"),
          start: numberOf(item, "start"),
          end: numberOf(item, "end"),
          category: item.attributes.get("category"),
          weight: numberOf(item, "weight"),
        })),
        source: {
          kind: element.attributes.get("source-kind"),
          id: element.attributes.get("source-id"),
          version: element.attributes.get("source-version"),
          ...(digest === undefined ? {} : { digest }),
        },
      },
    };
  });
}

/** What was written beside the descriptors; its fields are still to be checked by `parseEstimate`. */
export interface OwnInfo {
  readonly line: number;
  readonly position: number | undefined;
  readonly fields: {
    readonly dimensions: Readonly<Record<string, { readonly mean: number; readonly sd: number }>>;
  } & Readonly<Record<string, unknown>>;
}

/** One XML element as text; attributes that are `undefined` are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = "",
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function escapeAttribute(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) {
    throw new RangeError(
      "toEmotionML cannot write a text with a control character that XML 1.0 does not allow",
    );
  }
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function ownChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.namespace === OWN && child.name === name);
}

function numberOf(element: XmlElement, name: string): number {
  const written = element.attributes.get(name) ?? "";
  const value = written.trim() === "" ? NaN : Number(written);
  if (!Number.isFinite(value)) throw new InvalidEmotionMLError(`${name} must be a number`, element.line);
  return value;
}
