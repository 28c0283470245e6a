import { companion, messageOf, questionWishedIn, rememberedFor, turnsOf } from "@openempathic/experiences";
import type { CompanionEffect, CompanionState, LifeQuestion, PlatformEvent } from "@openempathic/experiences";
import { judgeRisk, latchRisk, shownResource } from "@openempathic/govern";
import type { RiskLevel, Turn } from "@openempathic/govern";
import { answer, openStep } from "@openempathic/respond";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import { perceiveText } from "../perceive-text.ts";

type Request = EffectRequest<CompanionState, CompanionEffect>;

/**
 * Runs one effect of the companion and yields the events that it results in, as they come.
 * @throws What a means throws; the runner turns that into an event.
 */
export async function* runCompanionEffect(
  means: EffectMeans,
  request: Request,
): AsyncGenerator<PlatformEvent> {
  const { effect, state } = request;
  switch (effect.kind) {
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
    case "propose-passage": {
      const { passageId, of, chapter, text } = effect;
      yield { kind: "life-proposed", passageId, of, chapter, text };
      return;
    }
    case "ask-life-question": {
      const { of, questionId, chapter, text } = effect;
      yield { kind: "life-question", of, questionId, chapter, text };
      return;
    }
    case "show-notices":
    case "schedule-routine":
    case "schedule-check-in":
    case "cancel-check-in":
      // Seen to by the runner.
      return;
  }
}

function judge(state: CompanionState, of: number): PlatformEvent {
  const judgement = judgeRisk(turnsOf(state, of));
  const latch = latchRisk(state.latch, judgement, messageOf(state, of)?.atMs ?? state.atMs ?? 0);
  return { kind: "risk-judged", of, judgement, latch };
}

async function perceive(means: EffectMeans, { state, signal }: Request, of: number): Promise<PlatformEvent> {
  const [text, context] = lastOf(turnsOf(state, of));
  const { purpose } = companion;
  return {
    kind: "estimated",
    of,
    estimate: await perceiveText(means, { purpose, frame: state, text, context, signal }),
  };
}

async function* reply(means: EffectMeans, request: Request, of: number): AsyncGenerator<PlatformEvent> {
  const { state, signal } = request;
  const message = messageOf(state, of);
  const question = message === undefined ? undefined : questionWishedIn(state, message);
  if (question !== undefined) {
    yield* askWished(question, of);
    return;
  }
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
    remembered: rememberedFor(state, of),
    signal,
  });
  // A language model may raise it while it answers.
  let { level } = state.latch;
  for await (const event of events) {
    switch (event.kind) {
      case "risk":
        ({ level } = event.latch);
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
        if (event.by === "crisis-script") await countCare(means, request, { of, level, text: event.text });
        break;
      }
    }
  }
}

/** After the answer is stored, so that nobody waits for the counting and a failure of it takes nothing away. */
async function countCare(
  means: EffectMeans,
  { state }: Request,
  { of, level, text }: { readonly of: number; readonly level: RiskLevel; readonly text: string },
): Promise<void> {
  const step = openStep([...turnsOf(state, of), { role: "assistant", text }]) ?? "staying";
  await means.countCare?.({ level, step, country: state.country, atMs: means.now() });
}

/** Somebody who wishes in words to be asked something of their life is asked that, by code and at once. */
function* askWished({ id, chapter, text }: LifeQuestion, of: number): Generator<PlatformEvent> {
  yield { kind: "life-question", of, questionId: id, chapter, text };
  const checks = { sentences: 2, findings: [] };
  yield { kind: "replied", of, text, by: "listener", checks, resources: [] };
}

function lastOf(turns: readonly Turn[]): [text: string, context: readonly Turn[]] {
  return [turns.at(-1)?.text ?? "", turns.slice(0, -1)];
}
