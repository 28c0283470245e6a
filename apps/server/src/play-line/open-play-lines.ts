import type { IncomingMessage } from "node:http";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { EffectMeans } from "../experiences/effect-means.ts";
import type { Fetch, TakeUpgrade } from "../http/listen.ts";
import type { Log } from "../http/log.ts";
import { PLAY_LINE_PATH } from "./play-line-routes.ts";
import { PlayLineSession } from "./play-line-session.ts";

const LONGEST_MESSAGE_BYTES = 1_048_576;
/** A game that sends faster than it is answered is told to slow down. */
const MOST_WAITING = 256;

/** What lines are run with. */
export interface PlayLineMeans {
  readonly app: Fetch;
  readonly means: EffectMeans;
  readonly log: Log;
  /** Aborts when the server closes; lines end. */
  readonly closing: AbortSignal;
}

/** Opens the lines of games: the app is asked first whether it lets them in. */
export function openPlayLines({ app, means, log, closing }: PlayLineMeans): TakeUpgrade {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES });
  closing.addEventListener("abort", () => {
    for (const socket of sockets.clients) socket.close(1001, "The server is closing.");
    sockets.close();
  });
  return (incoming, stream, head) => {
    void letIn(app, incoming).then(
      (status) => {
        if (status !== 204) {
          stream.end(`HTTP/1.1 ${String(status)} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
          return;
        }
        sockets.handleUpgrade(incoming, stream, head, (socket) =>
          follow(socket, { session: new PlayLineSession(means, closing), log }),
        );
      },
      (error: unknown) => {
        log.failure("play-line", error);
        stream.destroy();
      },
    );
  };
}

async function letIn(app: Fetch, incoming: IncomingMessage): Promise<number> {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
  if (url.pathname !== PLAY_LINE_PATH) return 404;
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  const response = await app(new Request(url, { headers }), { incoming });
  await response.body?.cancel();
  return response.status;
}

/** Answers one message after the other. */
function follow(
  socket: WebSocket,
  { session, log }: { readonly session: PlayLineSession; readonly log: Log },
): void {
  let queue = Promise.resolve();
  let waiting = 0;
  socket.on("error", () => socket.terminate());
  socket.on("message", (data, isBinary) => {
    if (isBinary) {
      socket.close(1003, "This line takes JSON as text.");
      return;
    }
    waiting += 1;
    if (waiting > MOST_WAITING) {
      socket.close(1013, "Wait for answers before sending more.");
      return;
    }
    // The data of a text message is one buffer here.
    const raw = (data as Buffer).toString("utf8");
    queue = queue.then(async () => {
      try {
        socket.send(JSON.stringify(await session.take(raw)));
      } catch (error) {
        log.failure("play-line", error);
        socket.close(1011, "A fault of ours.");
      } finally {
        waiting -= 1;
      }
    });
  });
}
