// npm start: install what is missing, build what changed, and start the server in this process.
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
ensureBuilt();
process.argv.splice(2, 0, "start");
await import("../apps/cli/bin/open-empathic.mjs");
