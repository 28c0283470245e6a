import { z } from "zod";
import { maybe, seqSchema, writtenText } from "../field.ts";
import { FRAME_PERSON_EVENTS } from "../frame-event-schema.ts";
import { dialSchema, happeningSchema, wishSchema } from "./happening-schema.ts";

/** The longest that a player can say at once, in UTF-16 units: a few sentences. */
export const SPOKEN_MAX_LENGTH = 1000;

const lineSchema = z.string().max(4000);

/** What a story in ink told from one stop to the next. */
const inkTurnSchema = z.strictObject({
  lines: z.array(lineSchema).max(200),
  choices: z.array(lineSchema).max(20),
  phase: z.enum(["brewing", "talking", "over"]),
  guest: maybe(z.enum(["lin", "bruno", "pim"])),
  chosen: maybe(lineSchema),
  save: z.string().max(200_000),
});

/** The shape of each kind of event that a player's own act may add. */
export const PLAY_ACTS = {
  nightBegun: z.strictObject({ kind: z.literal("night-begun"), teller: z.enum(["house", "ink"]) }),
  cupPoured: z.strictObject({
    kind: z.literal("cup-poured"),
    tea: z.enum(["lemon-balm", "honey-milk", "mint"]),
    position: z.number().min(0).max(1),
  }),
  chosen: z.strictObject({ kind: z.literal("chosen"), choice: z.string().min(1).max(40) }),
  message: z.strictObject({ kind: z.literal("message"), text: writtenText(SPOKEN_MAX_LENGTH) }),
  meant: z.strictObject({
    kind: z.literal("meant"),
    of: seqSchema,
    tone: z.enum(["asks", "warm", "plain", "heavy", "curt"]),
  }),
  inkTold: z.strictObject({
    kind: z.literal("ink-told"),
    turn: inkTurnSchema,
    happenings: z.array(happeningSchema).max(100),
  }),
  dialWished: z.strictObject({ kind: z.literal("dial-wished"), dial: dialSchema, wish: wishSchema }),
  dialSet: z.strictObject({ kind: z.literal("dial-set"), dial: dialSchema, value: z.number().min(0).max(1) }),
  adaptingSwitched: z.strictObject({ kind: z.literal("adapting-switched"), on: z.boolean() }),
};

/** What a player's own act may add to a session of play. */
export const playPersonEventSchema = z.discriminatedUnion("kind", [
  FRAME_PERSON_EVENTS.noticesAcknowledged,
  FRAME_PERSON_EVENTS.languageChanged,
  FRAME_PERSON_EVENTS.countryChanged,
  PLAY_ACTS.nightBegun,
  PLAY_ACTS.cupPoured,
  PLAY_ACTS.chosen,
  PLAY_ACTS.message,
  PLAY_ACTS.meant,
  PLAY_ACTS.inkTold,
  PLAY_ACTS.dialWished,
  PLAY_ACTS.dialSet,
  PLAY_ACTS.adaptingSwitched,
]);
