import { StartupError } from "./startup-error.ts";

/** Thrown at start when another program already listens on the port, or this user may not open it. */
export class PortTakenError extends StartupError {
  readonly code = "port-taken";
  readonly port: number;

  constructor(port: number, options?: ErrorOptions) {
    super(
      `Port ${port} cannot be opened: another program may be using it. ` +
        `Stop that one, or choose another with --port or OPEN_EMPATHIC_PORT.`,
      options,
    );
    this.port = port;
  }
}
