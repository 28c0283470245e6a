import type { CheckFinding, CheckRule } from "../check.ts";
import { checkSentence, type CheckOptions } from "./check-sentence.ts";
import { checkPhrases } from "./check-phrases.ts";
import { allowedContacts } from "./contact-check.ts";
import { joinAfterCut } from "./replacement-for.ts";
import { ReplyScanner, type ScanEvent } from "./reply-scanner.ts";

/** How a reply is checked. */
export interface ReplyCheckOptions extends CheckOptions {
  /**
   * `"sentence"` (the default) shows nothing of a sentence before all of it has passed. `"phrase"` shows text as
   * soon as it can no longer become part of a failing phrase, and the first word of a reply, which tells nothing
   * alone, at once: that keeps the time to the first word short.
   */
  readonly hold?: "phrase" | "sentence";
  /** Asks for another wording of a failed sentence, once; `undefined` where there is none. */
  readonly regenerate?: (failed: string, rule: CheckRule) => Promise<string | undefined>;
  /** The sentence that stands in where the other wording fails too. It is shown at most once in a reply. */
  readonly replace: (rule: CheckRule) => string;
  /** Aborting makes whoever waits for another wording throw the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A piece of the reply that may be shown, or what became of a sentence that failed. */
export type CheckedPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "finding"; readonly finding: CheckFinding };

/** Something to wait for, and what to do with it then. */
export interface Waiting {
  readonly kind: "waiting";
  readonly until: Promise<unknown>;
}

/** A reply on its way through the check, fed piece by piece. */
export interface ReplyCheck {
  /** Takes the next piece; gives what may be shown now, at once unless a sentence is being worded anew. */
  push(text: string): readonly CheckedPart[] | Promise<readonly CheckedPart[]>;
  /** Says that the reply is complete; gives the rest. */
  end(): readonly CheckedPart[] | Promise<readonly CheckedPart[]>;
}

/**
 * Opens the check of one reply. No failing phrase is ever passed on; a failed sentence is worded anew once and then
 * replaced. What passes is passed byte for byte; code fences and JSON are not read. How the reply is cut into pieces
 * changes the timing and nothing else. Each piece has to be taken care of before the next is pushed.
 *
 * @param options What to hold, and what to do about a sentence that fails.
 *
 * @example
 * ```ts
 * import { openReplyCheck, replacementFor } from "@openempathic/respond";
 *
 * const check = openReplyCheck({ language: "en", hold: "phrase", replace: (rule) => replacementFor(rule, "en") });
 * check.push("Hello, you feel"); // => [{ kind: "text", text: "Hello, " }]
 * check.push(" free to go on."); // => [{ kind: "text", text: "you feel free to go on" }]
 * ```
 */
export function openReplyCheck(options: ReplyCheckOptions): ReplyCheck {
  const steps = openReplySteps(options);
  return { push: (text) => collected(steps.push(text)), end: () => collected(steps.end()) };
}

/** Like {@link openReplyCheck}, step by step: whoever drives it waits where it asks to, then goes on. */
export function openReplySteps(options: ReplyCheckOptions): {
  push(text: string): Iterator<CheckedPart | Waiting>;
  end(): Iterator<CheckedPart | Waiting>;
} {
  const release = new Release(options);
  return {
    push: (text) => {
      release.scanner.push(text);
      return release.steps();
    },
    end: () => {
      release.scanner.end();
      return release.steps();
    },
  };
}

function collected(
  steps: Iterator<CheckedPart | Waiting>,
  parts: CheckedPart[] = [],
): readonly CheckedPart[] | Promise<readonly CheckedPart[]> {
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    const part = step.value;
    if (part.kind === "waiting") return part.until.then(() => collected(steps, parts));
    parts.push(part);
  }
  return parts;
}

interface Failure {
  readonly rule: CheckRule;
  readonly text: string;
  readonly cut: number;
}

type Steps = Generator<CheckedPart | Waiting, void>;

/** What was shown of a reply so far, and what may be shown next. */
class Release {
  readonly scanner: ReplyScanner;
  readonly #options: ReplyCheckOptions;
  #shownTo = 0;
  #sentenceStart = 0;
  #failure: Failure | undefined;
  #lastReplacement = "";

