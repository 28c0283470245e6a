import { unzipSync, zipSync } from "fflate";
import { EXPRESSIONS } from "./expression-manifest.ts";

/** A picture of a character with an expression. */
export interface Sprite {
  readonly expression: string;
  /** Its file name, such as "joy.png". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A pack that was read, or the one thing that stands in the way. */
export type SpriteReading =
  | {
      readonly kind: "read";
      readonly sprites: readonly Sprite[];
      /** Names of files that are no picture of an expression that is known. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: "faulty"; readonly reason: SpriteFault };

/** Why a pack cannot be read. */
export type SpriteFault = "no-zip" | "too-large" | "too-many" | "no-sprites";

/** How large a pack may be, unpacked, in bytes and files. */
export const SPRITE_LIMITS = { bytes: 64_000_000, files: 500 } as const;

const PICTURE = /^(.+)\.(png|jpe?g|webp|gif)$/iu;

/**
 * Reads a sprite pack of SillyTavern: a ZIP of pictures that are named by expression ("joy.png"; "joy-2.png" is another of
 * the same), in any folder. Nothing is unpacked that is no picture of an expression, nor more than {@link SPRITE_LIMITS}.
 */
export function readSpritePack(zip: Uint8Array): SpriteReading {
  const leftOut: string[] = [];
  const seen = { bytes: 0, files: 0, isTooLarge: false };
  try {
    const found = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith("/")) return false;
        seen.files += 1;
        if (seen.files > SPRITE_LIMITS.files) return false;
        if (expressionIn(name) === undefined) {
          leftOut.push(baseName(name));
          return false;
        }
        seen.bytes += originalSize;
        seen.isTooLarge ||= seen.bytes > SPRITE_LIMITS.bytes;
        return !seen.isTooLarge;
      },
    });
    if (seen.files > SPRITE_LIMITS.files) return { kind: "faulty", reason: "too-many" };
    if (seen.isTooLarge) return { kind: "faulty", reason: "too-large" };
    const sprites = Object.entries(found).flatMap(([name, content]): readonly Sprite[] => {
      const expression = expressionIn(name);
      return expression === undefined ? [] : [{ expression, name: baseName(name), bytes: content }];
    });
    return sprites.length === 0
      ? { kind: "faulty", reason: "no-sprites" }
      : { kind: "read", sprites, leftOut };
  } catch {
    // The library has one error for each way in which a ZIP can be broken; for the writer they are one.
    return { kind: "faulty", reason: "no-zip" };
  }
}

/** Writes a sprite pack: pictures by the names that SillyTavern looks for. The same sprites give the same bytes. */
export function writeSpritePack(sprites: readonly Sprite[]): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const { expression, name, bytes } of sprites) {
    const ending = PICTURE.exec(name)?.[2]?.toLowerCase() ?? "png";
    let file = `${expression}.${ending}`;
    for (let number = 2; Object.hasOwn(files, file); number += 1)
      file = `${expression}-${String(number)}.${ending}`;
    files[file] = bytes;
  }
  // Pictures do not get smaller. The first day that a ZIP can tell.
  return zipSync(files, { level: 0, mtime: "1980-01-01T12:00:00" });
}

function expressionIn(path: string): string | undefined {
  const stem = PICTURE.exec(baseName(path))?.[1]?.toLowerCase();
  const name = stem?.replace(/[-_. ]\d+$/u, "");
  return EXPRESSIONS.find((expression) => expression === name);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
