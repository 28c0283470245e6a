import { resolve } from "node:path";
import { z } from "zod";
import { WrongSettingError } from "../startup/wrong-setting-error.ts";
import { TEXT_PERCEIVERS, type TextPerceiverId } from "../perception/text-perceiver-id.ts";
import type { LanguageModelSetting } from "./language-model-store.ts";

/** The port unless told otherwise: not in the IANA registry and not a habit of common development servers. */
export const DEFAULT_PORT = 4747;

/** Everything that is decided at start. */
export interface Settings {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly languageModel?: Omit<LanguageModelSetting, "source">;
  readonly media?: string;
  /** What reads text. */
  readonly textPerceiver: TextPerceiverId;
  readonly profile: "eu" | "elsewhere";
  /** Whether the gateway holds every reply against the council set, unless a request says otherwise. */
  readonly councilChecks: boolean;
}

const url = (protocol: RegExp, need: string) =>
  z
    .string()
    .regex(protocol, { error: need, abort: true })
    .refine((text) => URL.canParse(text), need);

// An empty variable is one that was not set: compose files and shells make such easily.
const SCHEMA = z.object({
  OPEN_EMPATHIC_PORT: z
    .string()
    .regex(/^\d{1,5}$/u, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a number from 0 to 65535")
    .optional(),
  OPEN_EMPATHIC_HOST: z
    .string()
    .regex(/^[\w.:-]+$/u, "must be a host name or an address, such as 127.0.0.1")
    .optional(),
  OPEN_EMPATHIC_DATA: z.string().optional(),
  DATABASE_URL: url(
    /^(?:postgres(?:ql)?|memory):\/\//u,
    "must begin with postgresql:// (or be memory://, which keeps nothing)",
  ).optional(),
  OPEN_EMPATHIC_LLM_BASE_URL: url(
    /^https?:\/\//u,
    "must be an http or https address ending in /v1 or the like",
  )
    .refine(isPlainAddress, "must hold no name, password, query or fragment")
    .optional(),
  OPEN_EMPATHIC_LLM_MODEL: z.string().optional(),
  OPEN_EMPATHIC_LLM_API_KEY: z
    .string()
    .trim()
    .refine(isHeaderValue, "must be visible ASCII characters without spaces")
    .optional(),
  OPEN_EMPATHIC_MEDIA: z.string().optional(),
  OPEN_EMPATHIC_COUNCIL_CHECKS: z.enum(["on", "off"], 'must be "on" or "off"').optional(),
  OPEN_EMPATHIC_TEXT_PERCEIVER: z
    .enum(TEXT_PERCEIVERS, `must be ${TEXT_PERCEIVERS.map((id) => `"${id}"`).join(" or ")}`)
    .optional(),
  OPEN_EMPATHIC_PROFILE: z.enum(["eu", "elsewhere"], 'must be "eu" or "elsewhere"').optional(),
});

/** Whether a key can stand in an Authorization header; a line break from a file would end the header. */
export function isHeaderValue(key: string): boolean {
  return /^[\x21-\x7e]+$/u.test(key);
}

/** Whether an address has nothing in it but a host and a path; the rest would be lost or sent along. */
export function isPlainAddress(address: string): boolean {
  const { username, password, search, hash } = new URL(address);
  return `${username}${password}${search}${hash}` === "";
}

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(SCHEMA.shape);

/**
 * Reads the settings from environment variables, and says all that is wrong at once.
 * @throws {WrongSettingError}
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(SETTING_NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const read = SCHEMA.safeParse(given);
  const problems = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ setting: String(path[0]), need: message }));
  // One half of a language model is a mistake; silently using the listener would hide it.
  const [baseUrl, model] = [env["OPEN_EMPATHIC_LLM_BASE_URL"], env["OPEN_EMPATHIC_LLM_MODEL"]];
  if (baseUrl && !model)
    problems.push({ setting: "OPEN_EMPATHIC_LLM_MODEL", need: "is needed with OPEN_EMPATHIC_LLM_BASE_URL" });
  if (!baseUrl && model)
    problems.push({ setting: "OPEN_EMPATHIC_LLM_BASE_URL", need: "is needed with OPEN_EMPATHIC_LLM_MODEL" });
  if (problems.length > 0 || !read.success) throw new WrongSettingError(problems);
  return settingsFrom(read.data);
}

function settingsFrom(read: z.infer<typeof SCHEMA>): Settings {
  const {
    OPEN_EMPATHIC_LLM_BASE_URL: baseUrl,
    OPEN_EMPATHIC_LLM_MODEL: model,
    OPEN_EMPATHIC_LLM_API_KEY: apiKey,
  } = read;
  return {
    port: read.OPEN_EMPATHIC_PORT ?? DEFAULT_PORT,
    host: read.OPEN_EMPATHIC_HOST ?? "127.0.0.1",
    dataFolder: resolve(read.OPEN_EMPATHIC_DATA ?? "./data"),
    profile: read.OPEN_EMPATHIC_PROFILE ?? "eu",
    councilChecks: read.OPEN_EMPATHIC_COUNCIL_CHECKS === "on",
    textPerceiver: read.OPEN_EMPATHIC_TEXT_PERCEIVER ?? TEXT_PERCEIVERS[0],
    ...(read.DATABASE_URL === undefined ? {} : { databaseUrl: read.DATABASE_URL }),
    ...(read.OPEN_EMPATHIC_MEDIA === undefined ? {} : { media: read.OPEN_EMPATHIC_MEDIA }),
    ...(baseUrl === undefined || model === undefined
      ? {}
      : { languageModel: { baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) } }),
  };
}
