import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { LONGEST_TEXT } from "./read-turns.ts";

const SOUND = [".wav", ".mp3", ".ogg", ".oga", ".opus", ".webm", ".m4a", ".aac", ".flac"];
const PICTURE = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".bmp", ".tif", ".tiff"];
const FILM = [".mp4", ".mov", ".mkv", ".avi"];

/** The text of a file, or a string that says why there is none. */
export type FileText = { readonly text: string } | { readonly error: string };

/** Reads a text file for perception. Sound and pictures are not perceived in this version, and it says so. */
export async function readTextFile(path: string): Promise<FileText> {
  const ending = extname(path).toLowerCase();
  if (SOUND.includes(ending)) return { error: `${path}: sound is not perceived in this version` };
  if ([...PICTURE, ...FILM].includes(ending))
    return { error: `${path}: pictures are not perceived in this version` };
  try {
    const { size } = await stat(path);
    if (size > 4 * LONGEST_TEXT) return { error: `${path}: the file is too long` };
    const text = await readFile(path, "utf8");
    if (text.includes("\0")) return { error: `${path}: the file is not text` };
    return text.length > LONGEST_TEXT ? { error: `${path}: the text is too long` } : { text };
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    return { error: `${path}: the file cannot be read (${reason})` };
  }
}
