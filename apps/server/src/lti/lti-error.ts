import { OpenEmpathicError } from "@openempathic/affect";

/** Why a launch was refused, for the log and the page. */
export type LtiFault =
  | "unknown-platform"
  | "unknown-state"
  | "other-browser"
  | "bad-token"
  | "wrong-nonce"
  | "foreign-deployment"
  | "not-a-launch"
  | "platform-said-no";

/**
 * Thrown when a launch from a learning platform cannot be trusted, or is not one. `fault` says at which check; never what
 * the platform or anybody wrote.
 */
export class LtiError extends OpenEmpathicError {
  readonly code = "lti-launch-refused";
  readonly fault: LtiFault;

  constructor(fault: LtiFault, options?: ErrorOptions) {
    super(`A launch from a learning platform was refused: ${fault}`, options);
    this.fault = fault;
  }
}
