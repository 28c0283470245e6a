import { readFile } from "node:fs/promises";
import { sessionAnswerSchema } from "@openempathic/client";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openExperience } from "./support/open-experience.ts";
import type { ExperienceJourney } from "./support/open-experience.ts";
import { pageFaults } from "./support/page-faults.ts";
import { answerTo, begin, panelOf, say } from "./support/steps.ts";

const REPLY = "That sounds like a warm kitchen. What did it smell of?";
const TOLD = "When I was a girl we baked plum cake with my aunt every Sunday in autumn.";

describe("a life story", { timeout: 240_000 }, () => {
  let journey: ExperienceJourney;
  beforeAll(
    async () => void (journey = await openExperience("companion", { kind: "text", text: REPLY })),
    120_000,
  );
  afterAll(() => journey.close());

  async function openStory(page: Page) {
    await page.getByRole("tab", { name: "Remembered" }).click();
    await panelOf(page).getByRole("link", { name: "My life story" }).click();
    await page.getByRole("heading", { level: 1, name: "From my life" }).waitFor();
    return page.getByRole("article", { name: "From my life" });
  }

  it("is written, changed, forgotten and taken back, survives a reload, and is taken along", async () => {
    const { page, complaints } = await journey.open();
    await begin(page);
    const book = await openStory(page);
    await book.getByText("The first page is still white.").waitFor();
    await page.getByLabel("In your own words").fill("I baked bread in the village.");
    await page.getByLabel("Chapter").first().selectOption("work");
    await page.getByRole("button", { name: "Put it into the book" }).click();
    await book.getByRole("heading", { level: 2, name: "Work" }).waitFor();
    await book.getByRole("button", { name: "Change “I baked bread in the village.”" }).click();
    await book.getByLabel("In your own words").fill("I baked bread in the village until 1988.");
    await book.getByRole("button", { name: "Save" }).click();
    await book.getByText("until 1988.").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.reload();
    await book.getByText("I baked bread in the village until 1988.").waitFor();

    const [markdown] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "As text (Markdown)" }).click(),
    ]);
    expect(await readFile(await markdown.path(), "utf8")).toBe(
      "# From my life\n\n## Work\n\nI baked bread in the village until 1988.\n",
    );
    const [data] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "As data (JSON)" }).click(),
    ]);
    expect(JSON.parse(await readFile(await data.path(), "utf8"))).toMatchObject({
      schema: "open-empathic/life-story/1",
      chapters: [{ chapter: "work", passages: [{ text: "I baked bread in the village until 1988." }] }],
    });
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Put it into the book" }).isVisible()).toBe(false);
    expect(await book.getByText("until 1988.").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });

    await book.getByRole("button", { name: /^Forget “I baked bread/u }).click();
    await book.getByText("The first page is still white.").waitFor();
    expect(JSON.stringify(await exportOf(page))).not.toContain("baked bread");
    await page.getByRole("button", { name: "Undo" }).click();
    await book.getByText("until 1988.").waitFor();

    // It moves to another conversation, and is then in that one only.
    const first = page.url();
    const begun = await page.request.post("/api/sessions", {
      data: { experience: "companion", language: "en" },
    });
    const { id } = sessionAnswerSchema.parse(await begun.json()).session;
    await page.goto(`/#/my-story/${id}`);
    await page.getByRole("button", { name: "Bring it along" }).click();
    await page.getByText("It is here now.").waitFor();
    await book.getByText("until 1988.").waitFor();
    await page.goto(first);
    await book.getByText("The first page is still white.").waitFor();
    expect(complaints).toEqual([]);
  });

  it("lets a person be asked when they wish for it, and keeps the answer only when they say so", async () => {
    const { page } = await journey.open();
    await begin(page);
    await page.getByRole("button", { name: "Ask me about my life" }).click();
    const wish = "Ask me something about my life.";
    await page.locator("#composer").press("Enter");
    const question = await answerTo(page, wish);
    expect(await question.innerText()).toContain("Gladly. What did the place where you grew up look like?");
    await say(page, TOLD);
    await answerTo(page, TOLD);
    await page.getByText("You told this. Shall I put it into the book, under “Childhood”?").waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "Yes, keep it" }).click();
    const later = "Today my aunt would have baked cake.";
    const before = journey.upstream?.requests.length ?? 0;
    await say(page, later);
    await answerTo(page, later);
    // What was kept is of use in the next answer.
    expect(journey.upstream?.requests[before]?.body).toContain(`- ${TOLD}`);
    const book = await openStory(page);
    await book.getByText(TOLD).waitFor();
    await page.getByRole("button", { name: "Ask me something", exact: true }).click();
    await page.getByText("Who belonged to your family, and who was good at what?").waitFor();
  });

  it("asks nothing and offers nothing while something hard was said", async () => {
    const { page } = await journey.open();
    await begin(page);
    await say(page, "I want to kill myself.");
    await answerTo(page, "I want to kill myself.");
    await openStory(page);
    await page.getByText("There are no questions at the moment").waitFor();
    expect(await page.getByRole("button", { name: "Ask me something", exact: true }).count()).toBe(0);
  });
});

async function exportOf(page: Page): Promise<unknown> {
  return (await page.request.get("/api/me/export")).json();
}
