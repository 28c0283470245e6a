import type { Purpose } from "../purpose.ts";

/** A kind of signal that a perceiver can look at. A self-report is not perceived: the person says it. */
export type PerceivedModality = "text" | "voice" | "face";

/** The kinds of signal that a perceiver can look at. */
export const PERCEIVED_MODALITIES: readonly PerceivedModality[] = ["text", "voice", "face"];

const TOKEN: unique symbol = Symbol("open-empathic.permit");

/**
 * The right to perceive one modality for one purpose. A perceiver of voice or face takes one; only
 * {@link permitFor} gives one out. It cannot be made by hand: the constructor is private and guarded by a token
 * that never leaves this file, and a copy, a cast or a permit read from JSON lacks the private mark.
 *
 * Calling the constructor throws TypeError.
 *
 * @example
 * ```ts
 * import { isPermit, permitFor } from "@openempathic/govern";
 *
 * const asked = permitFor({ purpose: "companion", modality: "voice", noticeAnswered: true });
 * asked.kind === "permitted" && isPermit(asked.permit); // => true
 * isPermit({ purpose: "companion", modality: "voice" }); // => false
 * ```
 */
export class Permit {
  readonly #mark = TOKEN;
  readonly purpose: Purpose;
  readonly modality: PerceivedModality;

  private constructor(token: typeof TOKEN, purpose: Purpose, modality: PerceivedModality) {
    // The type keeps honest callers out; this keeps everybody else out at run time.
    if ((token as unknown) !== TOKEN) {
      throw new TypeError("Permit needs to come from permitFor; it got a call of its constructor");
    }
    this.purpose = purpose;
    this.modality = modality;
    Object.freeze(this);
  }

  /** @internal Whether a value was made here. */
  static carriesMark(value: unknown): value is Permit {
    return typeof value === "object" && value !== null && #mark in value && value.#mark === TOKEN;
  }

  /** @internal Needs the token of this file, so only {@link issuePermit} can call it with success. */
  static issue(token: typeof TOKEN, purpose: Purpose, modality: PerceivedModality): Permit {
    return new Permit(token, purpose, modality);
  }
}

/** Makes a permit. Kept inside the package: `permitFor` is the only caller and index.ts does not list it. */
export function issuePermit(purpose: Purpose, modality: PerceivedModality): Permit {
  return Permit.issue(TOKEN, purpose, modality);
}

/**
 * Whether a value is a permit that this package gave out, and, where asked, the one for this purpose and
 * modality. Perceivers call it before they look at anything.
 *
 * @param value anything
 * @param needed the purpose and modality that the permit must be for; absent: any
 * @returns false for look-alikes: plain objects, copies, values read from JSON
 *
 * @example
 * ```ts
 * import { isPermit, permitFor } from "@openempathic/govern";
 *
 * const asked = permitFor({ purpose: "play", modality: "face", noticeAnswered: true });
 * asked.kind === "permitted" && isPermit(asked.permit, { modality: "voice" }); // => false
 * ```
 */
export function isPermit(
  value: unknown,
  needed: { readonly purpose?: Purpose; readonly modality?: PerceivedModality } = {},
): value is Permit {
  return (
    Permit.carriesMark(value) &&
    (needed.purpose === undefined || value.purpose === needed.purpose) &&
    (needed.modality === undefined || value.modality === needed.modality)
  );
}
