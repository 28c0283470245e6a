/** The rules of the EmotionML 1.0 recommendation; numbers are those of the W3C's implementation report. */
import { InvalidEmotionMLError } from "./invalid-emotion-ml-error.ts";
import type { XmlElement } from "./read-xml.ts";
import { declaredVocabulary, DESCRIPTOR_KINDS, EMOTION_ML, publishedVocabulary } from "./vocabulary.ts";
import type { DescriptorKind, Vocabulary } from "./vocabulary.ts";

export interface Descriptor {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  /** On [0, 1]: the value, or the mean of a trace; absent where the document gives neither. */
  readonly value?: number;
  /** On [0, 1]. */
  readonly confidence?: number;
  readonly line: number;
}

export interface Emotion {
  readonly descriptors: readonly Descriptor[];
  readonly expressedThrough: readonly string[];
  readonly offsetMs?: number;
  readonly durationMs?: number;
  readonly info?: XmlElement;
  readonly line: number;
}

export interface EmotionMLDocument {
  readonly emotions: readonly Emotion[];
  readonly info?: XmlElement;
}

interface Declarations {
  readonly own: ReadonlyMap<string, Vocabulary>;
  readonly root: XmlElement;
}

const SETS = DESCRIPTOR_KINDS.map((kind) => `${kind}-set`);
const EMOTION_ATTRIBUTES = [
  ...SETS,
  "version",
  "id",
  "start",
  "end",
  "duration",
  "time-ref-uri",
  "time-ref-anchor-point",
  "offset-to-start",
  "expressed-through",
];
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const FREQUENCY = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*Hz$/;
const NMTOKEN = /^[\p{L}\p{N}\p{M}._:-]+$/u;
const ID = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** Checks a document against the recommendation and gives its parts. */
export function readDocument(root: XmlElement): EmotionMLDocument {
  if (root.namespace !== EMOTION_ML || root.name !== "emotionml") {
    fail(root, `the root element must be <emotionml> of ${EMOTION_ML}`); // 101, 102, 700
  }
  if (root.attributes.get("version") !== "1.0") fail(root, 'version must be "1.0"'); // 110, 111
  checkAttributes(root, [...SETS, "version"]);
  checkChildren(root, ["vocabulary", "emotion", "info"]);
  checkIds(root);
  const own = new Map(named(root, "vocabulary").map((element) => [idOf(element), readVocabulary(element)]));
  const declarations = { own, root };
  for (const kind of DESCRIPTOR_KINDS) vocabularyFor(root, kind, declarations); // 114, 117, 120, 123
  return {
    emotions: named(root, "emotion").map((element) => readEmotion(element, declarations)),
    ...infoOf(root),
  };
}

function readVocabulary(element: XmlElement): Vocabulary {
  checkAttributes(element, ["type", "id"]);
  checkChildren(element, ["item", "info"]);
  infoOf(element);
  const kind = DESCRIPTOR_KINDS.find((candidate) => candidate === element.attributes.get("type"));
  if (kind === undefined) fail(element, `type of <vocabulary> must be one of ${DESCRIPTOR_KINDS.join(", ")}`); // 602, 603
  const items = named(element, "item");
  if (items.length === 0) fail(element, "<vocabulary> must hold an <item>"); // 600
  const names = items.map((item) => {
    checkAttributes(item, ["name"]);
    checkChildren(item, ["info"]);
    infoOf(item);
    return nameOf(item); // 607
  });
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) fail(items[twice] ?? element, `the item ${quote(names[twice])} is given twice`); // 608
  return declaredVocabulary(kind, names);
}

