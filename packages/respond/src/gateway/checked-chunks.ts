import { checkReport } from "./check-words.ts";
import type { WordsCheck } from "./check-words.ts";
import { ChoiceWords } from "./choice-words.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import { eventText } from "./event-stream.ts";
import type { StreamEvent } from "./event-stream.ts";
import { GatewayRefusal, openAiErrorBody, upstreamTrouble } from "./gateway-refusal.ts";
import { withMember } from "./json-text.ts";
import { parseChunk, withoutUsage } from "./wire-chunk.ts";
import type { ChunkChoice, WireChunk } from "./wire-chunk.ts";

/** What a streamed reply is sent on with. */
export interface StreamCheck {
  /** Opens the check for the words of one choice; `undefined` when the reply is for a program. */
  readonly openCheck: (() => WordsCheck) | undefined;
  /** Goes on the first chunk; its `checks` are not known yet. */
  readonly empathy: EmpathyReport;
}

/**
 * Sends a chat stream on, event by event, with its words checked. The first chunk gets `empathy`, each chunk that
 * finishes a choice gets `empathy.checks`. Everything that is not words goes through as it came and in its place:
 * comments, tool calls, refusals, usage, `[DONE]`. When the upstream breaks off or talks nonsense, what it said so
 * far is sent, then OpenAI's error object as the last event, and no `[DONE]`.
 */
export async function* checkedChunks(
  events: AsyncIterable<StreamEvent>,
  check: StreamCheck,
): AsyncGenerator<string> {
  const reply = new StreamedReply(check);
  try {
    for await (const event of events) yield* reply.take(event);
    yield* reply.flush();
    if (!reply.isComplete) throw brokenOff();
  } catch (error) {
    if (!(error instanceof GatewayRefusal)) throw error;
    yield* reply.flush();
    yield eventText(openAiErrorBody(error.message, error.details));
  }
}

class StreamedReply {
  readonly #check: StreamCheck;
  readonly #choices = new Map<number, ChoiceWords>();
  #isFirst = true;
  #isComplete = false;

  constructor(check: StreamCheck) {
    this.#check = check;
  }

  /** Whether the upstream said that it is done, or why it is not. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  async *take(event: StreamEvent): AsyncGenerator<string> {
    if (event.data === undefined) {
      yield event.raw;
    } else if (event.data.trim() === "[DONE]") {
      yield* this.flush();
      this.#isComplete = true;
      yield event.raw;
    } else {
      yield* this.#takeChunk(parseChunk(event.data), event.raw, event.data);
    }
  }

  async *flush(): AsyncGenerator<string> {
    for (const words of this.#choices.values()) yield* await words.flush();
  }

  async *#takeChunk(parsed: WireChunk, asItCame: string, data: string): AsyncGenerator<string> {
    let chunk = parsed;
    let raw = asItCame;
    if (chunk.error != null) {
      yield* this.flush();
      this.#isComplete = true;
    } else if (this.#isFirst) {
      const { empathy } = this.#check;
      chunk = { ...chunk, empathy };
      raw = eventText(withMember(data, "empathy", JSON.stringify(empathy)));
      this.#isFirst = false;
    }
    const choices = chunk.choices ?? [];
    if (choices.some((choice) => choice.finish_reason != null)) this.#isComplete = true;
    const [first] = choices;
    if (first === undefined) yield raw;
    else if (choices.length === 1) yield* this.#takeChoice(chunk, first, raw);
    else for (const choice of choices) yield* this.#takeChoice(chunk, choice, oneChoice(chunk, choice));
  }

  async *#takeChoice(chunk: WireChunk, choice: ChunkChoice, raw: string): AsyncGenerator<string> {
    const { openCheck } = this.#check;
    const index = choice.index ?? 0;
    const delta = choice.delta ?? {};
    const isFinish = choice.finish_reason != null;
    const isOther = delta.tool_calls != null || delta.function_call != null || delta.refusal != null;
    if (!delta.content || openCheck === undefined) {
      if (isFinish || isOther) yield* (await this.#choices.get(index)?.flush()) ?? [];
      yield isFinish && openCheck !== undefined ? this.#withChecks(chunk, raw) : raw;
      return;
    }
    const words = this.#choices.get(index) ?? new ChoiceWords(openCheck());
    this.#choices.set(index, words);
    if (!isFinish && !isOther) {
      yield* await words.push(chunk, choice, raw);
      return;
    }
    // A server that puts its last words and the end into one chunk gets two from us.
    const spoken = { ...choice, delta: { content: delta.content }, finish_reason: null };
    const end = { ...choice, delta: { ...delta, content: null } };
    yield* await words.push(chunk, spoken, oneChoice(withoutUsage(chunk), spoken));
    yield* this.#takeChoice(chunk, end, oneChoice(chunk, end));
  }

  /** A first chunk that is also the last has its `empathy` completed, any other gets one. */
  #withChecks(chunk: WireChunk, raw: string): string {
    const seen = [...this.#choices.values()].map((words) => words.seen);
    const checks = checkReport(
      seen.map(({ shown }) => shown).join("\n"),
      seen.flatMap(({ findings }) => findings),
    );
    const data = raw.slice(raw.indexOf("{"), raw.lastIndexOf("}") + 1);
    if (chunk.empathy === undefined) {
      return eventText(withMember(data, "empathy", JSON.stringify({ checks })));
    }
    // The cast is safe: parseChunk has read this object, and `empathy` was put in here.
    const whole = JSON.parse(data) as WireChunk;
    return eventText(JSON.stringify({ ...whole, empathy: { ...chunk.empathy, checks } }));
  }
}

function oneChoice(chunk: WireChunk, choice: ChunkChoice): string {
  return eventText(JSON.stringify({ ...chunk, choices: [choice] }));
}

function brokenOff(): GatewayRefusal {
  return upstreamTrouble("The upstream broke off in the middle of its answer.", {
    status: 502,
    wireCode: "upstream_dropped",
  });
}
