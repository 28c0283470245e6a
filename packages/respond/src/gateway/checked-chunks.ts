import { checkReport } from "./check-words.ts";
import type { WordsCheck } from "./check-words.ts";
import { ChoiceWords } from "./choice-words.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import { EventSplitter, eventText } from "./event-stream.ts";
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
 * Sends the text of a chat stream on with its words checked, event by event. The first chunk gets `empathy`, each chunk that
 * finishes a choice gets `empathy.checks`. Everything that is not words goes through as it came and in its place:
 * comments, tool calls, refusals, usage, `[DONE]`. When the upstream breaks off or talks nonsense, what it said so
 * far is sent, then OpenAI's error object as the last event, and no `[DONE]`.
 */
export async function* checkedChunks(
  pieces: AsyncIterable<string>,
  check: StreamCheck,
): AsyncGenerator<string> {
  const reply = new StreamedReply(check);
  const splitter = new EventSplitter();
  try {
    // One piece goes out for one that came in: a burst is not cut into many small writes.
    for await (const piece of pieces) {
      const out = await reply.takeAll(splitter.push(piece));
      if (out !== "") yield out;
    }
    const rest = await reply.takeAll(splitter.end());
    yield rest + (await reply.flush());
    if (!reply.isComplete) throw brokenOff();
  } catch (error) {
    const refusal = error instanceof RangeError ? notAStream(error) : error;
    if (!(refusal instanceof GatewayRefusal)) throw error;
    const said = reply.takeSaid() + (await reply.flush());
    yield said + eventText(openAiErrorBody(refusal.message, refusal.details));
  }
}

class StreamedReply {
  readonly #check: StreamCheck;
  readonly #choices = new Map<number, ChoiceWords>();
  #isFirst = true;
  #isComplete = false;
  #out = "";

  constructor(check: StreamCheck) {
    this.#check = check;
  }

  /** Whether the upstream said that it is done, or why it is not. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Takes events; resolves with what may go out now. */
  async takeAll(events: readonly StreamEvent[]): Promise<string> {
    for (const event of events) await this.#take(event);
    return this.takeSaid();
  }

  /** What may go out and has not yet been taken. */
  takeSaid(): string {
    const out = this.#out;
    this.#out = "";
    return out;
  }

  /** Says that the words of all choices are complete; resolves with what waited. */
  async flush(): Promise<string> {
    await this.#flushAll();
    return this.takeSaid();
  }

  async #take(event: StreamEvent): Promise<void> {
    if (event.data === undefined) {
      this.#out += event.raw;
    } else if (event.data.trim() === "[DONE]") {
      await this.#flushAll();
      this.#isComplete = true;
      this.#out += event.raw;
    } else {
      await this.#takeChunk(parseChunk(event.data), event.raw, event.data);
    }
  }

  async #flushAll(): Promise<void> {
    for (const words of this.#choices.values()) this.#send(await words.flush());
  }

  #send(events: readonly string[]): void {
    for (const event of events) this.#out += event;
  }

  async #takeChunk(parsed: WireChunk, asItCame: string, data: string): Promise<void> {
    let chunk = parsed;
    let raw = asItCame;
    if (chunk.error != null) {
      await this.#flushAll();
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
    if (first === undefined) this.#out += raw;
    else if (choices.length === 1) await this.#takeChoice(chunk, first, raw);
    else for (const choice of choices) await this.#takeChoice(chunk, choice, oneChoice(chunk, choice));
  }

  async #takeChoice(chunk: WireChunk, choice: ChunkChoice, raw: string): Promise<void> {
    const { openCheck } = this.#check;
    const index = choice.index ?? 0;
    const delta = choice.delta ?? {};
    const isFinish = choice.finish_reason != null;
    const isOther = delta.tool_calls != null || delta.function_call != null || delta.refusal != null;
    if (!delta.content || openCheck === undefined) {
      const words = this.#choices.get(index);
      if ((isFinish || isOther) && words !== undefined) this.#send(await words.flush());
      this.#out += isFinish && openCheck !== undefined ? this.#withChecks(chunk, raw) : raw;
      return;
    }
    const words = this.#choices.get(index) ?? new ChoiceWords(openCheck());
    this.#choices.set(index, words);
    if (!isFinish && !isOther) {
      this.#send(await words.push(chunk, choice, raw));
      return;
    }
    // A server that puts its last words and the end into one chunk gets two from us.
    const spoken = { ...choice, delta: { content: delta.content }, finish_reason: null };
    const end = { ...choice, delta: { ...delta, content: null } };
    this.#send(await words.push(chunk, spoken, oneChoice(withoutUsage(chunk), spoken)));
    await this.#takeChoice(chunk, end, oneChoice(chunk, end));
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

function notAStream(cause: unknown): GatewayRefusal {
  return upstreamTrouble("The upstream sent something that is not a chat chunk.", {
    status: 502,
    wireCode: "upstream_invalid_response",
    cause,
  });
}
