import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";

// Eight states of the page are each looked at by day, by night, on a desk and on a phone: minutes on a busy machine.
const JOURNEY_MS = 600_000;

/** Asks for an exercise of one minute, however it was reached. */
async function compose(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "1 min" }).check();
  await page.getByRole("button", { name: "Put something together for me" }).click();
  await page.getByRole("button", { name: /^Begin/u }).waitFor();
}

/** Moves a sitting that is under way to a second, as if it had gone on that long, and comes back to the page. */
async function reloadAt(page: Page, seconds: number): Promise<void> {
  await page.evaluate(`(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("open-empathic.calm.place."));
    const [of] = localStorage.getItem(key).split(" ");
    addEventListener("pagehide", () => localStorage.setItem(key, of + " ${String(seconds)}"));
  })()`);
  await page.reload();
}

/** The names and contents of an archive whose files are stored as they are. */
function unpacked(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [size, letters] = [zip.readUInt32LE(at + 22), zip.readUInt16LE(at + 26)];
    const start = at + 30 + letters + zip.readUInt16LE(at + 28);
    files.set(zip.toString("utf8", at + 30, at + 30 + letters), zip.subarray(start, start + size));
    at = start + size;
  }
  return files;
}

describe("Calm without a language model", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("calm");
  }, JOURNEY_MS);
  afterAll(() => journey.close());

  it(
    "is found, begun, paused, taken up again after a reload, finished, rated and looked back on",
    async () => {
      const { page, complaints } = await journey.open();
      expect(await pageFaults(page)).toEqual([]);
      await beginSession(page, "calm");
      await page.getByRole("heading", { name: "How is it right now?" }).waitFor();
      await page.getByText("Sound, breath and words").click();
      await page.getByText("No language model is connected").waitFor();
      expect(await pageFaults(page)).toEqual([]);

      await page.getByRole("slider", { name: "How stirred up" }).fill("70");
      await page.getByRole("slider", { name: "How pleasant" }).fill("30");
      await compose(page);
      await page.getByText("You said that you are quite stirred up").waitFor();
      await page.getByText("You never have to hold your breath.").waitFor();
      expect(await pageFaults(page)).toEqual([]);

      await page.getByRole("button", { name: "Begin" }).press("Enter");
      await page.getByTestId("caption").getByText("Sit or lie so that you are comfortable.").waitFor();
      await page.getByTestId("breath").getByText("Breathe in").waitFor();
      await page.keyboard.press("Space");
      await page.getByText("Paused").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("button", { name: "Pause" }).waitFor();

      await reloadAt(page, 54);
      await page.getByText("“Paced breathing”, 0:54 of 1:00.").waitFor();
      expect(await pageFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "Go on from there" }).click();
      await page.getByRole("heading", { name: "That was it" }).waitFor();
      await page.getByRole("slider", { name: "How stirred up" }).fill("40");
      await page.getByRole("slider", { name: "How pleasant" }).fill("60");
      await page.getByRole("button", { name: "Keep this" }).click();
      await page.getByText("pleasant +30, stirred up −30").waitFor();
      await page.getByText("Not enough yet to say anything: 4 more").first().waitFor();
      await page.getByRole("button", { name: "Show as a table" }).click();
      await page.getByRole("cell", { name: "30 → 60" }).waitFor();
      await page.getByRole("cell", { name: "1:00 / 1:00" }).waitFor();
      expect(await pageFaults(page)).toEqual([]);

      await page.reload();
      await page.getByRole("heading", { name: "Your own history" }).waitFor();
      await page.getByText("1 exercise, 1 min in all.").waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "stops at once by Escape, and keeps how far it came",
    async () => {
      const { page, complaints } = await journey.open();
      await beginSession(page, "calm");
      await page.getByRole("radio", { name: "1 min" }).check();
      await page.getByRole("button", { name: "Choose “Five, four, three, two, one”" }).click();
      await page.getByText("You chose it.").waitFor();
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByTestId("caption").getByText("Keep your eyes open and look around you.").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: /^You stopped after 0:0\d\. That is fine\.$/u }).waitFor();
      await page.getByRole("button", { name: "Something else" }).click();
      await page.getByRole("heading", { name: "How is it right now?" }).waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "goes along as one file whose sound every browser can read, of the script's very length",
    async () => {
      const { page } = await journey.open();
      await beginSession(page, "calm");
      await compose(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Take it along" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("calm-paced-breathing-en.zip");
      const files = unpacked(await readFile(await download.path()));
      expect([...files.keys()]).toEqual([
        "listen.html",
        "audio.wav",
        "captions.vtt",
        "script.json",
        "about.txt",
      ]);
      expect(files.get("captions.vtt")?.toString("utf8")).toContain("Breathe out");
      const wav = files.get("audio.wav")?.toString("base64") ?? "";
      // The browser's own decoder is the other program.
      const heard = await page.evaluate<{ length: number; rate: number; peak: number }>(`(async () => {
        const bytes = Uint8Array.from(atob("${wav}"), (letter) => letter.charCodeAt(0));
        const sound = await new OfflineAudioContext(1, 1, 24000).decodeAudioData(bytes.buffer);
        const peak = sound.getChannelData(0).reduce((top, each) => Math.max(top, Math.abs(each)), 0);
        return { length: sound.length, rate: sound.sampleRate, peak };
      })()`);
      expect(heard).toMatchObject({ length: 60 * 24_000, rate: 24_000 });
      expect(heard.peak).toBeGreaterThan(0.1);
      expect(heard.peak).toBeLessThan(1);

      const [small] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "A small one (Opus)" }).click(),
      ]);
      const ogg = unpacked(await readFile(await small.path())).get("audio.ogg") ?? Buffer.alloc(0);
      expect(ogg.length).toBeLessThan((files.get("audio.wav")?.length ?? 0) / 8);
      const length = await page.evaluate<number>(`(async () => {
        const bytes = Uint8Array.from(atob("${ogg.toString("base64")}"), (letter) => letter.charCodeAt(0));
        return (await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer)).length;
      })()`);
      expect(length).toBe(60 * 48_000);
    },
    JOURNEY_MS,
  );

  it(
    "puts lines of help first when a note speaks of danger",
    async () => {
      const { page, complaints } = await journey.open();
      await beginSession(page, "calm");
      await page.getByRole("textbox", { name: "Something on your mind?" }).fill("I want to die.");
      await compose(page);
      await page.getByRole("heading", { name: "First of all" }).waitFor();
      await page.getByRole("link", { name: "Talk about it here" }).waitFor();
      expect(await pageFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    "speaks German",
    async () => {
      const { page, complaints } = await journey.open({ locale: "de-DE" });
      await beginSession(page, "calm");
      await page.getByRole("radio", { name: "3 Min." }).check();
      await page.getByRole("radio", { name: "Freundlicher zu mir sein" }).check();
      await page.getByRole("button", { name: "Stell mir etwas zusammen" }).click();
      await page.getByRole("heading", { name: "Gute Wünsche" }).waitFor();
      await page.getByRole("button", { name: "Anfangen" }).click();
      await page.getByTestId("caption").getByText("Setz dich so, dass es bequem ist.").waitFor();
      await page.keyboard.press("Escape");
      await page.getByText("Das ist gut so.").waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );
});

describe("Calm with a language model", () => {
  const ROOM = "Look around this room of yours.";
  let journey: ExperienceJourney;
  beforeAll(async () => {
    // It words the first place, and tries to decide on time in the second.
    journey = await openExperience("calm", ({ body }) => {
      const places = [...body.matchAll(/place (\d+), at most/gu)].map(([, place]) => Number(place));
      const lines = [
        { place: places[0], text: ROOM },
        { place: places[1], text: "Hold your breath for 10 seconds." },
      ];
      return { kind: "text", text: JSON.stringify({ lines }) };
    });
  }, JOURNEY_MS);
  afterAll(() => journey.close());

  it(
    "has an exercise worded on request, and leaves out what meddles with time",
    async () => {
      const { page, complaints } = await journey.open();
      await beginSession(page, "calm");
      await page.getByText("Sound, breath and words").click();
      await page.getByRole("checkbox", { name: "Let the language model word it for me" }).check();
      await page.getByRole("radio", { name: "1 min" }).check();
      await page.getByRole("button", { name: "Choose “Five, four, three, two, one”" }).click();
      await page.getByText("Lines that the language model worded for you: 1.").waitFor();
      await page.getByText("Lines of it that did not fit and were left out: 1.").waitFor();
      expect(journey.upstream?.requests).toHaveLength(1);
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByTestId("caption").getByText(ROOM).waitFor();
      expect(complaints).toEqual([]);
    },
    JOURNEY_MS,
  );
});
