import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { createAdaptorServer } from "@hono/node-server";
import { serveAsHttp } from "./serve-as-http.ts";
import { PortTakenError } from "../startup/port-taken-error.ts";
import { WrongSettingError } from "../startup/wrong-setting-error.ts";

/** What answers a request. */
export type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;

/** Takes a connection that wants to become a WebSocket. */
export type TakeUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A port that is open. */
export interface Listening {
  readonly port: number;
  /** Takes no new connections, lets answers finish for a moment, then hangs up. */
  close(): Promise<void>;
}

/** Answers that take longer to finish are cut off when the server closes. */
const GRACE_MS = 2_000;

/**
 * Opens the port before there is an app, so that a taken port is told at once; requests wait for the app.
 * @throws {PortTakenError} When the port is in use or may not be opened.
 * @throws {WrongSettingError} When this machine has no such address.
 */
export async function listen(
  { host, port }: { readonly host: string; readonly port: number },
  app: Promise<Fetch>,
  upgrade: Promise<TakeUpgrade>,
): Promise<Listening> {
  // node:http's server is the default of the adaptor, which can make HTTP/2 servers as well.
  const server = createAdaptorServer({ fetch: async (request, env) => (await app)(request, env) }) as Server;
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== "websocket") {
      serveAsHttp(server, { request, socket, head });
      return;
    }
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    // A connection that breaks before it is a WebSocket is nobody's error.
    socket.on("error", () => socket.destroy());
    void upgrade.then((take) => take(request, socket, head));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE" || error.code === "EACCES";
      const need = "must be an address of this machine, such as 127.0.0.1";
      reject(
        taken
          ? new PortTakenError(port, { cause: error })
          : new WrongSettingError([{ setting: "OPEN_EMPATHIC_HOST", need }]),
      );
    });
    server.listen(port, host, resolve);
  });
  // A listening TCP server's address is never a string.
  const { port: opened } = server.address() as AddressInfo;
  return { port: opened, close: () => closed(server, upgraded) };
}

async function closed(server: Server, upgraded: ReadonlySet<Duplex>): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const hangUp = setTimeout(() => {
    server.closeAllConnections();
    // The server waits for these too, and counts them no longer as its own.
    for (const socket of upgraded) socket.destroy();
  }, GRACE_MS);
  await done;
  clearTimeout(hangUp);
}
