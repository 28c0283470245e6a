import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when no answer came: no server at the address, no network, a connection that broke. `cause` is what
 * `fetch` said. An aborted request throws its signal's reason instead.
 */
export class ServerUnreachableError extends OpenEmpathicError {
  readonly code = "server-unreachable";
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`no answer from ${url}`, { cause });
    this.url = url;
  }
}
