import { shownResourceSchema } from "@openempathic/experiences";
import { EMOTION_KINDS, PLAY_PROTOCOL } from "@openempathic/experiences/play";
import type { EmotionKind } from "@openempathic/experiences/play";
import { z } from "zod";
import { maybe, replyLanguageSchema, writtenText } from "../field.ts";
import {
  characterFieldsSchema,
  dialSchema,
  dialsSchema,
  happeningSchema,
  storyNameSchema,
  wishSchema,
} from "./happening-schema.ts";

/** The most characters of one game. */
const MOST_CHARACTERS = 2_000;
/** A day at once. */
const LONGEST_WAIT_MS = 86_400_000;

const finite = z.number();
const share = z.number().min(0).max(1);
const signed = z.number().min(-1).max(1);
const padSchema = z.object({ pleasure: finite, arousal: finite, dominance: finite });
const emotionKindSchema = z.enum(EMOTION_KINDS as readonly [EmotionKind, ...EmotionKind[]]);

const characterSchema = z.object({
  id: storyNameSchema,
  personality: z.object({
    openness: signed,
    conscientiousness: signed,
    extraversion: signed,
    agreeableness: signed,
    neuroticism: signed,
  }),
  temper: z.object({
    emotionHalfLifeMs: z.number().positive(),
    moodHalfLifeMs: z.number().positive(),
    bonding: share,
  }),
  goals: z.record(
    storyNameSchema,
    z.object({ utility: signed, likelihood: share, recurring: maybe(z.boolean()) }),
  ),
  beliefs: z.record(
    storyNameSchema,
    z.object({ likelihood: share, bearsOn: z.record(storyNameSchema, signed) }),
  ),
  relations: z.record(storyNameSchema, signed),
  attitudes: z.record(storyNameSchema, signed),
  emotions: z.array(
    z.object({ kind: emotionKindSchema, amount: z.number().positive(), toward: maybe(storyNameSchema) }),
  ),
  mood: padSchema,
});

const bounds = z.tuple([share, share]);
const turned = z.object({ dial: dialSchema, from: share, to: share });
const because = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("attempts"), score: share }),
  z.object({ kind: z.literal("words") }),
  z.object({ kind: z.literal("voice") }),
  z.object({ kind: z.literal("face") }),
  z.object({ kind: z.literal("report"), wish: wishSchema }),
  z.object({ kind: z.literal("set") }),
  z.object({ kind: z.literal("switch"), on: z.boolean() }),
  z.object({ kind: z.literal("not-permitted"), modality: z.enum(["voice", "face"]) }),
]);
const numbersSchema = z.object({ difficulty: finite, pace: finite, tension: finite });

/** What a game keeps between two evenings. */
export const playSaveSchema = z.object({
  cast: z.record(storyNameSchema, characterSchema),
  pacing: z.object({
    on: z.boolean(),
    bounds: z.object({ difficulty: bounds, pace: bounds, tension: bounds }),
    home: dialsSchema,
    dials: dialsSchema,
    evidence: numbersSchema,
    held: numbersSchema,
    log: z.array(z.object({ atMs: finite, turned: maybe(turned), because })).max(200),
  }),
});

const ID = { id: maybe(z.string().max(64)) };

/** What a game may send, one JSON object a message. */
export const playMessageSchema = z.discriminatedUnion("type", [
  z.strictObject({
    ...ID,
    type: z.literal("hello"),
    protocol: z.literal(PLAY_PROTOCOL),
    language: maybe(replyLanguageSchema),
  }),
  /** The notices of the welcome have been shown to the player: only then is anything perceived. */
  z.strictObject({ ...ID, type: z.literal("notices-shown") }),
  z.strictObject({
    ...ID,
    type: z.literal("cast"),
    characters: z.array(characterFieldsSchema).max(MOST_CHARACTERS),
    dials: maybe(dialsSchema),
  }),
  z.strictObject({ ...ID, type: z.literal("happen"), happening: happeningSchema }),
  z.strictObject({ ...ID, type: z.literal("wait"), ms: z.number().min(0).max(LONGEST_WAIT_MS) }),
  z.strictObject({ ...ID, type: z.literal("attempt"), score: share, timeLeft: maybe(share) }),
  z.strictObject({ ...ID, type: z.literal("said"), text: writtenText(1000) }),
  z.strictObject({ ...ID, type: z.literal("wish"), dial: dialSchema, wish: wishSchema }),
  z.strictObject({ ...ID, type: z.literal("set"), dial: dialSchema, value: share }),
  z.strictObject({ ...ID, type: z.literal("adapt"), on: z.boolean() }),
  z.strictObject({ ...ID, type: z.literal("save") }),
  z.strictObject({ ...ID, type: z.literal("load"), save: playSaveSchema }),
]);

const expressionSchema = z.object({
  pad: padSchema,
  mood: z.object({ name: z.string(), pad: padSchema }),
  emotions: z.array(z.object({ kind: emotionKindSchema, intensity: share, toward: maybe(z.string()) })),
});

/** What a game is answered. */
export const playAnswerSchema = z.discriminatedUnion("type", [
  z.object({
    ...ID,
    type: z.literal("welcome"),
    protocol: z.literal(PLAY_PROTOCOL),
    notices: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  z.object({
    ...ID,
    type: z.literal("state"),
    characters: z.record(z.string(), expressionSchema),
    dials: dialsSchema,
    adapting: z.boolean(),
  }),
  /** How something said comes across, and the dials after it. `detail` says why where it could not be told. */
  z.object({
    ...ID,
    type: z.literal("heard"),
    tone: z.enum(["asks", "warm", "plain", "curt", "heavy"]),
    detail: maybe(z.string()),
    dials: dialsSchema,
  }),
  /** Somebody may be in danger: to be shown at once, word for word, with its lines of help. */
  z.object({
    ...ID,
    type: z.literal("care"),
    text: z.string(),
    resources: z.array(shownResourceSchema),
  }),
  z.object({ ...ID, type: z.literal("saved"), save: playSaveSchema }),
  z.object({ ...ID, type: z.literal("refused"), reason: z.string() }),
]);

/** One message of a game, and one answer. */
export type PlayLineMessage = z.infer<typeof playMessageSchema>;
export type PlayLineAnswer = z.infer<typeof playAnswerSchema>;
