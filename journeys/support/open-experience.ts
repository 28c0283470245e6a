import { startScriptedUpstream } from "@openempathic/respond/testing";
import type { ScriptedUpstream, UpstreamScript } from "@openempathic/respond/testing";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openJourney } from "./journey.ts";
import type { Journey, Visit } from "./journey.ts";

/** A journey through one experience: a server, a browser, and a scripted language model where one is wanted. */
export interface ExperienceJourney extends Journey {
  /** The language model's server; `undefined` without one. */
  readonly upstream: ScriptedUpstream | undefined;
  /** A new person on a device of their own, at the experience's first page. */
  open(options?: BrowserContextOptions): Promise<Visit>;
}

/**
 * Starts the built site over an empty database.
 *
 * @param experience its word in the address, such as "calm"
 * @param script what the connected language model says; absent: none is connected
 */
export async function openExperience(
  experience: string,
  script?: UpstreamScript,
): Promise<ExperienceJourney> {
  const upstream = script === undefined ? undefined : await startScriptedUpstream(script);
  const env =
    upstream === undefined
      ? {}
      : { OPEN_EMPATHIC_LLM_BASE_URL: upstream.url, OPEN_EMPATHIC_LLM_MODEL: "scripted-model" };
  const journey = await openJourney({ env });
  return {
    get server() {
      return journey.server;
    },
    upstream,
    stopServer: () => journey.stopServer(),
    startServerAgain: () => journey.startServerAgain(),
    visit: (options) => journey.visit(options),
    open: async (options) => {
      const visit = await journey.visit(options);
      await goToExperience(visit.page, experience);
      return visit;
    },
    close: async () => {
      await journey.close();
      await upstream?.close();
    },
  };
}

/** Goes to an experience's first page and waits for its heading. */
export async function goToExperience(page: Page, experience: string): Promise<void> {
  await page.goto(`/#/${experience}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Acknowledges the notices and begins; ends when the session has its address. */
export async function beginSession(page: Page, experience: string): Promise<void> {
  await page.getByRole("button", { name: /let’s begin|fangen wir an/ }).click();
  await page.waitForURL(new RegExp(`#/${experience}/[\\w-]+$`, "u"));
}
