import { send } from "./request.ts";
import type { ApiRequest, Transport } from "./request.ts";

/** What every call takes. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** What a write takes: with the same key it is done once, however often it is sent. */
export interface WriteOptions extends CallOptions {
  readonly idempotencyKey?: string;
}

/** A request that reads. */
export function get(path: string, options: CallOptions | undefined): ApiRequest {
  return { method: "GET", path, ...signalOf(options) };
}

/** A request that writes. */
export function post(path: string, body: unknown, options: WriteOptions | undefined): ApiRequest {
  const key = options?.idempotencyKey;
  return {
    method: "POST",
    path,
    body,
    ...(key === undefined ? {} : { headers: { "idempotency-key": key } }),
    ...signalOf(options),
  };
}

/** Deletes what is at a path. */
export async function remove(
  transport: Transport,
  path: string,
  options: CallOptions | undefined,
): Promise<void> {
  const response = await send(transport, { method: "DELETE", path, ...signalOf(options) });
  await response.body?.cancel();
}

function signalOf(options: CallOptions | undefined): { readonly signal?: AbortSignal } {
  return options?.signal === undefined ? {} : { signal: options.signal };
}
