import { describe, expect, it } from "vitest";
import { findChromium } from "./open-browser.ts";

describe("findChromium", () => {
  it("takes the program that CHROMIUM_PATH names", () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  it("says so when CHROMIUM_PATH names nothing, instead of taking another", () => {
    expect(() => findChromium({ CHROMIUM_PATH: "/no/such/chromium" })).toThrow(/no such file/);
  });
});
