import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestServer } from "@openempathic/server/testing";
import type { TestServer, TestServerOptions } from "@openempathic/server/testing";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { buildSite } from "./build-site.ts";
import { openBrowser } from "./open-browser.ts";

/** A server with the built site, and a browser to visit it with. */
export interface Journey {
  /** The server that is up now; after a restart, the new one. */
  readonly server: TestServer;
  /** Closes the server, as when its machine goes down. What it stored stays. */
  stopServer(): Promise<void>;
  /** Starts a server again over what is stored, at the same address. */
  startServerAgain(): Promise<void>;
  /** A new person on a device of their own, at the way into the companion. What the page complains of ends up in `complaints`. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** One person's visit. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the page, which a journey expects to be empty. */
  readonly complaints: readonly string[];
}

/** Starts a server over an empty database and a browser. */
export async function openJourney(options: TestServerOptions = {}): Promise<Journey> {
  buildSite();
  // A folder on disk, as for everybody who runs it.
  const dataDir = await mkdtemp(join(tmpdir(), "open-empathic-journey-"));
  let server = await startTestServer({ dataDir, ...options });
  const port = Number(new URL(server.url).port);
  const browser = await openBrowser();
  return {
    get server() {
      return server;
    },
    stopServer: () => server.close(),
    startServerAgain: async () => {
      server = await startTestServer({ dataDir, ...options, port });
    },
    visit: (contextOptions) => visit(browser, server, contextOptions ?? {}),
    close: async () => {
      await browser.close();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, server: TestServer, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 860 },
    reducedMotion: "reduce",
    baseURL: server.url,
    ...options,
  });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  // Until the server has answered who this is, a second page would be somebody else.
  await Promise.all([page.waitForResponse("**/api/me"), page.goto("/#/companion")]);
  return { page, context, complaints };
}
