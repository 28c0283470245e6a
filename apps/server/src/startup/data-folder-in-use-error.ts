import { StartupError } from "./startup-error.ts";

/** Thrown at start when another server holds the data folder; two on one folder would lose what was written. */
export class DataFolderInUseError extends StartupError {
  readonly code = "data-folder-in-use";
  readonly folder: string;

  constructor(folder: string, pid: number | undefined) {
    super(
      `Another server${pid === undefined ? "" : ` (process ${pid})`} is using the data folder ${folder}. ` +
        `Stop it first, or start this one on another folder with --data.`,
    );
    this.folder = folder;
  }
}
