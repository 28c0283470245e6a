import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginSession, openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";

const JOURNEY_MS = 600_000;

/** Half a second of silence as a WAV file: RIFF, PCM, one channel, 8 bits, 8000 a second. */
function silence(): Buffer {
  const samples = Buffer.alloc(4000, 128);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** What the page played and what it had the device say, from here on. */
const LISTEN = `(() => {
  window.heard = { clips: 0, device: [] };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { window.heard.clips += 1; return play.call(this); };
  SpeechSynthesis.prototype.speak = (said) => { window.heard.device.push(said.text); };
})()`;

const heard = (page: Page) => page.evaluate<{ clips: number; device: string[] }>("window.heard");

/** The heading of what was put together takes the focus as it comes; a key that is pressed before would go to it. */
const settled = (page: Page) =>
  expect.poll(() => page.evaluate("document.activeElement?.id"), { timeout: 30_000 }).toBe("calm-ready");

describe("Calm with a voice behind the server", () => {
  let journey: ExperienceJourney;
  beforeAll(async () => {
    journey = await openExperience("calm");
  }, JOURNEY_MS);
  afterAll(() => journey.close(), 60_000);

  it(
    "says the words of an exercise ahead of their time, shows them always, and falls back to the device’s own voice",
    async () => {
      const asked: string[] = [];
      let status = 200;
      const server = createServer((request, response) => {
        let body = "";
        request.on("data", (piece: Buffer) => (body += piece.toString()));
        request.on("end", () => {
          // The cast is the fake's own: it reads what the test looks at.
          asked.push((JSON.parse(body) as { input: string }).input);
          response.writeHead(status, { "content-type": "audio/wav" }).end(silence());
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      // The cast is safe: a server that listens on TCP has such an address.
      const { port } = server.address() as AddressInfo;

      const owner = await journey.visit();
      await owner.page.goto(journey.server.signInUrl);
      await owner.page.waitForURL(/\/(?:#.*)?$/u);
      await owner.page.goto("/#/calm");
      await owner.page.getByRole("link", { name: "Connect a voice" }).click();
      await owner.page.getByLabel("Its address").fill(`http://127.0.0.1:${String(port)}/v1`);
      await owner.page.getByLabel("Model").fill("kokoro");
      await owner.page.getByLabel("Voice", { exact: true }).fill("calm");
      await owner.page.getByRole("button", { name: "Save", exact: true }).click();
      await owner.page.getByRole("button", { name: "Try it" }).click();
      await expect.poll(() => asked, { timeout: 30_000 }).toContain("Let your shoulders drop.");
      expect(await pageFaults(owner.page)).toEqual([]);

      const { page, complaints } = await journey.open();
      await page.addInitScript(LISTEN);
      await page.reload();
      await beginSession(page, "calm");
      await page.getByRole("slider", { name: "How stirred up" }).fill("70");
      await page.getByRole("slider", { name: "How pleasant" }).fill("30");
      await page.getByRole("radio", { name: "1 min" }).check();
      await page.getByRole("button", { name: "Put something together for me" }).click();
      await settled(page);
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByTestId("caption").getByText(/\w/u).waitFor();
      await expect.poll(async () => (await heard(page)).clips, { timeout: 60_000 }).toBeGreaterThan(0);
      expect(asked).toContain("Sit or lie so that you are comfortable.");
      expect((await heard(page)).device).toEqual([]);
      expect(complaints).toEqual([]);
      const count = asked.length;

      // Down, it costs nothing but itself: words that were said before are still there, others are said by the device.
      status = 500;
      const other = await journey.open({ locale: "de-DE" });
      await other.page.addInitScript(LISTEN);
      await other.page.reload();
      await beginSession(other.page, "calm");
      await other.page.getByRole("slider", { name: "Wie aufgewühlt" }).fill("70");
      await other.page.getByRole("slider", { name: "Wie angenehm" }).fill("30");
      await other.page.getByRole("radio", { name: "1 Min" }).check();
      await other.page.getByRole("button", { name: /zusammen/u }).click();
      await settled(other.page);
      await other.page.getByRole("button", { name: "Anfangen", exact: true }).click();
      await other.page.getByTestId("caption").getByText(/\w/u).waitFor();
      await expect
        .poll(async () => (await heard(other.page)).device.length, { timeout: 60_000 })
        .toBeGreaterThan(0);
      expect((await heard(other.page)).clips).toBe(0);
      expect(asked.length).toBeGreaterThan(count);
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    JOURNEY_MS,
  );
});
