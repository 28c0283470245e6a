import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// This file sits as deep in src/ as in dist/, so the same relative paths hold for source and build.

/** The SQL migrations, applied in order at every start. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../migrations", import.meta.url));

/** The built web page; absent until `npm run build` has run. */
export const WEB_FOLDER = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Weights and model cards that ship with the project. */
export const MODELS_FOLDER = fileURLToPath(new URL("../../../models", import.meta.url));

/** This version of the server. */
export function serverVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion && typeof manifest.version === "string" ? manifest.version : "0.0.0";
}
