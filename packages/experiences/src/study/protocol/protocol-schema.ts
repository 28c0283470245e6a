import { z } from "zod";
import type { Instrument } from "../instrument/instrument.ts";
import { PROTOCOL_LIMITS, PROTOCOL_SCHEMA } from "./protocol.ts";
import type { Sampling, StudyProtocol, StudyTask } from "./protocol.ts";

/** A field that may be missing; in JSON there is no `undefined`. */
function maybe<Schema extends z.ZodType>(schema: Schema): z.ZodExactOptional<Schema> {
  // The cast only narrows what the type says: JSON cannot carry an explicit undefined.
  return schema.optional() as unknown as z.ZodExactOptional<Schema>;
}

const words = (max: number) =>
  z
    .string({ error: "must be text" })
    .max(max, { error: `must be at most ${String(max)} characters long` })
    .regex(/^[^\0\p{Surrogate}]*$/u, { error: "must be well-formed Unicode without NUL characters" });
const name = words(300);
const text = words(PROTOCOL_LIMITS.textLength);
const id = z.string({ error: "must be text" }).regex(/^[a-z][a-z0-9_]{0,39}$/u, {
  error: "must be small letters, digits and _, beginning with a letter",
});
const slug = z.string({ error: "must be text" }).regex(/^[a-z0-9][a-z0-9-]{0,59}$/u, {
  error: "must be small letters, digits and hyphens",
});
const whole = (from: number, to: number) => z.int({ error: "must be a whole number" }).min(from).max(to);
const clock = z
  .string({ error: "must be text" })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: 'must be a time of day, such as "09:30"' });
const yes = z.literal(true);

/** A questionnaire as data. */
export const instrumentSchema = z.strictObject({
  id: slug,
  name,
  version: name,
  language: z.enum(["en", "de"]),
  citation: words(2_000),
  licence: words(2_000),
  template: maybe(yes),
  instruction: text,
  responses: z
    .array(z.strictObject({ value: z.number(), label: name }))
    .min(2)
    .max(PROTOCOL_LIMITS.responses),
  items: z
    .array(z.strictObject({ id, text: words(2_000), reversed: maybe(yes) }))
    .min(1)
    .max(PROTOCOL_LIMITS.items),
  scales: z
    .array(
      z.strictObject({
        id,
        name,
        items: z.array(id).min(1).max(PROTOCOL_LIMITS.items),
        score: z.enum(["sum", "mean"]),
        times: maybe(z.number().positive()),
        mostMissing: whole(0, PROTOCOL_LIMITS.items),
        bands: maybe(z.array(z.strictObject({ from: z.number(), to: z.number(), words: name })).max(20)),
      }),
    )
    .max(PROTOCOL_LIMITS.scales),
  safety: maybe(z.array(z.strictObject({ itemId: id, from: z.number() })).max(PROTOCOL_LIMITS.items)),
}) satisfies z.ZodType<Instrument>;

const FRAME = {
  id,
  title: name,
  arms: maybe(z.array(id).min(1).max(PROTOCOL_LIMITS.arms)),
  moves: maybe(yes),
  retestOf: maybe(id),
};

/** Something that a participant does. */
export const studyTaskSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...FRAME, kind: z.literal("page"), text }),
  z.strictObject({ ...FRAME, kind: z.literal("questionnaire"), instrument: instrumentSchema }),
  z.strictObject({ ...FRAME, kind: z.literal("affective-slider"), prompt: text }),
  z.strictObject({ ...FRAME, kind: z.literal("affect-grid"), prompt: text }),
  z.strictObject({ ...FRAME, kind: z.literal("free-label"), prompt: text }),
  z.strictObject({ ...FRAME, kind: z.literal("own-text"), prompt: text }),
  z.strictObject({
    ...FRAME,
    kind: z.literal("rate-texts"),
    prompt: text,
    texts: z
      .array(z.strictObject({ id, text: words(PROTOCOL_LIMITS.answerLength) }))
      .min(1)
      .max(PROTOCOL_LIMITS.texts),
  }),
]) satisfies z.ZodType<StudyTask>;

const stretch = z.strictObject({ from: clock, to: clock });

const samplingSchema = z.strictObject({
  days: whole(1, PROTOCOL_LIMITS.days),
  perDay: whole(1, PROTOCOL_LIMITS.perDay),
  awake: stretch,
  quiet: z.array(stretch).max(10),
  answerWithinMinutes: whole(1, 24 * 60),
  tasks: z.array(studyTaskSchema).min(1).max(PROTOCOL_LIMITS.tasks),
}) satisfies z.ZodType<Sampling>;

/** A protocol by its form; whether it holds together is asked of `checkProtocol`. */
export const studyProtocolSchema = z.strictObject({
  schema: z.literal(PROTOCOL_SCHEMA),
  title: name,
  version: name,
  language: z.enum(["en", "de"]),
  contact: words(2_000),
  ethics: words(2_000),
  consents: z.array(z.strictObject({ version: name, text })).max(50),
  arms: z.array(z.strictObject({ id, name })).min(1).max(PROTOCOL_LIMITS.arms),
  allocation: z.strictObject({ seed: whole(0, 4_294_967_295), block: whole(1, 200) }),
  order: z.enum(["fixed", "shuffled", "latin-square"]),
  tasks: z.array(studyTaskSchema).max(PROTOCOL_LIMITS.tasks),
  sampling: maybe(samplingSchema),
}) satisfies z.ZodType<StudyProtocol>;
