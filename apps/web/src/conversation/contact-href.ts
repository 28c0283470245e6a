/**
 * The link behind a line of help's contact: a telephone number is called, a web address opened, a mail address
 * written to. `undefined` where the words are neither, such as "Text HOME to 741741"; they are shown as they are.
 */
export function contactHref(contact: string): string | undefined {
  const words = contact.trim();
  if (/^\+?[\d\s()./-]{3,}$/.test(words)) return `tel:${words.replace(/[^\d+]/g, "")}`;
  if (/^https?:\/\/\S+$/i.test(words)) return words;
  if (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(words)) return `mailto:${words}`;
  if (/^[a-z\d-]+(\.[a-z\d-]+)+(\/\S*)?$/i.test(words)) return `https://${words}`;
  return undefined;
}
