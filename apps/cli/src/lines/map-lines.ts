import type { InputLine } from "./read-lines.ts";
import { readLines } from "./read-lines.ts";
import { say, write } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";

/** What a line is about: its own name for itself, as it came; null where there is none. */
export type LineId = string | number | null;

/** A line as an object of JSON. */
export interface ReadLine {
  readonly id: LineId;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The answer to one line: fields beside its id, or what is wrong with it. */
export type LineAnswer = { readonly fields: Readonly<Record<string, unknown>> } | { readonly error: string };

/** Answers some lines at once, in their order. It may say of each what is wrong and never throws for it. */
export type AnswerLines = (lines: readonly ReadLine[]) => Promise<readonly LineAnswer[]>;

// Large enough for a model to work on many at once, small enough that answers come while one waits.
const BATCH = 256;

/** Standard input to standard output, one JSON line for each JSON line, in order and with bounded memory. */
export async function mapLines(terminal: Terminal, answer: AnswerLines): Promise<void> {
  const progress = new Progress(terminal);
  for await (const chunk of readLines(terminal.stdin)) {
    for (let from = 0; from < chunk.length; from += BATCH) {
      terminal.signal.throwIfAborted();
      const answers = await answerBatch(chunk.slice(from, from + BATCH), answer);
      await write(terminal.stdout, answers.map((line) => `${JSON.stringify(line)}\n`).join(""));
      await progress.add(answers);
    }
  }
  await progress.end();
}

type Parsed = ReadLine | { readonly id: LineId; readonly error: string };

async function answerBatch(lines: readonly InputLine[], answer: AnswerLines): Promise<readonly object[]> {
  const parsed = lines.map(parseLine);
  const good = parsed.filter((line) => "fields" in line);
  const answers = (await answer(good)).values();
  return parsed.map((line) => {
    if ("error" in line) return line;
    const given = answers.next().value;
    if (given === undefined) throw new Error("fewer answers than lines");
    return "error" in given ? { id: line.id, error: given.error } : { id: line.id, ...given.fields };
  });
}

function parseLine(line: InputLine): Parsed {
  if (line.kind === "too-long") return { id: null, error: "the line is too long" };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { id: null, error: "the line is not JSON" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { id: null, error: "the line is not a JSON object" };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const { id } = fields;
  if (typeof id === "string" || typeof id === "number") return { id, fields };
  return { id: null, error: 'the line has no "id" that is a string or a number' };
}

const SAY_EVERY_MS = 5000;

/** Tells on standard error how far it is. */
class Progress {
  readonly #terminal: Terminal;
  readonly #startedMs = performance.now();
  #saidMs = this.#startedMs;
  #lines = 0;
  #errors = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  async add(answers: readonly object[]): Promise<void> {
    this.#lines += answers.length;
    this.#errors += answers.filter((answer) => "error" in answer).length;
    if (performance.now() - this.#saidMs < SAY_EVERY_MS) return;
    this.#saidMs = performance.now();
    await this.#say("…");
  }

  async end(): Promise<void> {
    await this.#say("in all");
  }

  async #say(what: string): Promise<void> {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const rate = Math.round(this.#lines / Math.max(seconds, 0.001));
    await say(
      this.#terminal.stderr,
      `${String(this.#lines)} lines, ${String(this.#errors)} with errors, ${seconds.toFixed(1)} s, ${String(rate)} a second ${what}`,
    );
  }
}
