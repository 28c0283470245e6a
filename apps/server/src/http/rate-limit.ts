import type { Context } from "hono";
import { isLocal, requireParticipant } from "./principal.ts";
import type { AppEnv } from "./principal.ts";
import { Problem } from "./problem.ts";

/** Counts attempts per sender and says when there were too many. */
export interface RateLimit {
  /** Counts one attempt. Returns 0 when it may go on, else the seconds until the next may. */
  secondsToWait(sender: string): number;
}

/** How many senders are remembered; beyond that the oldest window is dropped, so memory stays bounded. */
const SENDERS_KEPT = 10_000;

/**
 * At most `attempts` per sender in each window of `windowMs`, counted from the sender's first attempt.
 * @param now Milliseconds since any fixed point.
 */
export function createRateLimit(
  { attempts, windowMs }: { readonly attempts: number; readonly windowMs: number },
  now: () => number,
): RateLimit {
  const windows = new Map<string, { readonly endsMs: number; count: number }>();
  return {
    secondsToWait: (sender) => {
      const nowMs = now();
      let window = windows.get(sender);
      if (window === undefined || window.endsMs <= nowMs) {
        windows.delete(sender);
        window = { endsMs: nowMs + windowMs, count: 0 };
        windows.set(sender, window);
        const [oldest] = windows.keys();
        if (windows.size > SENDERS_KEPT && oldest !== undefined) windows.delete(oldest);
      }
      window.count += 1;
      return window.count <= attempts ? 0 : Math.ceil((window.endsMs - nowMs) / 1000);
    },
  };
}

/**
 * Limits what somebody may ask for who is neither on this machine, nor its owner, nor a program of theirs.
 * @throws {Problem} not-signed-in, too-many-requests
 */
export function limitStrangers(c: Context<AppEnv>, limit: RateLimit): void {
  const { id } = requireParticipant(c);
  if (!isStranger(c)) return;
  const wait = limit.secondsToWait(id);
  if (wait > 0) throw tooMany("That was a lot in a short time.", wait);
}

/**
 * Whether a request is from somebody who is neither on this machine, nor its owner, nor a program of theirs.
 * @throws {Problem} not-signed-in
 */
export function isStranger(c: Context<AppEnv>): boolean {
  return requireParticipant(c).role !== "owner" && c.get("principal").kind !== "key" && !isLocal(c);
}

/** The problem of somebody who asks too often, with when they may ask again. */
export function tooMany(why: string, seconds: number): Problem {
  return new Problem("too-many-requests", `${why} Try again in ${seconds} seconds.`, {
    "retry-after": String(seconds),
  });
}

/**
 * Whom an address stands for in a limit: IPv6 gives each home at least 2^64 addresses (RFC 6177), so its first four
 * groups count as one sender.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !address.includes(":") || address.startsWith("::ffff:")) return address ?? "";
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array.from({ length: zeros }, () => "0"), ...last].slice(0, 4).join(":");
}
