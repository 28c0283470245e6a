/** A small strict reader for XML 1.0 with namespaces: enough for EmotionML, and refusing what could harm. */
import { InvalidEmotionMLError } from "./invalid-emotion-ml-error.ts";

/** One element; attributes in a namespace are keyed `{namespace}name`, the others by their name. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Counted from 1, where the element begins. */
  readonly line: number;
}

interface Cursor {
  readonly source: string;
  at: number;
  line: number;
}

type Scope = ReadonlyMap<string, string>;

// An hour of speech at ten estimates a second is some 10 MB; whole sessions belong in several documents.
const MOST_CHARACTERS = 10_000_000;

// EmotionML nests 4 deep; what stands in <info> may nest further. Bounds the recursion.
const MOST_NESTED = 64;

// EmotionML's elements have a dozen. Bounds the prefixes that every element inherits.
const MOST_ATTRIBUTES = 64;

const NEWLINE = 10;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}._-]*(?::[\p{L}_][\p{L}\p{N}\p{M}._-]*)?/uy;
const SPACE = /[ \t\r\n]*/y;
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/y;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Reads one XML document into its root element. Text is checked and left out: EmotionML's meaning is in its
 * elements and attributes. A document type is refused, so no entity can be declared, expanded or fetched.
 *
 * @throws InvalidEmotionMLError with the line of the first fault
 */
export function readXml(source: string): XmlElement {
  const cursor: Cursor = { source, at: source.startsWith("\uFEFF") ? 1 : 0, line: 1 };
  if (source.length > MOST_CHARACTERS) {
    fail(cursor, `it is longer than ${MOST_CHARACTERS} characters`);
  }
  const strange = NOT_XML.exec(source);
  if (strange !== null) {
    advance(cursor, strange.index);
    fail(cursor, "it holds a character that XML 1.0 does not allow");
  }
  readDeclaration(cursor);
  skipMisc(cursor);
  if (cursor.source[cursor.at] !== "<") fail(cursor, "it has no root element");
  const root = readElement(cursor, new Map([["xml", XML_NAMESPACE]]), 1);
  skipMisc(cursor);
  if (cursor.at < source.length) fail(cursor, "something stands after the root element");
  return root;
}

function readDeclaration(cursor: Cursor): void {
  if (!/^<\?xml[ \t\r\n]/.test(cursor.source.slice(cursor.at, cursor.at + 6))) return;
  const end = find(cursor, "?>", "the XML declaration");
  const declaration = cursor.source.slice(cursor.at, end);
  if (!/version[ \t\r\n]*=[ \t\r\n]*["']1\.0["']/.test(declaration))
    fail(cursor, "XML 1.0 is the one version read");
  advance(cursor, end + 2);
}

/** Skips space, comments and processing instructions outside the root element. */
function skipMisc(cursor: Cursor): void {
  for (;;) {
    skipSpace(cursor);
    if (!skipComment(cursor) && !skipInstruction(cursor)) break;
  }
  if (cursor.source.startsWith("<!", cursor.at)) fail(cursor, "a document type (DTD) is refused");
}

function readElement(cursor: Cursor, outer: Scope, depth: number): XmlElement {
  if (depth > MOST_NESTED) fail(cursor, `elements nest deeper than ${MOST_NESTED}`);
  const { line } = cursor;
  advance(cursor, cursor.at + 1);
  const tag = readName(cursor);
  const written = readAttributes(cursor);
  const scope = scopeOf(cursor, outer, written);
  const named = resolve(cursor, scope, tag);
  const element = { ...named, attributes: resolveAttributes(cursor, scope, written), line };
  if (take(cursor, "/>")) return { ...element, children: [] };
  if (!take(cursor, ">")) fail(cursor, `the tag <${tag}> does not end`);
  const children: XmlElement[] = [];
  while (!cursor.source.startsWith("</", cursor.at)) readContent(cursor, { scope, depth, children });
  advance(cursor, cursor.at + 2);
  const closing = readName(cursor);
  skipSpace(cursor);
  if (closing !== tag) fail(cursor, `</${closing}> closes <${tag}>`);
  if (!take(cursor, ">")) fail(cursor, `the tag </${tag}> does not end`);
  return { ...element, children };
}

function readContent(
  cursor: Cursor,
  into: { readonly scope: Scope; readonly depth: number; readonly children: XmlElement[] },
): void {
  if (skipComment(cursor) || skipInstruction(cursor)) return;
  if (cursor.source.startsWith("<![CDATA[", cursor.at)) {
    advance(cursor, find(cursor, "]]>", "a CDATA section") + 3);
  } else if (cursor.source.startsWith("<!", cursor.at)) {
    fail(cursor, "a declaration inside an element");
  } else if (cursor.source.startsWith("<", cursor.at)) {
    into.children.push(readElement(cursor, into.scope, into.depth + 1));
  } else {
    const end = find(cursor, "<", "an element");
    const text = cursor.source.slice(cursor.at, end);
    if (text.includes("]]>")) fail(cursor, '"]]>" stands outside a CDATA section');
    decode(cursor, text);
    advance(cursor, end);
  }
}

function readAttributes(cursor: Cursor): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (;;) {
    const before = cursor.at;
    skipSpace(cursor);
    const next = cursor.source[cursor.at];
    if (next === ">" || next === "/" || next === undefined) return attributes;
    if (cursor.at === before) fail(cursor, "a space is missing before an attribute");
    const name = readName(cursor);
    skipSpace(cursor);
    if (!take(cursor, "=")) fail(cursor, `the attribute ${name} has no value`);
    skipSpace(cursor);
    const quote = cursor.source[cursor.at];
    if (quote !== '"' && quote !== "'") fail(cursor, `the value of ${name} is not quoted`);
    advance(cursor, cursor.at + 1);
    const end = find(cursor, quote, `the value of ${name}`);
    const value = cursor.source.slice(cursor.at, end);
    if (value.includes("<")) fail(cursor, `the value of ${name} holds "<"`);
    if (attributes.has(name)) fail(cursor, `the attribute ${name} is given twice`);
    if (attributes.size === MOST_ATTRIBUTES)
      fail(cursor, `more than ${MOST_ATTRIBUTES} attributes on one element`);
    attributes.set(name, decode(cursor, value.replace(/[\t\n\r]/g, " ")));
    advance(cursor, end + 1);
  }
}

function scopeOf(cursor: Cursor, outer: Scope, written: ReadonlyMap<string, string>): Scope {
  if (![...written.keys()].some((name) => name === "xmlns" || name.startsWith("xmlns:"))) return outer;
  const scope = new Map(outer);
  for (const [name, value] of written) {
    if (name === "xmlns") scope.set("", value);
    if (!name.startsWith("xmlns:")) continue;
    if (value === "") fail(cursor, `the prefix ${name.slice(6)} is bound to nothing`);
    scope.set(name.slice(6), value);
  }
  return scope;
}

function resolve(cursor: Cursor, scope: Scope, name: string): { namespace: string; name: string } {
  const colon = name.indexOf(":");
  if (colon < 0) return { namespace: scope.get("") ?? "", name };
  const namespace = scope.get(name.slice(0, colon));
  if (namespace === undefined) fail(cursor, `the prefix of ${name} is not declared`);
  return { namespace, name: name.slice(colon + 1) };
}

function resolveAttributes(
  cursor: Cursor,
  scope: Scope,
  written: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of written) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const resolved = name.includes(":") ? resolve(cursor, scope, name) : { namespace: "", name };
    const key = resolved.namespace === "" ? name : `{${resolved.namespace}}${resolved.name}`;
    if (attributes.has(key)) fail(cursor, `the attribute ${name} is given twice`);
    attributes.set(key, value);
  }
  return attributes;
}

