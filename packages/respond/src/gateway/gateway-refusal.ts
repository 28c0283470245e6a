import { OpenEmpathicError } from "@openempathic/affect";
import { jsonAnswer } from "./gateway-answer.ts";
import type { GatewayAnswer } from "./gateway-answer.ts";

/** How a refusal stands in OpenAI's error object. */
export interface RefusalDetails {
  readonly status: number;
  /** OpenAI's `type`, such as `invalid_request_error`. */
  readonly type: string;
  /** OpenAI's `code`, for programs. */
  readonly wireCode: string;
  /** The request's field that is meant, where there is one. */
  readonly param?: string;
  readonly cause?: unknown;
}

/**
 * Thrown inside the gateway when a request cannot be answered: it is not what the wire asks for (status 400, 404,
 * 413), its purpose forbids it (403), or the upstream cannot be reached, is silent or talks nonsense (502, 504). The
 * gateway turns it into OpenAI's error shape; it never leaves as an exception.
 */
export class GatewayRefusal extends OpenEmpathicError {
  readonly code = "gateway-refused";
  readonly details: RefusalDetails;

  constructor(message: string, details: RefusalDetails) {
    super(message, { cause: details.cause });
    this.details = details;
  }
}

/** A refusal of something in the request itself. */
export function invalidRequest(message: string, wireCode: string, param?: string): GatewayRefusal {
  return new GatewayRefusal(message, {
    status: 400,
    type: "invalid_request_error",
    wireCode,
    ...(param === undefined ? {} : { param }),
  });
}

/** A refusal because of the upstream. */
export function upstreamTrouble(
  message: string,
  details: { readonly status: 502 | 504; readonly wireCode: string; readonly cause?: unknown },
): GatewayRefusal {
  return new GatewayRefusal(message, { type: "upstream_error", ...details });
}

/** OpenAI's error object. */
export function openAiErrorBody(message: string, details: Omit<RefusalDetails, "status">): string {
  const { type, param, wireCode } = details;
  return JSON.stringify({ error: { message, type, param: param ?? null, code: wireCode } });
}

/** OpenAI's error object as an answer. */
export function refusalAnswer(refusal: GatewayRefusal): GatewayAnswer {
  return jsonAnswer(openAiErrorBody(refusal.message, refusal.details), refusal.details.status);
}
