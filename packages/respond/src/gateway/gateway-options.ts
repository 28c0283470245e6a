import type { AffectState } from "@openempathic/affect";
import type { Jurisdiction, RiskLatch } from "@openempathic/govern";
import type { Upstream } from "./ask-upstream.ts";
import type { SendUpstream } from "./send-upstream.ts";
import type { UnderstandDependencies } from "./understand.ts";

/** Bounds on what a request may hold and how long an upstream may be silent. */
export interface GatewayBounds {
  /** Bytes of a chat request's body. */
  readonly bodyBytes: number;
  /** Milliseconds until the upstream's status line. */
  readonly upstreamFirstByteMs: number;
  /** Milliseconds between two pieces of the upstream's body. */
  readonly upstreamSilenceMs: number;
}

/** 8 MiB, since pictures travel inside; two minutes, since a whole long answer is written before its first byte. */
export const GATEWAY_BOUNDS: GatewayBounds = {
  bodyBytes: 8 * 1024 * 1024,
  upstreamFirstByteMs: 120_000,
  upstreamSilenceMs: 60_000,
};

/** Who asks, as the server knows them. */
export interface GatewayCall {
  readonly participantId: string | undefined;
}

/** What a stored session brings to a request. */
export interface GatewaySessionPicture {
  readonly state: AffectState;
  readonly latch: RiskLatch;
  /** ISO 3166-1 alpha-2, for helplines. */
  readonly country?: string;
}

/** Everything that the gateway needs from around it. */
export interface GatewayOptions extends UnderstandDependencies {
  /** The language model's server; `undefined` when none is set, and the built-in listener answers. */
  readonly upstream: () => Promise<Upstream | undefined>;
  /** A stored session; `undefined` when it does not exist or is not this participant's. */
  readonly session?: (
    sessionId: string,
    participantId: string | undefined,
  ) => Promise<GatewaySessionPicture | undefined>;
  /** The law that applies to estimates of voice and face; the European Union's unless told. */
  readonly jurisdiction?: Jurisdiction;
  /** Holds every reply against the council set, too, unless a request says otherwise; off unless told. */
  readonly council?: boolean;
  /** How the upstream is reached. */
  readonly send: SendUpstream;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A new, unguessable id. */
  readonly newId: () => string;
  readonly limits: GatewayBounds;
}
