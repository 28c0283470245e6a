import { OpenEmpathicError } from "@openempathic/affect";

/**
 * The base of everything that keeps the server from starting for a reason that its operator can mend. The
 * message is one line that says what to do; the command line prints it and exits with 2.
 */
export abstract class StartupError extends OpenEmpathicError {}
