import type { Cast } from "./appraise.ts";
import { makeCharacter } from "./character.ts";
import type { Character, CharacterFields } from "./character.ts";
import { passTime } from "./pass-time.ts";

/**
 * The characters of a story, by their ids.
 *
 * @throws RangeError where two share an id, or a number is outside its range
 *
 * @example
 * ```ts
 * import { makeCast } from "@openempathic/experiences/play";
 *
 * Object.keys(makeCast([{ id: "lin" }, { id: "bruno" }])); // => ["lin", "bruno"]
 * ```
 */
export function makeCast(characters: readonly CharacterFields[]): Cast {
  const cast: Record<string, Character> = {};
  for (const fields of characters) {
    if (Object.hasOwn(cast, fields.id)) {
      throw new RangeError(`makeCast needs every id once; it got ${JSON.stringify(fields.id)} twice`);
    }
    cast[fields.id] = makeCharacter(fields);
  }
  return cast;
}

/** Everybody some time later: see {@link passTime}. */
export function passTimeForAll(cast: Cast, elapsedMs: number): Cast {
  const next: Record<string, Character> = {};
  for (const id in cast) {
    const character = cast[id];
    if (character !== undefined) next[id] = passTime(character, elapsedMs);
  }
  return next;
}