/** Replaces character references and the five entities that XML itself knows. */
function decode(cursor: Cursor, text: string): string {
  if (!text.includes("&")) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    ENTITY.lastIndex = at;
    const [whole, hexadecimal, decimal, name] =
      ENTITY.exec(text) ?? fail(cursor, "an entity that XML does not know");
    const character =
      name === undefined
        ? characterOf(cursor, hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16))
        : (NAMED[name] ?? "");
    parts.push(text.slice(from, at), character);
    from = at + whole.length;
  }
  return parts.join("") + text.slice(from);
}

function characterOf(cursor: Cursor, code: number): string {
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFF";
  if (NOT_XML.test(character)) fail(cursor, "a reference to a character that XML 1.0 does not allow");
  return character;
}

function readName(cursor: Cursor): string {
  NAME.lastIndex = cursor.at;
  const [name] = NAME.exec(cursor.source) ?? fail(cursor, "a name is missing");
  advance(cursor, cursor.at + name.length);
  return name;
}

function skipSpace(cursor: Cursor): void {
  SPACE.lastIndex = cursor.at;
  SPACE.test(cursor.source);
  advance(cursor, SPACE.lastIndex);
}

function skipComment(cursor: Cursor): boolean {
  if (!take(cursor, "<!--")) return false;
  advance(cursor, find(cursor, "--", "a comment") + 2);
  if (!take(cursor, ">")) fail(cursor, '"--" stands inside a comment');
  return true;
}

function skipInstruction(cursor: Cursor): boolean {
  if (!cursor.source.startsWith("<?", cursor.at)) return false;
  if (/^<\?xml\b/i.test(cursor.source.slice(cursor.at, cursor.at + 6))) {
    fail(cursor, "an XML declaration stands after the beginning");
  }
  advance(cursor, find(cursor, "?>", "a processing instruction") + 2);
  return true;
}

function take(cursor: Cursor, token: string): boolean {
  if (!cursor.source.startsWith(token, cursor.at)) return false;
  cursor.at += token.length;
  return true;
}

function find(cursor: Cursor, token: string, what: string): number {
  const found = cursor.source.indexOf(token, cursor.at);
  return found < 0 ? fail(cursor, `${what} does not end`) : found;
}

function advance(cursor: Cursor, to: number): void {
  for (let at = cursor.at; at < to; at += 1) {
    if (cursor.source.charCodeAt(at) === NEWLINE) cursor.line += 1;
  }
  cursor.at = to;
}

function fail(cursor: Cursor, problem: string): never {
  throw new InvalidEmotionMLError(problem, cursor.line);
}
