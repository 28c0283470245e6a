import { expect, it } from "vitest";
import { contactHref } from "./contact-href.ts";

it.each([
  ["116 123", "tel:116123"],
  ["0800 111 0 111", "tel:08001110111"],
  ["+43 142", "tel:+43142"],
  ["(02) 1234-567", "tel:021234567"],
  ["988", "tel:988"],
  ["findahelpline.com", "https://findahelpline.com"],
  ["https://example.org/chat", "https://example.org/chat"],
  ["jo@samaritans.org", "mailto:jo@samaritans.org"],
])("leads from %s to %s", (contact, href) => expect(contactHref(contact)).toBe(href));

it.each(["Text HOME to 741741", "javascript:alert(1)", "112 or 999"])("makes no link of “%s”", (contact) =>
  expect(contactHref(contact)).toBeUndefined(),
);
