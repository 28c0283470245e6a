import { WebSocket } from "ws";
import type { Log } from "../http/log.ts";
import type { PlayLineSession } from "./play-line-session.ts";

/** A game that sends faster than it is answered is told to slow down. */
const MOST_WAITING = 256;
/** A game that does not read its answers is hung up on, before they fill the memory. */
const MOST_UNREAD_BYTES = 4_194_304;
/** How often a line is asked whether somebody is still there. */
const BEAT_MS = 30_000;

/** One line that is open. */
export interface FollowedLine {
  readonly session: Pick<PlayLineSession, "take">;
  /** Aborts when the line is over. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Answers a game's messages one after the other, in their order. What still waits when the line closes is left alone.
 */
export function followLine(socket: WebSocket, { session, signal, log }: FollowedLine): void {
  let queue = Promise.resolve();
  let waiting = 0;
  const isOpen = () => socket.readyState === WebSocket.OPEN && !signal.aborted;

  const answer = async (raw: string): Promise<void> => {
    try {
      if (!isOpen()) return;
      const said = JSON.stringify(await session.take(raw));
      // It may have closed meanwhile.
      if (!isOpen()) return;
      socket.send(said);
      if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
    } catch (error) {
      if (!isOpen()) return;
      log.failure("play-line", error);
      socket.close(1011, "A fault of ours.");
    } finally {
      waiting -= 1;
    }
  };

  socket.on("error", () => socket.terminate());
  socket.on("message", (data, isBinary) => {
    // What comes between our goodbye and theirs is not counted, kept or answered.
    if (!isOpen()) return;
    if (isBinary) {
      socket.close(1003, "This line takes JSON as text.");
      return;
    }
    if (waiting >= MOST_WAITING) {
      socket.close(1013, `Wait for answers: ${String(waiting)} messages have none yet.`);
      return;
    }
    waiting += 1;
    // The data of a text message is one buffer here.
    const raw = (data as Buffer).toString("utf8");
    queue = queue.then(() => answer(raw));
  });
  hangUpOnSilence(socket);
}

/** Ends a line whose other end vanished without a word, as when a network breaks. */
function hangUpOnSilence(socket: WebSocket): void {
  let isThere = true;
  socket.on("pong", () => (isThere = true));
  const beat = setInterval(() => {
    if (!isThere) {
      socket.terminate();
      return;
    }
    isThere = false;
    socket.ping();
  }, BEAT_MS);
  beat.unref();
  socket.once("close", () => clearInterval(beat));
}
