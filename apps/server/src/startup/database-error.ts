import { StartupError } from "./startup-error.ts";

/** Thrown at start when the database cannot be opened or brought to this version's tables. */
export class DatabaseError extends StartupError {
  readonly code = "database-unusable";

  /** @param where Names the database without its password. */
  constructor(where: string, options?: ErrorOptions) {
    super(
      `The database ${where} cannot be opened${reasonOf(options?.cause)}. ` +
        `Check that it runs and that the address and password in DATABASE_URL are right, ` +
        `or restore the folder from a backup.`,
      options,
    );
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}
