import { RISK_LEVELS } from "@openempathic/govern";
import type { RiskLevel } from "@openempathic/govern";
import { z } from "zod";
import { shownResourceSchema } from "../session/shown-resource-schema.ts";
import type { CouncilAnswer, CouncilEvent, CouncilPersonEvent } from "./council-event.ts";
import {
  councilIdSchema,
  councilItemSchema,
  maybe,
  valueSchema,
  writtenSchema,
} from "./council-item-schema.ts";
import { FEWEST_ANSWERS, LENSES, MOST_ANSWERS, STANCES } from "./council-lists.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/u, { error: "must be 64 hex digits" });
const salt = z.string().regex(/^[0-9a-f]{32}$/u, { error: "must be 32 hex digits" });

/** What one person says about the options. */
export const councilAnswerSchema = z.strictObject({
  stances: z.record(councilIdSchema, z.enum(STANCES)),
  leaning: councilIdSchema.nullable(),
  values: z.array(valueSchema).max(3),
  worriedFor: maybe(councilIdSchema),
  reason: z
    .string()
    .max(4000)
    .regex(/^[^\0\p{Surrogate}]*$/u),
  objection: maybe(writtenSchema),
}) satisfies z.ZodType<CouncilAnswer>;

const topic = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("stakeholders") }),
  z.strictObject({ kind: z.literal("objection"), optionId: councilIdSchema }),
  z.strictObject({ kind: z.literal("lens"), lens: z.enum(LENSES) }),
]);

const HOST_EVENTS = {
  noted: z.strictObject({
    kind: z.literal("noted"),
    item: councilItemSchema,
    from: maybe(z.string().max(64)),
  }),
  withdrawn: z.strictObject({ kind: z.literal("withdrawn"), key: z.string().max(200) }),
  noticesAcknowledged: z.strictObject({ kind: z.literal("notices-acknowledged") }),
  languageChanged: z.strictObject({ kind: z.literal("language-changed"), language: z.enum(["en", "de"]) }),
  countryChanged: z.strictObject({
    kind: z.literal("country-changed"),
    country: z.string().regex(/^[A-Z]{2}$/u, { error: 'must be two capitals, such as "DE"' }),
  }),
  suggestionAsked: z.strictObject({ kind: z.literal("suggestion-asked"), topic }),
  suggestionDeclined: z.strictObject({
    kind: z.literal("suggestion-declined"),
    suggestionId: z.string().max(64),
  }),
  roundOpened: z.strictObject({
    kind: z.literal("round-opened"),
    expected: z.int().min(FEWEST_ANSWERS).max(MOST_ANSWERS),
  }),
  roundClosed: z.strictObject({ kind: z.literal("round-closed") }),
};

const ANSWER_EVENTS = {
  firstAnswered: z.strictObject({ kind: z.literal("first-answered"), answer: councilAnswerSchema, salt }),
  answeredAgain: z.strictObject({ kind: z.literal("answered-again"), answer: councilAnswerSchema, salt }),
};

/** What a person's own act may add to a council. */
export const councilPersonEventSchema = z.discriminatedUnion("kind", [
  HOST_EVENTS.noted,
  HOST_EVENTS.withdrawn,
  HOST_EVENTS.noticesAcknowledged,
  HOST_EVENTS.languageChanged,
  HOST_EVENTS.countryChanged,
  HOST_EVENTS.suggestionAsked,
  HOST_EVENTS.suggestionDeclined,
  HOST_EVENTS.roundOpened,
  HOST_EVENTS.roundClosed,
  ANSWER_EVENTS.firstAnswered,
  ANSWER_EVENTS.answeredAgain,
]) satisfies z.ZodType<CouncilPersonEvent>;

const STAMP = { seq: z.int().positive(), atMs: z.number().nonnegative() };

// A record holds nothing that is not known.
const resource = z.strictObject(shownResourceSchema.shape);

const finding = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("harm"), words: z.string(), threat: z.boolean() }),
  z.strictObject({
    kind: z.literal("crisis"),
    // An array of a union's members: zod wants a tuple's type, which only the compiler sees.
    level: z.enum(RISK_LEVELS as readonly [RiskLevel, ...RiskLevel[]]),
    text: z.string(),
    resources: z.array(resource),
  }),
  z.strictObject({ kind: z.literal("referral"), field: z.enum(["legal", "medical"]), word: z.string() }),
]);

const suggestion = z.strictObject({ suggestionId: z.string(), text: z.string(), why: maybe(z.string()) });

const revealed = z.strictObject({
  what: hash,
  opened: maybe(z.strictObject({ answer: councilAnswerSchema, answerSalt: hash })),
});

const by = z.string().max(64);

/** One stored event of a council, as a member sees it. */
export const councilEventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...STAMP, ...HOST_EVENTS.noted.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.withdrawn.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.noticesAcknowledged.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.languageChanged.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.countryChanged.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.suggestionAsked.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.suggestionDeclined.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.roundOpened.shape }),
  z.strictObject({ ...STAMP, ...HOST_EVENTS.roundClosed.shape }),
  z.strictObject({ ...STAMP, by, ...ANSWER_EVENTS.firstAnswered.shape }),
  z.strictObject({
    ...STAMP,
    kind: z.literal("first-answer-sealed"),
    seal: z.strictObject({ who: hash, what: hash }),
  }),
  z.strictObject({ ...STAMP, by, ...ANSWER_EVENTS.answeredAgain.shape }),
  z.strictObject({ ...STAMP, kind: z.literal("later-answer-deleted"), by, what: hash }),
  z.strictObject({ ...STAMP, kind: z.literal("void") }),
  z.strictObject({
    ...STAMP,
    kind: z.literal("session-started"),
    language: z.enum(["en", "de"]),
    country: maybe(z.string()),
  }),
  z.strictObject({ ...STAMP, kind: z.literal("notices-shown"), notices: z.array(z.string()) }),
  z.strictObject({ ...STAMP, kind: z.literal("joined"), by, name: maybe(writtenSchema) }),
  z.strictObject({ ...STAMP, kind: z.literal("left"), by, sealed: maybe(hash) }),
  z.strictObject({ ...STAMP, kind: z.literal("care-judged"), of: STAMP.seq, findings: z.array(finding) }),
  z.strictObject({
    ...STAMP,
    kind: z.literal("suggested"),
    of: STAMP.seq,
    source: z.enum(["language-model", "built-in"]),
    suggestions: z.array(suggestion),
    modelTrouble: maybe(z.string()),
  }),
  z.strictObject({ ...STAMP, kind: z.literal("round-revealed"), answers: z.array(revealed) }),
]) satisfies z.ZodType<CouncilEvent>;
