import { lookup } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP } from "node:net";
import type { LookupFunction } from "node:net";

/** What may be asked, and how it is bounded. */
export interface GuardedFetchOptions {
  /**
   * Whether the owner said that the other side is in their own network: then it may be there, and without TLS. What
   * clouds answer their machines at (link-local addresses) is never asked.
   */
  readonly isPrivate: boolean;
  /** Most bytes of an answer. */
  readonly bodyBytes?: number;
  readonly timeoutMs?: number;
  /** Finds all addresses of a name; the system does, unless told. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
}

/** A request as {@link guardedFetch} sends it. */
export interface GuardedRequest {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Sends a request to another server, or throws a TypeError. */
export type GuardedFetch = (url: string, request?: GuardedRequest) => Promise<Response>;

const BODY_BYTES = 1_000_000;
const TIMEOUT_MS = 10_000;

/** Never asked, whatever the owner says: this network, link-local, multicast and reserved addresses (RFC 6890). */
const NEVER = blocked([
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["::", 128],
  ["fe80::", 10],
  ["ff00::", 8],
  // Addresses in which an IPv4 address is packed: NAT64 and 6to4.
  ["64:ff9b::", 96],
  ["2002::", 16],
]);

/** Asked only in the owner's own network: loopback, private and shared addresses. */
const PRIVATE = blocked([
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["::1", 128],
  ["fc00::", 7],
]);

/**
 * A fetch for addresses that come from elsewhere. Each address that a name stands for is looked at when the connection is
 * made, so that no name can point into the owner's own network; redirects are not followed, answers are bounded.
 */
export function guardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { isPrivate, bodyBytes = BODY_BYTES, timeoutMs = TIMEOUT_MS, resolve = everyAddress } = options;
  return (address, { method = "GET", headers = {}, body, signal } = {}) => {
    const url = new URL(address);
    if (!mayBeAsked(address, isPrivate)) return Promise.reject(refused());
    const limit = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    return new Promise((done, fail) => {
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const details = {
        method,
        headers: { ...headers, ...length },
        signal: stop,
        lookup: looking(resolve, isPrivate),
      };
      const request = send(url, details, (incoming) => {
        const pieces: Buffer[] = [];
        let bytes = 0;
        incoming.on("data", (piece: Buffer) => {
          bytes += piece.byteLength;
          if (bytes > bodyBytes) incoming.destroy(new TypeError("terminated"));
          else pieces.push(piece);
        });
        incoming.on("error", fail);
        incoming.on("end", () => {
          const { statusCode: status = 0 } = incoming;
          if (status < 200 || status > 599) {
            fail(new TypeError("fetch failed"));
            return;
          }
          const isEmpty = status === 204 || status === 205 || status === 304;
          const answer = new Headers();
          for (const [name, value] of Object.entries(incoming.headers)) {
            if (typeof value === "string") answer.set(name, value);
          }
          done(new Response(isEmpty ? null : Buffer.concat(pieces), { status, headers: answer }));
        });
      });
      request.on("error", fail);
      request.end(body);
    });
  };
}

/**
 * Whether an address may be asked at all, before its name is looked up.
 *
 * @example
 * ```ts
 * import { mayBeAsked } from "./guarded-fetch.ts";
 *
 * mayBeAsked("https://lms.example/keys", false); // => true
 * mayBeAsked("http://169.254.169.254/latest", true); // => false
 * ```
 */
export function mayBeAsked(address: string, isPrivate: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  const isSafe = protocol === "https:" || (isPrivate && protocol === "http:");
  if (!isSafe || `${username}${password}` !== "") return false;
  const host = hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) !== 0) return isReachable(host, isPrivate);
  const isOwn = host === "localhost" || host.endsWith(".localhost");
  return isPrivate || !isOwn;
}

function isReachable(ip: string, isPrivate: boolean): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)?.[1];
  // A packed address that is not written with dots is left alone rather than unpacked.
  if (mapped === undefined && /^::ffff:/iu.test(ip)) return false;
  const plain = mapped ?? ip;
  const family = isIP(plain) === 6 ? "ipv6" : "ipv4";
  return !NEVER.check(plain, family) && (isPrivate || !PRIVATE.check(plain, family));
}

/** Looks a name up, and refuses it where any of its addresses may not be asked. */
function looking(
  resolve: (name: string) => Promise<readonly LookupAddress[]>,
  isPrivate: boolean,
): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || addresses.some(({ address }) => !isReachable(address, isPrivate))) {
          callback(refused(), "");
        } else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : refused(), ""),
    );
  };
}

function everyAddress(name: string): Promise<readonly LookupAddress[]> {
  return lookup(name, { all: true });
}

function refused(): TypeError {
  return new TypeError("fetch failed: the address is not one that may be asked");
}

function blocked(nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, net.includes(":") ? "ipv6" : "ipv4");
  return list;
}
