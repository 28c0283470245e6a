import { PURPOSES } from "../purpose.ts";
import type { Purpose } from "../purpose.ts";
import table from "./jurisdictions.json" with { type: "json" };
import { issuePermit, PERCEIVED_MODALITIES } from "./permit.ts";
import type { PerceivedModality, Permit } from "./permit.ts";

/** Whose law applies. Every profile refuses at least what the project refuses everywhere. */
export type Jurisdiction = "eu" | "elsewhere";

/** The profiles of `jurisdictions.json`; "eu" is the one used unless told otherwise. */
export const JURISDICTIONS: readonly Jurisdiction[] = ["eu", "elsewhere"];

/** One line of a profile: these modalities may never be perceived for these purposes. */
export interface Prohibition {
  readonly purposes: readonly string[];
  readonly modalities: readonly string[];
  readonly reason: string;
  /** The provision; absent where it is the project's own rule. */
  readonly law?: string;
}

interface JurisdictionProfile {
  readonly name: string;
  readonly prohibitions: readonly Prohibition[];
  readonly noticeLaw?: string;
}

const PROFILES: Readonly<Record<Jurisdiction, JurisdictionProfile>> = table;

/** What somebody wants to perceive, and what the person was told before. */
export interface PermitRequest {
  readonly purpose: Purpose;
  readonly modality: PerceivedModality;
  /** The person answered a notice that names emotion analysis with a yes. */
  readonly noticeAnswered: boolean;
  /** The notice was shown. Enough for text; voice and face need the answer. Answered implies shown. */
  readonly noticeShown?: boolean;
  /** Whose law applies; "eu" when absent. */
  readonly jurisdiction?: Jurisdiction;
}

/** A permit, or the reason why there is none and the law behind it, where it is a law. */
export type PermitDecision =
  | { readonly kind: "permitted"; readonly permit: Permit }
  | { readonly kind: "refused"; readonly reason: string; readonly law?: string };

/**
 * Says whether a purpose may perceive a modality, and gives the permit if so. Voice and face are refused for
 * education and workplace whatever the person agreed to: there is no argument for a role, a consent or a
 * plug-in, so none can change it. Nothing is perceived before a notice that names emotion analysis: voice and
 * face need its answer, text needs it shown.
 *
 * @param request the purpose, the modality and what the person was told
 * @returns a permit for exactly this purpose and modality, or a refusal with its reason
 * @throws RangeError for an unknown purpose, modality or jurisdiction: what is not in the table is not lawful
 *
 * Source: Regulation (EU) 2024/1689 (AI Act), Art. 3(39), 5(1)(f) and 50(3); text is not biometric data.
 *
 * @example
 * ```ts
 * import { permitFor } from "@openempathic/govern";
 *
 * permitFor({ purpose: "education", modality: "face", noticeAnswered: true }).kind; // => "refused"
 * permitFor({ purpose: "education", modality: "text", noticeAnswered: true }).kind; // => "permitted"
 * permitFor({ purpose: "companion", modality: "voice", noticeAnswered: false }).kind; // => "refused"
 * ```
 */
export function permitFor(request: PermitRequest): PermitDecision {
  const { purpose, modality, jurisdiction = "eu" } = request;
  requireOneOf("purpose", purpose, PURPOSES);
  requireOneOf("modality", modality, PERCEIVED_MODALITIES);
  requireOneOf("jurisdiction", jurisdiction, JURISDICTIONS);

  const profile = PROFILES[jurisdiction];
  const prohibition = profile.prohibitions.find(
    ({ purposes, modalities }) => purposes.includes(purpose) && modalities.includes(modality),
  );
  if (prohibition !== undefined) return refusal(prohibition.reason, prohibition.law);

  const answered = isTrue(request.noticeAnswered);
  if (modality === "text" ? answered || isTrue(request.noticeShown) : answered) {
    return { kind: "permitted", permit: issuePermit(purpose, modality) };
  }
  return modality === "text"
    ? refusal("The notice about emotion analysis has not been shown yet.", profile.noticeLaw)
    : refusal("The person has not agreed to the notice about emotion analysis yet.", profile.noticeLaw);
}

/** Only a real true counts: a "yes", a 1 or a forgotten await must not open the door. */
function isTrue(value: unknown): boolean {
  return value === true;
}

function refusal(reason: string, law: string | undefined): PermitDecision {
  return law === undefined ? { kind: "refused", reason } : { kind: "refused", reason, law };
}

function requireOneOf(field: string, value: unknown, allowed: readonly string[]): void {
  if (typeof value !== "string" || !allowed.includes(value)) {
    throw new RangeError(
      `permitFor needs ${field} to be one of ${allowed.join(", ")}; it got ${JSON.stringify(value)}`,
    );
  }
}
