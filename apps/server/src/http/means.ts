import type { Jurisdiction } from "@openempathic/govern";
import type { Perceiver } from "@openempathic/perceive";
import type { ServedExperiences } from "../experiences/served-experience.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { SessionRunner } from "../sessions/session-runner.ts";
import type { Notifier } from "../sessions/notifier.ts";
import type { LanguageModelStore } from "../settings/language-model-store.ts";
import type { Database } from "../storage/open-database.ts";
import type { Log } from "./log.ts";

/** Everything that routes need from the server around them. */
export interface Means {
  readonly db: Database;
  readonly notifier: Notifier;
  readonly runner: SessionRunner;
  readonly experiences: ServedExperiences;
  readonly perceiver: Perceiver;
  /** What reads text for the gateway, where time counts most. */
  readonly quickPerceiver: Perceiver;
  readonly languageModels: LanguageModelStore;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly version: string;
  /** The law that applies, for permits. */
  readonly jurisdiction: Jurisdiction;
  /** Whether the gateway holds replies against the council set, unless a request says otherwise. */
  readonly councilChecks: boolean;
  /** Whether the server listens on this machine's own address only. */
  readonly listensOnLoopback: boolean;
  /** Aborts when the server closes; open streams end. */
  readonly closing: AbortSignal;
  readonly webFolder: string;
  readonly modelsFolder: string;
}
