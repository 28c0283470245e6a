// Finds a Chromium for the browser journeys, or gets one. There is no run without one: a journey that is
// skipped in silence is worse than a red line.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, "Google", "Chrome", "Application", "chrome.exe")] : [];
  }),
];

const ADVICE = `No Chromium was found, and none could be installed. The browser journeys need one. Get one with
  apt-get install chromium          (Debian, Ubuntu)
  npx playwright-core install chromium
or install Google Chrome, or set CHROMIUM_PATH to the program, and run the command again.`;

/** The path of a Chromium, installed now if need be; ends the process with advice where none can be had. */
export function ensureBrowser() {
  const found = findBrowser() ?? fromApt() ?? fromPlaywright();
  if (found) return found;
  process.stderr.write(`${ADVICE}\n`);
  process.exit(1);
}

function findBrowser() {
  const wanted = process.env["CHROMIUM_PATH"];
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    process.stderr.write(`CHROMIUM_PATH is set to ${wanted}, and there is no such file.\n`);
    process.exit(1);
  }
  return [...PLACES, playwrightPlace()].find((place) => place && existsSync(place));
}

function fromApt() {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return undefined;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  process.stderr.write("Installing Chromium for the browser journeys (apt-get) …\n");
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const [command, ...rest] = [...asRoot, "apt-get", ...args];
    if (!runs(command, rest)) return undefined;
  }
  return findBrowser();
}

function fromPlaywright() {
  process.stderr.write("Fetching Playwright's own Chromium for the browser journeys …\n");
  const require = createRequire(import.meta.url);
  runs(process.execPath, [join(require.resolve("playwright-core"), "..", "cli.js"), "install", "chromium"]);
  return findBrowser();
}

function playwrightPlace() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  } catch {
    return undefined;
  }
}

function runs(command, args) {
  try {
    execFileSync(command, args, {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
}
