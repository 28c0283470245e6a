import { isGraveRisk, judgeRisk, latchRisk, raiseRisk, RISK_LEVELS } from "@openempathic/govern";
import type { RiskJudgement, RiskLatch } from "@openempathic/govern";
import type { CheckFinding } from "../check.ts";
import { crisisAnswer } from "../crisis/crisis-answer.ts";
import { checkReport } from "../gateway/check-words.ts";
import { ownWordsCheck } from "../gateway/words-check.ts";
import { listen } from "../listening/listen.ts";
import type { LanguageModel } from "../model/language-model.ts";
import { LanguageModelUnavailableError } from "../model/language-model-unavailable-error.ts";
import type { Plan } from "../plan.ts";
import { isGoodbye } from "../words/goodbye.ts";
import { lastPersonText } from "../words/turns.ts";
import { planReply } from "../planning/plan-reply.ts";
import type { AnswerDone, AnswerEvent, AnswerRequest } from "./answer-event.ts";
import { lettingGo } from "./letting-go.ts";
import { modelWords } from "./model-words.ts";

/**
 * The one door to a reply. Risk is judged first, by code. At "passive" and above, about the writer or somebody
 * else, the answer is the crisis script, at once and without any model or network. Otherwise the plan is worded by
 * the language model, every sentence checked before it is given out, or by the built-in listener when there is no
 * model or it is in trouble before its first sentence. If it breaks off later, what was shown stays and is the
 * reply. At "concern" the model is asked for its opinion on the risk and can raise it, never lower it.
 *
 * @throws Whatever reason `signal` was aborted with; nothing else.
 */
export async function* answer(request: AnswerRequest): AsyncGenerator<AnswerEvent> {
  const { turns, state, language, atMs, model, signal } = request;
  const judgement = request.judgement ?? judgeRisk(turns);
  let latch = request.judgement === undefined ? latchRisk(request.latch, judgement, atMs) : request.latch;
  yield { kind: "risk", judgement, latch };

  if (model !== undefined && judgement.level === "concern" && !isGraveRisk(latch.level)) {
    const opinion = await opinionOf(model, request, judgement);
    signal?.throwIfAborted();
    if (opinion !== undefined) {
      latch = raiseRisk(latch, opinion, atMs);
      yield { kind: "risk", judgement: opinion, latch };
    }
  }

  const plan = planReply({ turns, state, risk: latch, language });
  yield { kind: "plan", plan };
  if (isGraveRisk(latch.level)) yield* scripted({ ...request, language: plan.language }, latch);
  else if (model === undefined) yield* byListener(request, plan);
  else yield* byModel(request, { plan, latch, model });
}

/** A judgement graver than the code's; `undefined` when the model has none. */
async function opinionOf(
  model: LanguageModel,
  { turns, signal }: AnswerRequest,
  judged: RiskJudgement,
): Promise<RiskJudgement | undefined> {
  const level = await model.rateRisk({ turns, ...(signal === undefined ? {} : { signal }) });
  if (level === undefined || RISK_LEVELS.indexOf(level) <= RISK_LEVELS.indexOf(judged.level))
    return undefined;
  const reason = "The language model read this message as graver than its words alone.";
  return { level, about: judged.about ?? "self", reason };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the script waits for nothing; its kind is the door's.
async function* scripted(request: AnswerRequest, latch: RiskLatch): AsyncGenerator<AnswerEvent> {
  const { language, turns, country } = request;
  const { text, resources } = crisisAnswer({
    language,
    latch,
    turns,
    ...(country === undefined ? {} : { country }),
  });
  yield { kind: "part", text };
  yield { kind: "done", text, by: "crisis-script", checks: checkReport(text, []), resources };
}

async function* byListener(
  request: AnswerRequest,
  plan: Plan,
  modelTrouble?: string,
): AsyncGenerator<AnswerEvent> {
  const words = listen({ plan, turns: request.turns, state: request.state });
  const said = collect();
  const check = ownWordsCheck(plan.language)();
  for (const piece of [...(await check.push(words)), ...(await check.end())]) yield* said.take(piece);
  yield { ...said.done("listener"), ...(modelTrouble === undefined ? {} : { modelTrouble }) };
}

async function* byModel(
  request: AnswerRequest,
  decided: { readonly plan: Plan; readonly latch: RiskLatch; readonly model: LanguageModel },
): AsyncGenerator<AnswerEvent> {
  const said = collect();
  try {
    const isLeaving = decided.latch.level === "none" && isGoodbye(lastPersonText(request.turns));
    const words = modelWords(request, { ...decided, isLeaving });
    const spoken = isLeaving ? lettingGo(words, decided.plan.language) : words;
    for await (const piece of spoken) yield* said.take(piece);
  } catch (error) {
    if (!(error instanceof LanguageModelUnavailableError)) throw error;
    if (said.text() === "") yield* byListener(request, decided.plan, error.message);
    else yield { ...said.done("language-model"), modelTrouble: error.message };
    return;
  }
  yield said.done("language-model");
}

/** Gathers what was given out, for the last event. */
function collect() {
  let text = "";
  const findings: CheckFinding[] = [];
  return {
    text: () => text,
    *take(
      piece: { kind: "text"; text: string } | { kind: "finding"; finding: CheckFinding },
    ): Generator<AnswerEvent> {
      if (piece.kind === "finding") {
        findings.push(piece.finding);
      } else if (piece.text !== "") {
        text += piece.text;
        yield { kind: "part", text: piece.text };
      }
    },
    done: (by: AnswerDone["by"]): AnswerDone => ({
      kind: "done",
      text,
      by,
      checks: checkReport(text, findings),
      resources: [],
    }),
  };
}
