import { checkProtocol } from "./check-protocol.ts";
import { locatedJson } from "./located-json.ts";
import type { StudyProtocol } from "./protocol.ts";
import { at } from "./protocol-fault.ts";
import type { ProtocolFault } from "./protocol-fault.ts";
import { studyProtocolSchema } from "./protocol-schema.ts";

/** A protocol that was read whole, or all that stands in its way: nothing is ever half imported. */
export type ProtocolReading =
  | { readonly kind: "read"; readonly protocol: StudyProtocol }
  | { readonly kind: "faulty"; readonly faults: readonly ProtocolFault[] };

/** The longest file that is read, in UTF-16 units. */
export const PROTOCOL_FILE_MAX_LENGTH = 900_000;

/**
 * Reads a protocol from a file.
 *
 * @returns the protocol, or each fault with its line, its place and what is wrong there
 *
 * @example
 * ```ts
 * import { readProtocol } from "@openempathic/experiences/study";
 *
 * readProtocol('{\n"schema": 1,\n}');
 * // => { kind: "faulty", faults: [{ line: 3, path: "", reason: "there is a comma before the end of a list" }] }
 * ```
 */
export function readProtocol(text: string): ProtocolReading {
  if (text.length > PROTOCOL_FILE_MAX_LENGTH)
    return faulty([{ line: 1, path: "", reason: "the file is too large" }]);
  const json = locatedJson(text.replace(/^\ufeff/u, ""));
  if (json.kind === "faulty") return faulty([{ line: json.line, path: "", reason: json.reason }]);
  const shaped = studyProtocolSchema.safeParse(json.value);
  if (!shaped.success) {
    return faulty(
      shaped.error.issues.map((issue) => {
        const path = at("", ...issue.path.map((step) => (typeof step === "number" ? step : String(step))));
        return { line: json.lineOf(path), path, reason: reasonOf(issue, json.value) };
      }),
    );
  }
  const faults = checkProtocol(shaped.data);
  if (faults.length > 0) return faulty(faults.map((fault) => ({ ...fault, line: json.lineOf(fault.path) })));
  return { kind: "read", protocol: shaped.data };
}

function faulty(faults: readonly ProtocolFault[]): ProtocolReading {
  return { kind: "faulty", faults };
}

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

function reasonOf(issue: Issue, value: unknown): string {
  if (issue.code === "unrecognized_keys") {
    return `there is a field that is not known: “${(issue.keys ?? []).join("”, “").slice(0, 100)}”`;
  }
  if (valueAt(value, issue.path) === undefined) return "it is missing";
  return issue.message.replace(/^Invalid (?:input|option): /u, "");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (so, step) =>
      // The cast is safe: only a name that is the object's own is looked up.
      typeof so === "object" && so !== null && Object.hasOwn(so, step)
        ? (so as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
