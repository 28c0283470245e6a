#!/usr/bin/env node
// Starts the built command line. Plain JavaScript, so that it can say what is missing before anything is built.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/main.js", import.meta.url);
const warn = process.emitWarning;

// Node 20 calls importing JSON experimental and says so on every start; later versions do not.
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).includes("Importing JSON modules")) warn.call(process, warning, ...rest);
};

if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write("open-empathic has not been built yet: run `npm install && npm run build` first.\n");
  process.exitCode = 1;
}
