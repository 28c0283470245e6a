import { StartupError } from "./startup-error.ts";

/** Thrown at start when the data folder cannot be made, read or written. */
export class DataFolderError extends StartupError {
  readonly code = "data-folder-unusable";
  readonly folder: string;

  constructor(folder: string, options?: ErrorOptions) {
    super(
      `The data folder ${folder} cannot be used${reasonOf(options?.cause)}. ` +
        `Give this user the right to write there, or choose another with --data or OPEN_EMPATHIC_DATA.`,
      options,
    );
    this.folder = folder;
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}
