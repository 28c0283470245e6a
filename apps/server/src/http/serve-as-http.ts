import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

/** Headers that speak of another protocol. */
const WISHES = new Set(["upgrade", "http2-settings"]);

/**
 * Serves a request in the protocol it came in although it asked for another, as a server may (RFC 9110, section 7.8):
 * Java's client asks for HTTP/2 along with its first request, and has to be answered all the same. Node has taken such a
 * request off HTTP by now, so its connection is handed over anew, with the request as it came but for the wish.
 */
export function serveAsHttp(
  server: Server,
  { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
): void {
  const { method = "GET", url = "/", httpVersion } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`, ...headerLines(request.rawHeaders), "", ""];
  // Node reads the head of a request as Latin-1, so this gives back its very bytes.
  socket.unshift(Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), head]));
  server.emit("connection", socket);
}

function headerLines(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.flatMap((name, index) => {
    if (index % 2 === 1 || WISHES.has(name.toLowerCase())) return [];
    const value = rawHeaders[index + 1] ?? "";
    if (name.toLowerCase() !== "connection") return [`${name}: ${value}`];
    const options = value.split(",").filter((option) => !WISHES.has(option.trim().toLowerCase()));
    return options.length === 0 ? [] : [`${name}: ${options.join(",")}`];
  });
}
