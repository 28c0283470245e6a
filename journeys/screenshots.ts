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
import { GALLERY, PICTURES, takePicture } from "./support/take-picture.ts";

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

async function home(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await page.goto("/#/");
  await page.getByRole("heading", { name: "Good to know" }).waitFor();
  await picture(page, `home-${name}`);
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

async function calm(journey: Journey): Promise<void> {
  const { page, context } = await journey.visit({ ...LIGHT.options, reducedMotion: "no-preference" });
  await goToExperience(page, "calm");
  await beginSession(page, "calm");
  await page.getByRole("radio", { name: "3 min" }).check();
  await page.getByRole("radio", { name: "Calm down" }).check();
  await page.getByRole("button", { name: "Put something together for me" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByTestId("breath").getByText("Breathe in").waitFor();
  // Where the breath turns, the shape is open.
  await page.getByTestId("breath").getByText("Breathe out").waitFor();
  await picture(page, "calm-light");
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

async function story(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await goToExperience(page, "story");
  await beginSession(page, "story");
  await page.getByRole("button", { name: "ink", exact: true }).click();
  await page.getByLabel("Fork 1, after line 13").selectOption({ label: "Talk about the boat" });
  await page.getByText("June suddenly sounds like anger").waitFor();
  await page.getByRole("button", { name: "Line 33", exact: true }).click();
  await page.getByRole("button", { name: "Man in a hole (fall, rise)" }).click();
  await page.getByText("Dashed: what you intend.").waitFor();
  await page.evaluate("document.querySelector('main').parentElement.scrollTo(0, 0)");
  await picture(page, `story-${name}`);
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

/** A decision with whom it touches and how it might feel to them. */
const DECISION = [
  {
    part: "frame",
    question: "Should we move in with Gran, or find somebody who looks after her at night?",
    context: "She has fallen twice since summer. We live two hours away.",
    decider: "Anna and Paul",
  },
  { ...option("move", "Move in with her"), upsides: ["She is not alone"], downsides: ["A new school"] },
  { ...option("carer", "A carer for the nights"), upsides: ["We keep our place"], downsides: ["A stranger"] },
  stakeholder("gran", "Gran"),
  stakeholder("children", "The children"),
  stakeholder("later", "Us, in five years"),
  {
    ...impact("gran", "move", ["Relief", "Doubt"]),
    valence: 0.5,
    basis: "said",
    sureness: "high",
    evidence: "I would like that, but the stairs scare me.",
  },
  {
    ...impact("gran", "carer", ["Embarrassment"]),
    valence: -0.5,
    basis: "inferred-from-text",
    sureness: "medium",
    evidence: "I don’t want anybody to see me like this.",
  },
  { ...impact("children", "move", ["Longing"]), valence: -0.5 },
  { ...impact("children", "carer", ["Contentment"]), valence: 0.5, sureness: "medium" },
];

function option(optionId: string, title: string): object {
  return { part: "option", optionId, title, detail: "" };
}

function stakeholder(stakeholderId: string, name: string): object {
  return {
    part: "stakeholder",
    stakeholderId,
    name,
    relation: "direct",
    presence: "absent",
    vulnerable: true,
  };
}

function impact(stakeholderId: string, optionId: string, feelings: readonly string[]): object {
  return { part: "impact", stakeholderId, optionId, feelings, basis: "guessed", sureness: "low" };
}

async function council(journey: Journey): Promise<void> {
  const { page, context } = await journey.visit(GALLERY);
  await goToExperience(page, "council");
  await beginSession(page, "council");
  const path = `/api/sessions/${page.url().split("/").at(-1) ?? ""}/events`;
  for (const item of DECISION) {
    await page.request.post(path, {
      headers: { origin: new URL(page.url()).origin },
      data: { kind: "noted", item },
    });
  }
  await page.getByRole("button", { name: "How it might feel" }).click();
  await page.getByText("Us, in five years").waitFor();
  await picture(page, "council-light");
  await context.close();
}

async function play(journey: Journey, { name, options }: Device): Promise<void> {
  const { page, context } = await journey.visit(options);
  await page.goto("/#/play");
  await beginSession(page, "play");
  await page.getByRole("switch", { name: "Pour without a clock" }).click();
  for (const words of ["“What is tomorrow?”", "“What did you use to mend?”"]) {
    await page.getByRole("button", { name: "Pour now" }).click();
    await page.getByRole("button", { name: words }).click();
  }
  await page.getByRole("switch", { name: "Pour without a clock" }).click();
  await page.getByRole("button", { name: "Put the kettle on" }).click();
  await page.locator("[data-right]").waitFor();
  await page.evaluate("document.querySelector('main').parentElement.scrollTo(0, 150)");
  await picture(page, `play-${name}`);
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
  for (const device of [LIGHT, DARK, PHONE_LIGHT]) await home(journey, device);
  for (const device of [LIGHT, DARK, PHONE_LIGHT]) await conversation(journey, device);
  await crisis(journey, LIGHT);
  await crisis(journey, PHONE_DARK);
  await correction(journey, PHONE_LIGHT);
  await german(journey, PHONE_DARK);
  await settings(journey, LIGHT);
  await calm(journey);
  await council(journey);
  await play(journey, LIGHT);
  await tutor(journey, LIGHT);
  await story(journey, LIGHT);
} finally {
  await journey.close();
  await upstream.close();
}
