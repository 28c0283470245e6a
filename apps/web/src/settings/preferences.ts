/** Names under which the page remembers what a person chose on this device. */
export const LANGUAGE_KEY = "open-empathic.language";
export const COLOR_SCHEME_KEY = "open-empathic.color-scheme";
export const COUNTRY_KEY = "open-empathic.country";

/** Where the words of an unfinished message are kept. */
export function draftKey(sessionId: string): string {
  return `open-empathic.draft.${sessionId}`;
}

/** The country that was chosen on this device; `undefined` where none was. */
export function chosenCountry(): string | undefined {
  return window.localStorage.getItem(COUNTRY_KEY) ?? undefined;
}

/** Remembers the country, or forgets it. */
export function chooseCountry(country: string | undefined): void {
  if (country === undefined) window.localStorage.removeItem(COUNTRY_KEY);
  else window.localStorage.setItem(COUNTRY_KEY, country);
}
