/**
 * Makes the pictures of docs/pictures from the real site over a real server and a scripted language model:
 *
 *     node --conditions=workspace --import tsx journeys/screenshots.ts [folder]
 */
import { resolve } from "node:path";
import { startScriptedUpstream } from "@openempathic/respond/testing";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openJourney } from "./support/journey.ts";
import type { Journey } from "./support/journey.ts";
import { beginSession, goToExperience } from "./support/open-experience.ts";
import { answerTo, begin, say } from "./support/steps.ts";
import { PICTURES, takePicture } from "./support/take-picture.ts";

const FOLDER = resolve(process.argv[2] ?? PICTURES);

const TALK: Readonly<Record<string, readonly (readonly [said: string, answered: string])[]>> = {
  en: [
    [
      "Long day. Ana cancelled on me again. I was looking forward to it, and now I’m just sad.",
      "It sounds like that one stung, after you had been looking forward to it. Is it more the evening that you miss, or that it happened again?",
    ],
    [
      "That it happened again. I’m disappointed, and a little hurt that it’s always me who asks.",
      "Always being the one who reaches out can wear anybody down. It sounds as if you would like to be asked for once. What else was in this long day?",
    ],
    [
      "I passed my exam today! I’m so relieved, and proud of that.",
      "Congratulations, that is good news! A hard exam and a hard evening on one day is a lot to carry. What was it like to see the result?",
    ],
  ],
  de: [
    [
      "Heute war viel. Ich hatte mich so auf Ana gefreut, und sie hat wieder abgesagt.",
      "Das klingt, als hätte es wehgetan, gerade weil du dich gefreut hattest. Ist es eher der Abend, der dir fehlt, oder dass es wieder passiert ist?",
    ],
  ],
};

interface Device {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true };

const LIGHT: Device = { name: "light", options: { ...DESK, colorScheme: "light" } };
const DARK: Device = { name: "dark", options: { ...DESK, colorScheme: "dark" } };
const PHONE_LIGHT: Device = { name: "phone", options: { ...PHONE, colorScheme: "light" } };
const PHONE_DARK: Device = { name: "phone-dark", options: { ...PHONE, colorScheme: "dark" } };

async function picture(page: Page, name: string): Promise<void> {
  const bytes = await takePicture(page, name, FOLDER);
  process.stdout.write(`${name}.png ${String(Math.round(bytes / 1024))} KB\n`);
}

async function talk(page: Page, language: string): Promise<void> {
  for (const [said] of TALK[language] ?? []) {
    await say(page, said);
    await answerTo(page, said);
  }
}

async function conversation(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await picture(page, `arrival-${name}`);
  await begin(page);
  if (name === "light") await picture(page, "empty-light");
  await talk(page, "en");
  // The README's picture is a little larger, so that the line over the conversation begins to show.
  if (name === "light") await page.setViewportSize({ width: 1360, height: 880 });
  await picture(page, `conversation-${name}`);
  await page.getByTitle("What I heard in this message").first().click();
  await page.getByRole("button", { name: "Back to now" }).waitFor();
  if (name === "phone") await picture(page, `message-${name}`);
  await context.close();
}

async function crisis(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await begin(page);
  await say(page, "I don’t want to be alive anymore.");
  await answerTo(page, "I don’t want to be alive anymore.");
  await page.getByRole("combobox", { name: "Where are you?" }).fill("Austria");
  await page.getByRole("option", { name: "Austria" }).click();
  await page.getByRole("link", { name: /^Call 142/ }).waitFor();
  await picture(page, `crisis-${name}`);
  await context.close();
}

async function correction(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await begin(page);
  const [said] = TALK["en"]?.[0] ?? [""];
  await say(page, said);
  await answerTo(page, said);
  await page.getByRole("button", { name: "That’s not how I feel" }).first().click();
  await page.getByLabel("In your own words").fill("More angry than sad, if I’m honest");
  await picture(page, `correction-${name}`);
  await context.close();
}

async function german(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit({ ...options, locale: "de-DE" });
  await begin(page);
  await talk(page, "de");
  await picture(page, `german-${name}`);
  await context.close();
}

async function tutor(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await goToExperience(page, "tutor");
  await beginSession(page, "tutor");
  await page.getByRole("button", { name: "To the tasks" }).click();
  await page.getByLabel("Your answer").fill("1/5");
  await page.keyboard.press("Enter");
  await page.getByText("Not yet.").waitFor();
  await page.getByRole("button", { name: "frustrated", exact: true }).click();
  await page.getByText("Count all the parts first.").waitFor();
  await picture(page, `tutor-${name}`);
  await context.close();
}

async function settings(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await page.goto(journey.server.signInUrl);
  await page.goto("/#/settings");
  await page.getByLabel("Address").waitFor();
  await picture(page, `settings-${name}`);
  await context.close();
}

const answers = new Map(Object.values(TALK).flat());
const upstream = await startScriptedUpstream(({ body }) => {
  const said = [...answers.keys()].findLast((words) => body.includes(JSON.stringify(words).slice(1, -1)));
  return { kind: "text", text: answers.get(said ?? "") ?? "I am listening." };
});
const journey = await openJourney({
  env: { OPEN_EMPATHIC_LLM_BASE_URL: upstream.url, OPEN_EMPATHIC_LLM_MODEL: "a-model" },
});
try {
  for (const device of [LIGHT, DARK, PHONE_LIGHT]) await conversation(journey, device);
  await crisis(journey, LIGHT);
  await crisis(journey, PHONE_DARK);
  await correction(journey, PHONE_LIGHT);
  await german(journey, PHONE_DARK);
  await settings(journey, LIGHT);
  await tutor(journey, LIGHT);
} finally {
  await journey.close();
  await upstream.close();
}
