import type { Jurisdiction } from "@openempathic/govern";
import type { Perceiver } from "@openempathic/perceive";
import type { LanguageModel } from "@openempathic/respond";
import type { CareAnswer } from "../care/care-counts.ts";

/** What effects are run with. */
export interface EffectMeans {
  readonly perceiver: Perceiver;
  /** The language model as it is set now; `undefined` when none is. Only ever handed on to `respond`. */
  readonly languageModel: () => Promise<LanguageModel | undefined>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Counts a crisis answer that was given, without whose it was; absent where nothing is counted. */
  readonly countCare?: (answer: CareAnswer) => Promise<void>;
  /** The law that applies; the strictest unless told. */
  readonly jurisdiction?: Jurisdiction;
}

/** One effect that a session asked for. */
export interface EffectRequest<State, Effect> {
  readonly effect: Effect;
  readonly state: State;
  /** Aborts when the session is deleted or the server closes. */
  readonly signal: AbortSignal;
}