function readEmotion(element: XmlElement, declarations: Declarations): Emotion {
  checkAttributes(element, EMOTION_ATTRIBUTES);
  checkChildren(element, [...DESCRIPTOR_KINDS, "reference", "info"]);
  const version = element.attributes.get("version");
  if (version !== undefined && version !== "1.0") fail(element, 'version must be "1.0"'); // 172
  for (const kind of DESCRIPTOR_KINDS) vocabularyFor(element, kind, declarations); // 161, 164, 167, 170
  const descriptors = DESCRIPTOR_KINDS.flatMap((kind) => readDescriptors(element, kind, declarations));
  if (descriptors.length === 0) fail(element, "<emotion> must hold a descriptor, such as <category>"); // 156
  for (const reference of named(element, "reference")) checkReference(reference);
  const anchor = element.attributes.get("time-ref-anchor-point") ?? "start";
  if (anchor !== "start" && anchor !== "end") fail(element, 'time-ref-anchor-point must be "start" or "end"'); // 424
  for (const name of ["start", "end"]) integerOf(element, name, 0); // 420, 421
  const durationMs = integerOf(element, "duration", 0); // 422
  const offsetMs = integerOf(element, "offset-to-start", -Infinity); // 425
  const expressedThrough = (element.attributes.get("expressed-through") ?? "").split(" ").filter(Boolean);
  if (!expressedThrough.every((token) => NMTOKEN.test(token)))
    fail(element, "expressed-through must be names"); // 301
  return {
    descriptors,
    expressedThrough,
    ...(offsetMs === undefined ? {} : { offsetMs }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...infoOf(element),
    line: element.line,
  };
}

function readDescriptors(
  emotion: XmlElement,
  kind: DescriptorKind,
  declarations: Declarations,
): readonly Descriptor[] {
  const elements = named(emotion, kind);
  const seen = new Set<string>();
  return elements.map((element) => {
    const vocabulary =
      vocabularyFor(emotion, kind, declarations) ?? vocabularyFor(declarations.root, kind, declarations);
    if (vocabulary === undefined) fail(element, `<${kind}> needs a ${kind}-set on <emotion> or <emotionml>`); // 210 …
    checkAttributes(element, ["name", "value", "confidence"]);
    checkChildren(element, ["trace"]);
    const name = nameOf(element); // 211 …
    if (!vocabulary.names.has(name))
      fail(element, `${quote(name)} is not in the declared ${kind} vocabulary`); // 212 …
    if (seen.has(name)) fail(element, `the ${kind} ${quote(name)} is given twice`); // 213 …
    seen.add(name);
    const value = readValue(element);
    if (kind === "dimension" && value === undefined) fail(element, "<dimension> needs a value or a <trace>"); // 224
    const confidence = shareOf(element, "confidence"); // 300
    return {
      name,
      vocabulary,
      ...(value === undefined ? {} : { value }),
      ...(confidence === undefined ? {} : { confidence }),
      line: element.line,
    };
  });
}

function readValue(element: XmlElement): number | undefined {
  const value = shareOf(element, "value"); // 500
  const [trace, second] = named(element, "trace");
  if (trace === undefined) return value;
  if (value !== undefined || second !== undefined)
    fail(element, "a value and a <trace>, or two, exclude each other"); // 216 …
  checkAttributes(trace, ["freq", "samples"]);
  checkChildren(trace, []);
  const frequency = trace.attributes.get("freq") ?? "";
  if (!FREQUENCY.test(frequency) || !(parseFloat(frequency) > 0)) fail(trace, 'freq must be like "10 Hz"'); // 501, 502
  const samples = (trace.attributes.get("samples") ?? "").split(" ").filter(Boolean);
  if (samples.length === 0) fail(trace, "<trace> needs samples"); // 503
  const total = samples.reduce((sum, sample) => sum + share(trace, "samples", sample), 0); // 504
  return Math.min(1, total / samples.length);
}

function vocabularyFor(
  element: XmlElement,
  kind: DescriptorKind,
  declarations: Declarations,
): Vocabulary | undefined {
  const address = element.attributes.get(`${kind}-set`);
  if (address === undefined) return undefined;
  const found = address.startsWith("#")
    ? declarations.own.get(address.slice(1))
    : publishedVocabulary(address);
  if (found === undefined) {
    fail(element, `the vocabulary ${quote(address)} is neither declared here nor one of the W3C's`);
  }
  if (found.kind !== kind)
    fail(element, `the vocabulary ${quote(address)} is of type ${found.kind}, not ${kind}`);
  return found;
}

function checkReference(element: XmlElement): void {
  checkAttributes(element, ["uri", "role", "media-type"]);
  checkChildren(element, []);
  if (!element.attributes.has("uri")) fail(element, "<reference> needs a uri"); // 410
  const role = element.attributes.get("role") ?? "expressedBy";
  if (!["expressedBy", "experiencedBy", "triggeredBy", "targetedAt"].includes(role)) {
    fail(element, `${quote(role)} is no role of <reference>`); // 414
  }
}

function infoOf(element: XmlElement): { readonly info?: XmlElement } {
  const [info, second] = named(element, "info");
  if (info === undefined) return {};
  if (second !== undefined) fail(second, `<${element.name}> may hold one <info>`); // 105, 155, 601, 606
  checkAttributes(info, ["id"]);
  const own = info.children.find((child) => child.namespace === EMOTION_ML);
  if (own !== undefined) fail(own, "<info> must not hold elements of EmotionML"); // 304
  return { info };
}

function checkIds(root: XmlElement): void {
  const seen = new Set<string>();
  const visit = (element: XmlElement): void => {
    if (element.namespace !== EMOTION_ML) return;
    const id = element.attributes.get("id");
    if (id !== undefined && !ID.test(id)) fail(element, `${quote(id)} is no id`); // 174, 306, 605
    if (id !== undefined && seen.has(id)) fail(element, `the id ${quote(id)} is given twice`);
    if (id !== undefined) seen.add(id);
    element.children.forEach(visit);
  };
  visit(root);
}

function checkAttributes(element: XmlElement, allowed: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (!name.startsWith("{") && !allowed.includes(name)) {
      fail(element, `<${element.name}> has no attribute ${quote(name)}`);
    }
  }
}

