import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Where the pictures of the README's gallery are. */
export const PICTURES = join(import.meta.dirname, "..", "..", "docs", "pictures");

/**
 * Takes a picture of the page as it is now, for the gallery: `docs/pictures/<name>.png`. Letters are loaded, nothing
 * moves, no caret blinks and no pointer hovers.
 *
 * @param name such as "calm-light"
 * @returns the size of the file in bytes
 */
export async function takePicture(page: Page, name: string, folder: string = PICTURES): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.mouse.move(0, 0);
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  return statSync(path).size;
}

/** The window of a gallery picture. */
export const GALLERY = { viewport: { width: 1280, height: 800 }, colorScheme: "light" } as const;
