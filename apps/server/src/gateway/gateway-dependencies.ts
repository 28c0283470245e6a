import type { AffectState } from "@openempathic/affect";
import type { Jurisdiction, RiskLatch } from "@openempathic/govern";
import type { Perceiver } from "@openempathic/perceive";
import type { SendUpstream } from "@openempathic/respond";
import type { Context } from "hono";

/** Where the gateway sends requests: any server with OpenAI's wire. */
export interface GatewayUpstream {
  /** Up to and including the version, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** Used where a request names no model, or the model `open-empathic`. */
  readonly model: string;
  readonly apiKey?: string;
}

/** Whether a request may use the gateway. */
export type GatewayAuthorization =
  | { readonly kind: "allowed"; readonly participantId?: string }
  | { readonly kind: "refused"; readonly status: 401 | 403 | 429; readonly message: string };

/** What a stored session contributes to a request that names it. */
export interface GatewaySession {
  readonly state: AffectState;
  readonly latch: RiskLatch;
  /** ISO 3166-1 alpha-2, for helplines. */
  readonly country?: string;
}

/** Everything the gateway's routes need from the server around them. */
export interface GatewayDependencies {
  /** The language model behind the gateway; `undefined` when none is set, and the built-in listener answers. */
  readonly upstream: () => Promise<GatewayUpstream | undefined>;
  readonly perceiver: Perceiver;
  /** A session's running picture; `undefined` when it does not exist or is not this participant's. */
  readonly sessionState?: (
    sessionId: string,
    participantId: string | undefined,
  ) => Promise<GatewaySession | undefined>;
  /** Called once per request, before the body is read. */
  readonly authorize: (context: Context) => Promise<GatewayAuthorization>;
  /** The law that applies; the European Union's unless told. */
  readonly jurisdiction?: Jurisdiction;
  /** Holds every reply against the council set, too, unless a request says otherwise; off unless told. */
  readonly council?: boolean;
  /** How the upstream is reached. */
  readonly send: SendUpstream;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly limits?: Partial<GatewayLimits>;
}

/** Bounds on what a request may hold and how long an upstream may be silent. */
export interface GatewayLimits {
  /** Bytes of a chat request's body. Default 8 MiB: pictures travel inside. */
  readonly bodyBytes: number;
  /** Milliseconds until the upstream's status line. Default 120,000. */
  readonly upstreamFirstByteMs: number;
  /** Milliseconds between two pieces of the upstream's body. Default 60,000. */
  readonly upstreamSilenceMs: number;
}
