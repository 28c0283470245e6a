import { wordSet } from "./phrase-group.ts";

/** The contacts that a reply may name: phone numbers by their digits, addresses without their decoration. */
export interface AllowedContacts {
  readonly numbers: ReadonlySet<string>;
  readonly addresses: readonly string[];
}

const NUMBER_IN_CONTACT = /\+?\d[\d \u00a0\-–/.()]*\d|\d/g;

/** Reads what may be named from the lines of the checked table, such as "Call or text 988". */
export function allowedContacts(contacts: readonly string[]): AllowedContacts {
  const numbers = contacts.flatMap((contact) => contact.match(NUMBER_IN_CONTACT) ?? []).map(digitsOf);
  const addresses = contacts
    .flatMap((contact) => contact.split(/[\s,;()]+/))
    .filter((part) => /[.@]/.test(part) && /\p{L}/u.test(part))
    .map(plainAddress);
  return { numbers: new Set(numbers), addresses };
}

const DIALLING = wordSet(
  "call calling dial dialling dialing text texting ring phone hotline helpline lifeline number line reach contact " +
    "anrufen ruf rufe rufen anruf waehle waehlen nummer notruf notrufnummer telefon telefonnummer sms unter hotline",
);
const NEAR_WORDS = 5;

/** What a number in a reply is: nothing to worry about, surely a contact, or one if dialling words follow. */
export type NumberReading = "plain" | "contact" | "short";

/** Reads a number after the given words of its sentence. */
export function readNumberAsContact(
  text: string,
  before: readonly string[],
  allowed: AllowedContacts,
): NumberReading {
  const digits = digitsOf(text);
  if (allowed.numbers.has(digits)) return "plain";
  const isDialled = before.slice(-NEAR_WORDS).some((word) => DIALLING.has(word));
  if (digits.length < 3) return "plain";
  if (isDialled && !isOtherwiseKnown(text, digits)) return "contact";
  if (digits.length < 7) return "short";
  const looksDialable = /^[+(0]/.test(text) || /[ \u00a0\-–/.()]/.test(text);
  const isGrouped = /^[1-9]\d{0,2}(?:[ .\u00a0]\d{3})+$/.test(text);
  return looksDialable && !isGrouped && !isOtherwiseKnown(text, digits) ? "contact" : "plain";
}

/** Dates, spans of years or hours, decimals, network addresses and book numbers. */
function isOtherwiseKnown(text: string, digits: string): boolean {
  return (
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text) ||
    /^\d{1,2}[-/.] ?\d{1,2}[-/.] ?(?:\d{2}|\d{4})$/.test(text) ||
    /^(?:1[89]|20)\d\d[ \-–/]+(?:1[89]|20)\d\d$/.test(text) ||
    /^\d{1,2}\.\d\d ?[-–] ?\d{1,2}\.\d\d$/.test(text) ||
    /^\d+\.\d+$/.test(text) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ||
    (/^97[89]/.test(digits) && digits.length === 13)
  );
}

/** Whether a link, domain or e-mail address stands in the allowed contacts. */
export function isAllowedAddress(address: string, allowed: AllowedContacts): boolean {
  const plain = plainAddress(address);
  return allowed.addresses.some((known) => known === plain);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/^(?:mailto:|https?:\/\/)/, "")
    .replace(/^www\./, "")
    .replace(/[^\p{L}\p{N}]+$/u, "");
}
