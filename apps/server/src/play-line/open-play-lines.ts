import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { EffectMeans } from "../experiences/effect-means.ts";
import type { Fetch, TakeUpgrade } from "../http/listen.ts";
import type { Log } from "../http/log.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { createStreamLimit } from "../http/stream-limit.ts";
import { followLine } from "./follow-line.ts";
import { PLAY_LINE_PATH } from "./play-line-routes.ts";
import type { LineEnv, LineGuest } from "./play-line-routes.ts";
import { PlayLineSession } from "./play-line-session.ts";

const LONGEST_MESSAGE_BYTES = 1_048_576;

/** Lines that one person may hold open: a browser's tabs, and more. */
const LINES = 32;
/** Lines of the owner's own programs and of this machine: a game with many players has one for each. */
const LINES_OF_OUR_OWN = 1_000;

/** What strangers may have perceived in a minute; faster than anybody speaks to a game. */
const SAID_A_MINUTE = 30;

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
  const places = { strangers: createStreamLimit(LINES), ours: createStreamLimit(LINES_OF_OUR_OWN) };
  const said = createRateLimit({ attempts: SAID_A_MINUTE, windowMs: 60_000 }, means.now);
  closing.addEventListener("abort", () => {
    for (const socket of sockets.clients) socket.close(1001, "The server is closing.");
    sockets.close();
  });
  const take = async (incoming: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    const answer = await ask(app, incoming);
    if (answer.kind === "refused") {
      refuse(stream, answer.status);
      return;
    }
    const { participantId, isStranger } = answer.guest;
    const leave = (isStranger ? places.strangers : places.ours).enter(participantId);
    if (leave === undefined) {
      refuse(stream, 429);
      return;
    }
    // Whatever becomes of it, the line is over when its connection is.
    const ended = new AbortController();
    stream.once("close", () => {
      ended.abort();
      leave();
    });
    if (stream.destroyed) leave();
    const secondsToWait = isStranger ? () => said.secondsToWait(participantId) : () => 0;
    const signal = AbortSignal.any([closing, ended.signal]);
    sockets.handleUpgrade(incoming, stream, head, (socket) =>
      followLine(socket, { session: new PlayLineSession(means, { signal, secondsToWait }), signal, log }),
    );
  };
  return (incoming, stream, head) => {
    take(incoming, stream, head).catch((error: unknown) => {
      log.failure("play-line", error);
      stream.destroy();
    });
  };
}

type DoorAnswer =
  | { readonly kind: "let-in"; readonly guest: LineGuest }
  | { readonly kind: "refused"; readonly status: number };

async function ask(app: Fetch, incoming: IncomingMessage): Promise<DoorAnswer> {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
  if (url.pathname !== PLAY_LINE_PATH) return { kind: "refused", status: 404 };
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  const guests: LineGuest[] = [];
  const env: LineEnv & { incoming: IncomingMessage } = {
    incoming,
    letIn: (guest) => void guests.push(guest),
  };
  const response = await app(new Request(url, { headers }), env);
  await response.body?.cancel();
  const [guest] = guests;
  if (response.status === 204 && guest !== undefined) return { kind: "let-in", guest };
  return { kind: "refused", status: response.status };
}

/** Says no and hangs up, whether the other side does or not. */
function refuse(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${String(status)} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () =>
    stream.destroy(),
  );
}
