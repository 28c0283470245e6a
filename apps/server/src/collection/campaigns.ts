import { eq } from "drizzle-orm";
import {
  contrastingCategory,
  digestOfSchema,
  makeAcceptancePolicy,
  OPEN_TO_ALL,
  PRESENCE_POLICY,
  standardSchema,
} from "@openempathic/collect";
import type { AcceptancePolicy, EligibilityPolicy, Question, QuestionSchema } from "@openempathic/collect";
import type { CategoryId } from "@openempathic/affect";
import type { Database } from "../storage/open-database.ts";
import { campaigns } from "./collection-tables.ts";

/** A campaign as it is stored. */
export type CampaignRow = typeof campaigns.$inferSelect;

/** A campaign to add. */
export interface NewCampaign {
  readonly id: string;
  readonly questions: QuestionSchema;
  readonly acceptance: AcceptancePolicy;
  readonly eligibility: EligibilityPolicy;
}

/** The campaign that every server has: is this category there, and is one that speaks against it. */
export const FIRST_CAMPAIGN: NewCampaign = {
  id: "presence-in-text",
  questions: standardSchema("presence"),
  acceptance: PRESENCE_POLICY,
  eligibility: OPEN_TO_ALL,
};

/** Adds a campaign where there is none of its id yet. @throws {RangeError} For rules that can't be kept. */
export async function addCampaign(db: Database, campaign: NewCampaign, nowMs: number): Promise<void> {
  const acceptance = makeAcceptancePolicy(campaign.acceptance);
  const questionsDigest = digestOfSchema(campaign.questions);
  await db
    .insert(campaigns)
    .values({ ...campaign, acceptance, questionsDigest, isOpen: true, createdAtMs: nowMs })
    .onConflictDoNothing();
}

/** One campaign; `undefined` where there is none. */
export async function findCampaign(db: Database, id: string): Promise<CampaignRow | undefined> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  return row;
}

/** The questions of a campaign that a task asks, in the schema's order. */
export function askedQuestions(
  { questions }: Pick<CampaignRow, "questions">,
  asked: readonly string[],
): readonly Question[] {
  return questions.questions.filter(({ id }) => asked.includes(id));
}

/**
 * The ids of the questions that a clip is asked in a campaign: of presence, its category and one that speaks against
 * it; of any other schema, all of them.
 * @param chance In [0, 1): picks the contrasting category.
 */
export function questionsFor(
  { questions }: Pick<CampaignRow, "questions">,
  { category, chance }: { readonly category: CategoryId; readonly chance: number },
): readonly string[] {
  if (questions.id !== "presence") return questions.questions.map(({ id }) => id);
  return [category, contrastingCategory(category, chance)];
}
