import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const ADVICE =
  "The journeys need a Chromium, and none was found. Install one (apt-get install chromium, Google Chrome, or " +
  "npx playwright-core install chromium), or set CHROMIUM_PATH to the program.";

// No sandbox, since tests run as root in containers; the rest keeps Chromium from asking the network for anything.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Where a Chromium is: what CHROMIUM_PATH says, else the usual places, else Playwright's own.
 * @throws {Error} With advice, where there is none: a journey that is skipped in silence is worse than a red line.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  const wanted = env["CHROMIUM_PATH"];
  if (wanted !== undefined && wanted !== "") {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is set to ${wanted}, and there is no such file.`);
  }
  const windows = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = env[name];
    return folder === undefined ? [] : [join(folder, "Google", "Chrome", "Application", "chrome.exe")];
  });
  const found = [...PLACES, ...windows, chromium.executablePath()].find((place) => existsSync(place));
  if (found === undefined) throw new Error(ADVICE);
  return found;
}

/** Starts a Chromium of its own, without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env), args: FLAGS });
}
