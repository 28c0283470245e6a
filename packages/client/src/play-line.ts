import { PLAY_PROTOCOL } from "@openempathic/experiences/play";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";
import { playAnswerSchema } from "./wire/play/play-protocol-schema.ts";
import type { PlayLineAnswer, PlayLineMessage } from "./wire/play/play-protocol-schema.ts";

/** What is used of a WebSocket: the browser's own, or that of the `ws` package. */
export interface PlaySocket {
  readonly url: string;
  send(data: string): void;
  close(): void;
  addEventListener(type: "open" | "close" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/** A message without the `id` that the line gives it. */
export type PlayAsk = PlayLineMessage extends infer Message
  ? Message extends unknown
    ? Omit<Message, "id">
    : never
  : never;

/** An open line from a game to the server. */
export interface PlayLine {
  /** Sends a message; resolves to its answer. */
  ask(message: PlayAsk): Promise<PlayLineAnswer>;
  close(): void;
}

/**
 * Opens a line from a game in the browser (Phaser, or none) or in Node: says hello, and pairs each message with its
 * answer. The notices of the welcome have to be shown before `notices-shown` is sent; nothing is perceived before.
 *
 * @param socket just made, such as `new WebSocket("ws://127.0.0.1:4747/api/play/line")`
 * @param language of the notices and of care
 * @throws UnexpectedAnswerError where an answer is not ours, or the line closes with answers outstanding
 *
 * @example
 * ```ts
 * import { openPlayLine } from "@openempathic/client";
 *
 * typeof openPlayLine; // => "function"
 * ```
 */
export async function openPlayLine(
  socket: PlaySocket,
  language: "en" | "de" = "en",
): Promise<{ readonly line: PlayLine; readonly welcome: PlayLineAnswer }> {
  const waiting = new Map<
    string,
    { resolve: (answer: PlayLineAnswer) => void; reject: (error: Error) => void }
  >();
  let count = 0;
  const failAll = (reason: string): void => {
    for (const { reject } of waiting.values()) reject(failure(socket, reason));
    waiting.clear();
  };
  const opened = new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => {
      reject(failure(socket, "The line could not be opened."));
      failAll("The line failed.");
    });
  });
  socket.addEventListener("close", () => failAll("The line was closed."));
  socket.addEventListener("message", ({ data }) => {
    const read = playAnswerSchema.safeParse(jsonOf(data));
    if (!read.success) {
      failAll("An answer on the line was not in the protocol.");
      return;
    }
    const { id = "" } = read.data;
    waiting.get(id)?.resolve(read.data);
    waiting.delete(id);
  });
  await opened;
  const line: PlayLine = {
    ask: (message) =>
      new Promise((resolve, reject) => {
        count += 1;
        const id = String(count);
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ ...message, id }));
      }),
    close: () => socket.close(),
  };
  return { line, welcome: await line.ask({ type: "hello", protocol: PLAY_PROTOCOL, language }) };
}

function failure({ url }: PlaySocket, reason: string): UnexpectedAnswerError {
  return new UnexpectedAnswerError({ url, status: 0 }, new Error(reason));
}

function jsonOf(data: unknown): unknown {
  if (typeof data !== "string") return undefined;
  try {
    return JSON.parse(data) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
