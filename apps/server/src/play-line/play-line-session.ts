import { playMessageSchema } from "@openempathic/client";
import type { PlayLineAnswer, PlayLineMessage } from "@openempathic/client";
import {
  describePlay,
  EMPTY_LINE,
  hearOnLine,
  PLAY_PROTOCOL,
  takePlayMessage,
  toneOf,
} from "@openempathic/experiences/play";
import {
  INITIAL_RISK_LATCH,
  isGraveRisk,
  judgeRisk,
  latchRisk,
  noticeText,
  shownResource,
} from "@openempathic/govern";
import type { Turn } from "@openempathic/govern";
import { crisisAnswer } from "@openempathic/respond";
import type { EffectMeans } from "../experiences/effect-means.ts";
import { perceiveText } from "../experiences/perceive-text.ts";

const NOTICES = ["not-a-person", "emotion-analysis"] as const;
/** What was said longer ago does not change how a sentence is judged. */
const REMEMBERED_TURNS = 40;

/** What holds for one line. */
export interface LineLimits {
  /** Aborts when the line is over. */
  readonly signal: AbortSignal;
  /** Counts one thing said. 0 when it may be perceived, else the seconds until the next may. */
  readonly secondsToWait: () => number;
}

/**
 * One game on the line. Nothing of it is stored here: a game keeps its own save. What the player says is judged for
 * risk before anything else, and perceived only once the game says that it has shown the notices.
 */
export class PlayLineSession {
  readonly #means: EffectMeans;
  readonly #limits: LineLimits;
  #state = EMPTY_LINE;
  #language: "en" | "de" = "en";
  #noticesShownAtMs: number | undefined;
  #turns: readonly Turn[] = [];
  #latch = INITIAL_RISK_LATCH;

  constructor(means: EffectMeans, limits: LineLimits) {
    this.#means = means;
    this.#limits = limits;
  }

  /** Takes one message as it came; gives its answer. */
  async take(raw: string): Promise<PlayLineAnswer> {
    const read = playMessageSchema.safeParse(jsonOf(raw));
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = issue?.path.join(".") ?? "";
      return {
        type: "refused",
        reason: `${where === "" ? "the message" : where}: ${issue?.message ?? "is not in the protocol"}`,
      };
    }
    const message = read.data;
    const id = message.id === undefined ? {} : { id: message.id };
    return { ...(await this.#answer(message)), ...id };
  }

  async #answer(message: PlayLineMessage): Promise<PlayLineAnswer> {
    switch (message.type) {
      case "hello": {
        this.#language = message.language ?? "en";
        const notices = NOTICES.map((notice) => ({ id: notice, text: noticeText(notice, this.#language) }));
        return { type: "welcome", protocol: PLAY_PROTOCOL, notices };
      }
      case "notices-shown":
        this.#noticesShownAtMs = this.#means.now();
        return mutable(describePlay(this.#state));
      case "said":
        return this.#hear(message.text);
      case "adapt":
      case "attempt":
      case "cast":
      case "happen":
      case "load":
      case "save":
      case "set":
      case "wait":
      case "wish": {
        const { state, answer } = takePlayMessage(this.#state, message, this.#means.now());
        this.#state = state;
        return mutable(answer);
      }
    }
  }

  async #hear(text: string): Promise<PlayLineAnswer> {
    const nowMs = this.#means.now();
    const turns: readonly Turn[] = [...this.#turns, { role: "person", text } as const].slice(
      -REMEMBERED_TURNS,
    );
    this.#turns = turns;
    this.#latch = latchRisk(this.#latch, judgeRisk(turns), nowMs);
    if (isGraveRisk(this.#latch.level)) {
      const care = crisisAnswer({ language: this.#language, latch: this.#latch, turns });
      this.#turns = [...turns, { role: "assistant", text: care.text }];
      return { type: "care", text: care.text, resources: care.resources.map(shownResource) };
    }
    // Judging risk costs next to nothing and is never put off; reading feelings costs time that others wait for.
    const wait = this.#limits.secondsToWait();
    if (wait > 0) {
      return {
        type: "refused",
        reason: `said: that was a lot in a short time; try again in ${String(wait)} seconds`,
      };
    }
    const shownAtMs = this.#noticesShownAtMs;
    const notices = { due: [], shownAtMs: shownAtMs === undefined ? {} : { "emotion-analysis": shownAtMs } };
    const estimate = await perceiveText(this.#means, {
      purpose: "play",
      frame: { notices },
      text,
      context: turns.slice(0, -1),
      signal: this.#limits.signal,
    });
    this.#state = hearOnLine(this.#state, estimate, nowMs);
    const detail = estimate.abstained === null ? {} : { detail: estimate.abstained.detail };
    return { type: "heard", tone: toneOf(text, estimate), ...detail, dials: this.#state.pacing.dials };
  }
}

/** The wire's types are those that were read, without `readonly`. */
function mutable(answer: ReturnType<typeof takePlayMessage>["answer"]): PlayLineAnswer {
  // The cast only forgets `readonly`: the answer is written out at once.
  return answer as unknown as PlayLineAnswer;
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
