import { StartupError } from "./startup-error.ts";

/** Thrown at start when a setting has a value that cannot be meant. The value itself is not repeated. */
export class WrongSettingError extends StartupError {
  readonly code = "wrong-setting";
  /** The names of the settings that are wrong, such as OPEN_EMPATHIC_PORT. */
  readonly settings: readonly string[];

  constructor(problems: readonly { readonly setting: string; readonly need: string }[]) {
    super(problems.map(({ setting, need }) => `${setting} ${need}`).join("; ") + ".");
    this.settings = problems.map(({ setting }) => setting);
  }
}
