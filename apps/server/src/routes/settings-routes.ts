import { createRoute } from "@hono/zod-openapi";
import {
  languageModelSchema,
  languageModelTestAnswerSchema,
  languageModelTestSchema,
  newLanguageModelSchema,
} from "@openempathic/client";
import { testLanguageModel } from "@openempathic/respond";
import type { Means } from "../http/means.ts";
import { boundedModelFetch } from "../http/model-fetch.ts";
import { requireOwner } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { isHeaderValue, isPlainAddress } from "../settings/read-settings.ts";
import type { LanguageModelSetting } from "../settings/language-model-store.ts";
import { apiPart, body, json, problems } from "./route-parts.ts";

const PATH = "/settings/language-model";

const show = createRoute({
  method: "get",
  path: PATH,
  summary: "The language model's setting, without its key (owner)",
  responses: { 200: json(languageModelSchema, "The setting"), ...problems },
});

const save = createRoute({
  method: "put",
  path: PATH,
  summary: "Set the language model (owner)",
  request: { body: body(newLanguageModelSchema) },
  responses: { 200: json(languageModelSchema, "The setting"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: PATH,
  summary: "Go back to the built-in listener (owner)",
  responses: { 204: { description: "Removed" }, ...problems },
});

const test = createRoute({
  method: "post",
  path: `${PATH}/test`,
  summary: "Try a language model before saving it (owner)",
  request: { body: body(languageModelTestSchema) },
  responses: { 200: json(languageModelTestAnswerSchema, "How it went"), ...problems },
});

/** The owner's settings. A key goes in and never comes out. */
export function settingsRoutes(means: Means) {
  const { languageModels } = means;
  return apiPart()
    .openapi(show, async (c) => {
      requireOwner(c);
      return c.json(wireSetting(await languageModels.read()), 200);
    })
    .openapi(save, async (c) => {
      requireOwner(c);
      await requireChangeable(means);
      const { baseUrl, model, apiKey } = c.req.valid("json");
      requireUsable({ baseUrl, apiKey });
      await languageModels.save({ baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) });
      return c.json(wireSetting(await languageModels.read()), 200);
    })
    .openapi(remove, async (c) => {
      requireOwner(c);
      await requireChangeable(means);
      await languageModels.remove();
      return c.body(null, 204);
    })
    .openapi(test, async (c) => {
      requireOwner(c);
      const asked = c.req.valid("json");
      requireUsable(asked);
      const setting = completed(asked, await languageModels.read());
      const { now } = means;
      const { models, ...found } = await testLanguageModel({
        ...setting,
        fetch: boundedModelFetch(means.fetch),
        now,
        signal: c.req.raw.signal,
      });
      return c.json({ ...found, ...(models === undefined ? {} : { models: [...models] }) }, 200);
    });
}

async function requireChangeable({ languageModels }: Means): Promise<void> {
  if ((await languageModels.read())?.source !== "environment") return;
  throw new Problem(
    "set-by-environment",
    "Change OPEN_EMPATHIC_LLM_BASE_URL and its neighbours, then start again.",
  );
}

/** Refuses what could not be put into a request, instead of failing at each one. */
function requireUsable({
  baseUrl,
  apiKey,
}: {
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | null | undefined;
}): void {
  if (typeof apiKey === "string" && !isHeaderValue(apiKey)) {
    throw new Problem("invalid-request", "apiKey: must be visible ASCII characters without spaces");
  }
  if (baseUrl !== undefined && !isPlainAddress(baseUrl)) {
    throw new Problem("invalid-request", "baseUrl: must hold no name, password, query or fragment");
  }
}

interface Asked {
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** Fills what is missing from the current setting; a stored key is only ever sent to the server it was stored for. */
function completed(
  asked: Asked,
  current: LanguageModelSetting | undefined,
): { baseUrl: string; model: string; apiKey?: string } {
  const baseUrl = asked.baseUrl ?? current?.baseUrl;
  const model = asked.model ?? current?.model;
  if (baseUrl === undefined || model === undefined) {
    throw new Problem("invalid-request", "baseUrl and model are needed while none are set.");
  }
  const isSameServer = current !== undefined && new URL(baseUrl).origin === new URL(current.baseUrl).origin;
  const apiKey = asked.apiKey ?? (isSameServer ? current.apiKey : undefined);
  return { baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) };
}

function wireSetting(setting: LanguageModelSetting | undefined) {
  if (setting === undefined) return { hasApiKey: false, source: "none" as const };
  const { baseUrl, model, source, apiKey } = setting;
  return { baseUrl, model, source, hasApiKey: apiKey !== undefined };
}
