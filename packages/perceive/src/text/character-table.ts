/** What one UTF-16 code unit is to the tokeniser. */
export const CHARACTER_CLASS = { space: 0, letter: 1, digit: 2, mark: 3 } as const;

/** For each of the 65,536 code units: its class, and the unit it counts as (lower case, straight quotes). */
export interface CharacterTable {
  readonly classOf: Uint8Array;
  readonly folded: Uint16Array;
}

const CURLY_APOSTROPHES = [0x2018, 0x2019, 0x02bc, 0x0060, 0x00b4];
const CURLY_QUOTES = [0x201c, 0x201d, 0x00ab, 0x00bb];

/**
 * Builds the table once (a few milliseconds), so that reading a text is array look-ups only. Folding maps one
 * unit to one unit: offsets in the folded text are offsets in what the person wrote.
 */
export function makeCharacterTable(): CharacterTable {
  const classOf = new Uint8Array(65_536);
  const folded = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    folded[unit] = unit;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      classOf[unit] = CHARACTER_CLASS.mark;
      continue;
    }
    const character = String.fromCharCode(unit);
    classOf[unit] = classify(character);
    const lower = character.toLowerCase();
    if (lower.length === 1) folded[unit] = lower.charCodeAt(0);
  }
  for (const unit of CURLY_APOSTROPHES) folded[unit] = 0x27;
  for (const unit of CURLY_QUOTES) folded[unit] = 0x22;
  return { classOf, folded };
}

function classify(character: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return CHARACTER_CLASS.letter;
  if (/\p{N}/u.test(character)) return CHARACTER_CLASS.digit;
  // Controls and format characters (NUL, zero-width joiners, variation selectors) separate nothing and mean nothing here.
  if (/[\s\p{C}\p{Z}]/u.test(character)) return CHARACTER_CLASS.space;
  return CHARACTER_CLASS.mark;
}
