const MAIL = /[^\s@<>?&,;:]+@[^\s@<>?&,;:]+\.[^\s@<>?&,;:.]+/u;
const NUMBER = /\+?\d[\d ()/-]{4,}\d/u;

/**
 * What opens a message in the device's own program, with its words and, where somebody's note of how to reach them has a
 * mail address or a number in it, with that: a mail to an address, else a text message.
 */
export function messageHref(text: string, reach = ""): string {
  const body = encodeURIComponent(text);
  const mail = MAIL.exec(reach)?.[0];
  if (mail !== undefined) return `mailto:${encodeURIComponent(mail).replace("%40", "@")}?body=${body}`;
  const number = NUMBER.exec(reach)?.[0].replace(/[^+\d]/gu, "") ?? "";
  return `sms:${number}?&body=${body}`;
}
