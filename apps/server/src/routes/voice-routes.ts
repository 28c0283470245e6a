import { createRoute } from "@hono/zod-openapi";
import { newVoiceSchema, sayWordsSchema, voiceSchema, voiceThereSchema } from "@openempathic/client";
import type { Means } from "../http/means.ts";
import { requireOwner, requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { isHeaderValue, isPlainAddress } from "../settings/read-settings.ts";
import { createSpeaker } from "../voice/speaker.ts";
import { readVoice, removeVoice, saveVoice } from "../voice/voice-setting.ts";
import { apiPart, body, json, problems } from "./route-parts.ts";

const PATH = "/settings/voice";

const there = createRoute({
  method: "get",
  path: "/voice",
  summary: "Whether a voice is connected",
  responses: { 200: json(voiceThereSchema, "Whether there is one"), ...problems },
});

const say = createRoute({
  method: "post",
  path: "/voice/speech",
  summary: "Have words said by the connected voice",
  request: { body: body(sayWordsSchema) },
  responses: {
    200: { description: "The words as sound", content: { "audio/*": {} } },
    204: { description: "No voice can say them now: the browser's own is used, or they are only shown" },
    ...problems,
  },
});

const show = createRoute({
  method: "get",
  path: PATH,
  summary: "The voice's setting, without its key (owner)",
  responses: { 200: json(voiceSchema, "The setting"), ...problems },
});

const save = createRoute({
  method: "put",
  path: PATH,
  summary: "Connect a voice behind an OpenAI-compatible address (owner)",
  request: { body: body(newVoiceSchema) },
  responses: { 200: json(voiceSchema, "The setting"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: PATH,
  summary: "Have words said by the browser again (owner)",
  responses: { 204: { description: "Removed" }, ...problems },
});

/** Words a minute for somebody who is neither on this machine nor its owner: an exercise asks for all of its at once. */
const WORDS_A_MINUTE = 120;

/** The voice: its setting for the owner, and what it says for everybody here. */
export function voiceRoutes(means: Means) {
  const { db, secrets, now } = means;
  const speaker = createSpeaker(means);
  const asked = createRateLimit({ attempts: WORDS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(there, async (c) => {
      requireParticipant(c);
      return c.json({ isConnected: (await readVoice(db, secrets)) !== undefined }, 200);
    })
    .openapi(say, async (c) => {
      requireParticipant(c);
      limitStrangers(c, asked);
      const voice = await readVoice(db, secrets);
      const speech = voice === undefined ? undefined : await speaker.say(c.req.valid("json").text, voice);
      if (speech === undefined) return c.body(null, 204);
      return c.body(speech.bytes, 200, { "content-type": speech.type });
    })
    .openapi(show, async (c) => {
      requireOwner(c);
      return c.json(await wireVoice(means), 200);
    })
    .openapi(save, async (c) => {
      requireOwner(c);
      const { apiKey: given, ...voice } = c.req.valid("json");
      if (!isPlainAddress(voice.baseUrl)) {
        throw new Problem("invalid-request", "baseUrl: must hold no name, password, query or fragment");
      }
      if (typeof given === "string" && !isHeaderValue(given)) {
        throw new Problem("invalid-request", "apiKey: must be visible ASCII characters without spaces");
      }
      const current = await readVoice(db, secrets);
      // A stored key is only ever sent to the server that it was stored for.
      const kept = current?.baseUrl === voice.baseUrl ? current.apiKey : undefined;
      const apiKey = given === undefined ? kept : (given ?? undefined);
      await saveVoice(db, secrets, { ...voice, ...(apiKey === undefined ? {} : { apiKey }) });
      return c.json(await wireVoice(means), 200);
    })
    .openapi(remove, async (c) => {
      requireOwner(c);
      await removeVoice(db);
      return c.body(null, 204);
    });
}

async function wireVoice({ db, secrets }: Means) {
  const found = await readVoice(db, secrets);
  if (found === undefined) return { isConnected: false, hasApiKey: false };
  const { baseUrl, model, voice, apiKey } = found;
  return { isConnected: true, baseUrl, model, voice, hasApiKey: apiKey !== undefined };
}
