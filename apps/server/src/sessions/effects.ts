import { abstain } from "@openempathic/affect";
import { companion, messageOf, turnsOf } from "@openempathic/experiences";
import type {
  CompanionEffect,
  CompanionState,
  PlatformEvent,
  ShownResource,
} from "@openempathic/experiences";
import { judgeRisk, latchRisk, permitFor } from "@openempathic/govern";
import type { Helpline, Jurisdiction, Turn } from "@openempathic/govern";
import type { Perceiver } from "@openempathic/perceive";
import { answer } from "@openempathic/respond";
import type { LanguageModel } from "@openempathic/respond";

/** What effects are run with. */
export interface EffectMeans {
  readonly perceiver: Perceiver;
  /** The language model as it is set now; `undefined` when none is. */
  readonly languageModel: () => Promise<LanguageModel | undefined>;
  readonly now: () => number;
  /** The law that applies; the strictest unless told. */
  readonly jurisdiction?: Jurisdiction;
}

/** One effect that a session asked for. */
export interface EffectRequest {
  readonly effect: CompanionEffect;
  readonly state: CompanionState;
  readonly signal: AbortSignal;
}

/**
 * Runs one effect of the companion and yields the events that it results in, as they come.
 * @throws What a means throws; the runner turns that into an event.
 */
export async function* runEffect(means: EffectMeans, request: EffectRequest): AsyncGenerator<PlatformEvent> {
  const { effect, state } = request;
  switch (effect.kind) {
    case "show-notices":
      yield { kind: "notices-shown", notices: effect.notices };
      return;
    case "judge-risk":
      yield judge(state, effect.of);
      return;
    case "perceive":
      yield await perceive(means, request, effect.of);
      return;
    case "answer":
      yield* reply(means, request, effect.of);
      return;
    case "propose-memory":
      yield { kind: "memory-proposed", memoryId: effect.memoryId, of: effect.of, text: effect.text };
      return;
    case "schedule-check-in":
    case "cancel-check-in":
      // Kept in step with the state by the runner.
      return;
  }
}

function judge(state: CompanionState, of: number): PlatformEvent {
  const judgement = judgeRisk(turnsOf(state, of));
  const latch = latchRisk(state.latch, judgement, messageOf(state, of)?.atMs ?? state.atMs ?? 0);
  return { kind: "risk-judged", of, judgement, latch };
}

async function perceive(
  means: EffectMeans,
  { state, signal }: EffectRequest,
  of: number,
): Promise<PlatformEvent> {
  const [text, context] = lastOf(turnsOf(state, of));
  const asked = permitFor({
    purpose: companion.purpose,
    modality: "text",
    ...(means.jurisdiction === undefined ? {} : { jurisdiction: means.jurisdiction }),
    noticeShown: state.notices.shownAtMs["emotion-analysis"] !== undefined,
    noticeAnswered: state.notices.acknowledgedAtMs !== undefined,
  });
  const { id, version } = means.perceiver;
  const estimate =
    asked.kind === "refused"
      ? abstain({
          modality: "text",
          reason: "not-permitted",
          detail: asked.reason,
          source: { kind: "model", id, version },
        })
      : await means.perceiver.perceive({ kind: "text", text, context }, { signal });
  return { kind: "estimated", of, estimate };
}

async function* reply(
  means: EffectMeans,
  { state, signal }: EffectRequest,
  of: number,
): AsyncGenerator<PlatformEvent> {
  const message = messageOf(state, of);
  const model = await means.languageModel();
  const events = answer({
    turns: turnsOf(state, of),
    state: state.affect,
    latch: state.latch,
    language: state.language,
    atMs: message?.atMs ?? means.now(),
    ...(message?.risk === undefined ? {} : { judgement: message.risk }),
    ...(state.country === undefined ? {} : { country: state.country }),
    ...(model === undefined ? {} : { model }),
    signal,
  });
  for await (const event of events) {
    switch (event.kind) {
      case "risk":
        // The first repeats the judgement that is in the log already; a later one was raised by the model.
        if (event.judgement !== message?.risk) {
          yield { kind: "risk-judged", of, judgement: event.judgement, latch: event.latch };
        }
        break;
      case "plan":
        yield { kind: "planned", of, plan: event.plan };
        break;
      case "part":
        yield { kind: "reply-part", of, text: event.text };
        break;
      case "done": {
        const resources = event.resources.map(shownResource);
        yield { ...event, kind: "replied", of, resources };
        break;
      }
    }
  }
}

function shownResource({ name, contact, hours, checkedOn, source }: Helpline): ShownResource {
  return { name, contact, hours, checkedOn, source };
}

function lastOf(turns: readonly Turn[]): [text: string, context: readonly Turn[]] {
  return [turns.at(-1)?.text ?? "", turns.slice(0, -1)];
}
