import type { GatewayRequest } from "./gateway-answer.ts";
import { GatewayRefusal, invalidRequest } from "./gateway-refusal.ts";

/**
 * A request's body as text, read no further than the limit.
 *
 * @throws {GatewayRefusal} 413 `request_too_large` beyond the limit, 400 `invalid_unicode` when it is not UTF-8.
 */
export async function readBody(
  { headers, body }: Pick<GatewayRequest, "headers" | "body">,
  limitBytes: number,
): Promise<string> {
  if (Number(headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  if (body === null) return text;
  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > limitBytes) throw tooLarge(limitBytes);
    text += decode(decoder, piece);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw invalidRequest("The request's body is not UTF-8.", "invalid_unicode");
  }
}

function tooLarge(limitBytes: number): GatewayRefusal {
  return new GatewayRefusal(`The request's body is larger than ${limitBytes} bytes.`, {
    status: 413,
    type: "invalid_request_error",
    wireCode: "request_too_large",
  });
}
