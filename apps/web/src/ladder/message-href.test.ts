import { describe, expect, it } from "vitest";
import { messageHref } from "./message-href.ts";

describe("a message in the device’s own program", () => {
  it.each([
    ["", "sms:?&body=Hi%20%26%20bye"],
    ["rings at four", "sms:?&body=Hi%20%26%20bye"],
    ["mobile: +49 (0)170 / 12-34 56", "sms:+490170123456?&body=Hi%20%26%20bye"],
    ["ana@example.org, or at work", "mailto:ana@example.org?body=Hi%20%26%20bye"],
  ])("goes to what is noted as “%s”", (reach, href) => {
    expect(messageHref("Hi & bye", reach)).toBe(href);
  });
});