  constructor(options: ReplyCheckOptions) {
    this.#options = options;
    this.scanner = new ReplyScanner(allowedContacts(options.contacts ?? []), checkPhrases(options.council));
  }

  *steps(): Steps {
    for (let event = this.scanner.next(); event; event = this.scanner.next()) {
      yield* this.#take(event);
    }
    if (this.#options.hold === "phrase" && !this.#failure) yield* this.#showTo(this.scanner.safeUntil);
    this.scanner.forgetBefore(Math.min(this.#shownTo, this.#sentenceStart));
  }

  *#take(event: ScanEvent): Steps {
    switch (event.kind) {
      case "raw":
        yield* this.#showTo(event.end);
        this.#sentenceStart = event.end;
        break;
      case "violation":
        this.#failure ??= this.#fail(event);
        if (this.#options.hold === "phrase") yield* this.#showTo(this.#failure.cut);
        break;
      case "sentence":
        if (this.#failure) yield* this.#mend(this.#failure, event.end);
        else if (this.#options.hold === "phrase") yield* this.#showTo(event.end);
        else yield* this.#showTo(event.end + this.#spaceAfter(event.end));
        this.#failure = undefined;
        this.#sentenceStart = event.end;
        this.scanner.forgetBefore(this.#shownTo);
        break;
    }
  }

  #fail(event: Extract<ScanEvent, { kind: "violation" }>): Failure {
    const text = this.scanner.slice(event.start, event.end);
    if (this.#options.hold === "phrase") return { rule: event.rule, text, cut: event.cut };
    const before = this.scanner.slice(this.#sentenceStart, event.start);
    const opening = LINE_OPENING.exec(before)?.[0].length ?? 0;
    return { rule: event.rule, text, cut: this.#sentenceStart + opening };
  }

  *#mend({ rule, text, cut }: Failure, end: number): Steps {
    yield* this.#showTo(Math.max(cut, this.#shownTo));
    const whole = this.scanner.slice(this.#sentenceStart, end);
    const lineEnd = whole.endsWith("\n") ? "\n" : "";
    const shown = this.scanner.slice(this.#sentenceStart, this.#shownTo);
    this.#shownTo = end;
    const again = yield* this.#wordAnew(whole.trim(), rule);
    yield { kind: "finding", finding: { rule, text, outcome: again ? "regenerated" : "replaced" } };
    const sentence = again ?? this.#replacement(rule);
    const next = sentence ? joinAfterCut(shown, sentence, this.#options.language) : shown.trim() ? "…" : "";
    if (next + lineEnd) yield { kind: "text", text: next + lineEnd };
  }

  *#wordAnew(failed: string, rule: CheckRule): Generator<Waiting, string | undefined> {
    const { regenerate, signal } = this.#options;
    signal?.throwIfAborted();
    if (regenerate === undefined) return undefined;
    let again: string | undefined;
    const until = regenerate(failed, rule).then(
      (words) => (again = words?.trim()),
      // A model that fails while wording anew is no reason to lose the reply: the replacement stands in.
      () => undefined,
    );
    yield { kind: "waiting", until };
    signal?.throwIfAborted();
    return again && checkSentence(again, this.#options).length === 0 ? again : undefined;
  }

  #replacement(rule: CheckRule): string {
    const sentence = this.#options.replace(rule);
    if (sentence === this.#lastReplacement) return "";
    this.#lastReplacement = sentence;
    return sentence;
  }

  /** White space that has arrived after a sentence is shown with it. */
  #spaceAfter(end: number): number {
    return /^[ \t]*/.exec(this.scanner.slice(end, end + 40))?.[0].length ?? 0;
  }

  *#showTo(end: number): Iterable<CheckedPart> {
    if (end <= this.#shownTo) return;
    const text = this.scanner.slice(this.#shownTo, end);
    this.#shownTo = end;
    yield { kind: "text", text };
  }
}

/** Marks of a list, a heading or a quotation, which stay when the sentence after them is replaced. */
const LINE_OPENING = /^\s*(?:(?:[-*+>]|#+|\d+[.)])\s+)*/;
