import table from "./helplines.json" with { type: "json" };

/** A line to call, write or chat to. Shown word for word; no part of it ever comes from a language model. */
export interface Helpline {
  readonly name: string;
  /** How to reach it: a number as one dials it in the country, or an address of a page. */
  readonly contact: string;
  /** When it answers, as its source says; "see its page" where the source seen does not say. */
  readonly hours: string;
  /** BCP 47 tags of the languages it answers in. */
  readonly languages: readonly string[];
  /** The day on which the number was last compared with a stored copy of its source; see `helplines.json`. */
  readonly checkedOn: string;
  /** The page it was compared with. */
  readonly source: string;
}

/** What to show to somebody in a country. */
export interface Helplines {
  /** ISO 3166-1 alpha-2; `undefined` when the country is unknown or not in the table: then ask where they are. */
  readonly country?: string;
  /** The number for danger to life, or the words "your local emergency number". */
  readonly emergency: string;
  readonly entries: readonly Helpline[];
}

interface CountryRow {
  readonly emergency: string;
  readonly entries: readonly Helpline[];
}

const COUNTRIES: Readonly<Record<string, CountryRow>> = table.countries;
const ANYWHERE: CountryRow = table.anywhere;

/** The countries in the table, as ISO 3166-1 alpha-2 codes. */
export const HELPLINE_COUNTRIES: readonly string[] = Object.keys(COUNTRIES).sort();

/**
 * The helplines of a country, from a checked table. For an unknown country it gives a directory of helplines
 * worldwide and "your local emergency number"; the missing `country` tells the caller to ask where the person is.
 *
 * @param country an ISO 3166-1 alpha-2 code, or a locale that ends in one ("de-AT"); upper or lower case
 *
 * @example
 * ```ts
 * import { helplinesFor } from "@openempathic/govern";
 *
 * helplinesFor("at").entries[0]?.contact; // => "142"
 * helplinesFor("de-CH").country; // => "CH"
 * helplinesFor(undefined).emergency; // => "your local emergency number"
 * helplinesFor("XX").entries[0]?.contact; // => "https://findahelpline.com"
 * ```
 */
export function helplinesFor(country: string | undefined): Helplines {
  const code = country === undefined ? undefined : codeOf(country);
  if (code === undefined || !Object.hasOwn(COUNTRIES, code)) return ANYWHERE;
  const row = COUNTRIES[code] ?? ANYWHERE;
  return { country: code, emergency: row.emergency, entries: row.entries };
}

function codeOf(country: string): string | undefined {
  const code = /(?:^|[-_])([a-z]{2})$/i.exec(country.trim())?.[1]?.toUpperCase();
  return code === "UK" ? "GB" : code;
}
