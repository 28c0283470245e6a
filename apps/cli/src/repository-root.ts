import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// This file sits as deep in src/ as in dist/, so the same relative paths hold for source and build.

/** The folder that holds packages/, apps/ and models/. */
export const REPOSITORY_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** This version of the command line. */
export function cliVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion && typeof manifest.version === "string" ? manifest.version : "unknown";
}
