import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { WrongSettingError } from "../startup/wrong-setting-error.ts";
import { DEFAULT_PORT, readSettings } from "./read-settings.ts";

describe("readSettings", () => {
  it("nothing set means this machine only, the data folder here, and no language model", () => {
    expect(readSettings({})).toEqual({
      port: DEFAULT_PORT,
      host: "127.0.0.1",
      dataFolder: resolve("data"),
      profile: "eu",
      councilChecks: false,
      textPerceiver: "text-mini",
    });
  });

  it("an empty variable counts as not set", () => {
    expect(readSettings({ OPEN_EMPATHIC_PORT: "", DATABASE_URL: "" })).toEqual(readSettings({}));
  });

  it("everything can be set", () => {
    const settings = readSettings({
      OPEN_EMPATHIC_PORT: "8080",
      OPEN_EMPATHIC_HOST: "0.0.0.0",
      OPEN_EMPATHIC_DATA: "/srv/data",
      DATABASE_URL: "postgresql://me:secret@db.example/empathic",
      OPEN_EMPATHIC_LLM_BASE_URL: "http://127.0.0.1:11434/v1",
      OPEN_EMPATHIC_LLM_MODEL: "small",
      OPEN_EMPATHIC_LLM_API_KEY: "sk-1",
      OPEN_EMPATHIC_MEDIA: "./media",
      OPEN_EMPATHIC_TEXT_PERCEIVER: "text-ngram",
      OPEN_EMPATHIC_PROFILE: "elsewhere",
    });
    expect(settings).toEqual({
      port: 8080,
      host: "0.0.0.0",
      dataFolder: resolve("/srv/data"),
      databaseUrl: "postgresql://me:secret@db.example/empathic",
      languageModel: { baseUrl: "http://127.0.0.1:11434/v1", model: "small", apiKey: "sk-1" },
      media: "./media",
      textPerceiver: "text-ngram",
      profile: "elsewhere",
      councilChecks: false,
    });
  });

  it.each([
    ["OPEN_EMPATHIC_PORT", "eighty"],
    ["OPEN_EMPATHIC_PORT", "65536"],
    ["OPEN_EMPATHIC_PORT", "-1"],
    ["OPEN_EMPATHIC_HOST", "http://here"],
    ["DATABASE_URL", "mysql://secret@db/x"],
    ["OPEN_EMPATHIC_LLM_BASE_URL", "secret"],
    ["OPEN_EMPATHIC_TEXT_PERCEIVER", "text-maxi"],
    ["OPEN_EMPATHIC_PROFILE", "mars"],
  ])("%s=%s is refused in one line that names it and not its value", (name, value) => {
    const error = errorOf({
      OPEN_EMPATHIC_LLM_MODEL: "small",
      OPEN_EMPATHIC_LLM_BASE_URL: "http://h/v1",
      [name]: value,
    });
    expect(error.settings).toEqual([name]);
    expect(error.message).toContain(name);
    expect(error.message).not.toMatch(/\n|secret|mars/u);
  });

  it("half a language model is refused, and all that is wrong is said at once", () => {
    expect(errorOf({ OPEN_EMPATHIC_LLM_BASE_URL: "http://h/v1" }).settings).toEqual([
      "OPEN_EMPATHIC_LLM_MODEL",
    ]);
    expect(errorOf({ OPEN_EMPATHIC_LLM_MODEL: "m" }).settings).toEqual(["OPEN_EMPATHIC_LLM_BASE_URL"]);
    expect(errorOf({ OPEN_EMPATHIC_PORT: "x", OPEN_EMPATHIC_PROFILE: "y" }).settings).toHaveLength(2);
  });
});

function errorOf(env: Record<string, string>): WrongSettingError {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof WrongSettingError) return error;
    throw error;
  }
  throw new Error("these settings were accepted");
}