function checkChildren(element: XmlElement, allowed: readonly string[]): void {
  for (const child of element.children) {
    if (child.namespace !== EMOTION_ML || !allowed.includes(child.name)) {
      fail(child, `<${child.name}> does not belong into <${element.name}>`);
    }
  }
}

function idOf(element: XmlElement): string {
  return element.attributes.get("id") ?? fail(element, "<vocabulary> needs an id"); // 604
}

function nameOf(element: XmlElement): string {
  const name = element.attributes.get("name");
  if (name === undefined || !NMTOKEN.test(name))
    fail(element, `<${element.name}> needs a name without spaces`);
  return name;
}

function shareOf(element: XmlElement, name: string): number | undefined {
  const written = element.attributes.get(name);
  return written === undefined ? undefined : share(element, name, written);
}

function share(element: XmlElement, name: string, written: string): number {
  const value = DECIMAL.test(written.trim()) ? Number(written) : NaN;
  if (!(value >= 0 && value <= 1)) fail(element, `${name} must be in [0, 1], got ${quote(written)}`);
  return value;
}

function integerOf(element: XmlElement, name: string, least: number): number | undefined {
  const written = element.attributes.get(name);
  if (written === undefined) return undefined;
  const value = /^[+-]?\d{1,15}$/.test(written.trim()) ? Number(written) : NaN;
  if (!(value >= least))
    fail(element, `${name} must be a whole number of milliseconds, got ${quote(written)}`);
  return value;
}

function named(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.namespace === EMOTION_ML && child.name === name);
}

function quote(text: string | undefined): string {
  const shown = text ?? "";
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 60)}…` : shown);
}

function fail(element: XmlElement, problem: string): never {
  throw new InvalidEmotionMLError(problem, element.line);
}
