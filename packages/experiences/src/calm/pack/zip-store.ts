/** A file in an archive, in one or more pieces. */
export interface ZipEntry {
  /** Plain ASCII, such as "audio.wav". */
  readonly name: string;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
// Names are UTF-8.
const FLAGS = 0x0800;
// The first day that the format can tell, so that the same exercise always gives the same file.
const DATE = 0x0021;

/**
 * Files put into one ZIP archive without compressing them (sound of noise does not get smaller), by PKWARE's
 * APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * @returns The archive in pieces; put together they are the file.
 * @throws {RangeError} where the archive would reach 4 GiB, which this form of it cannot hold.
 */
export function zipStore(entries: readonly ZipEntry[]): readonly Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const put = (...pieces: readonly Uint8Array<ArrayBuffer>[]): void => {
    for (const piece of pieces) {
      parts.push(piece);
      at += piece.length;
    }
  };
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const size = entry.parts.reduce((sum, part) => sum + part.length, 0);
    const crc = crc32(entry.parts);
    if (at + size > 0xffff_0000) throw new RangeError("zipStore needs less than 4 GiB in all");
    const facts = [VERSION, FLAGS, 0, 0, DATE].map(short);
    const sizes = [long(crc), long(size), long(size), short(name.length), short(0)];
    const offset = at;
    put(joined([long(LOCAL), ...facts, ...sizes]), name, ...entry.parts);
    const places = [short(0), short(0), short(0), long(0), long(offset)];
    directory.push(joined([long(CENTRAL), short(VERSION), ...facts, ...sizes, ...places]), name);
  }
  const start = at;
  put(...directory);
  const counts = [short(0), short(0), short(entries.length), short(entries.length)];
  put(joined([long(END), ...counts, long(at - start), long(start), short(0)]));
  return parts;
}

function short(value: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value & 0xff, value >>> 8);
}

function long(value: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** ISO 3309's cyclic redundancy check, with the reflected polynomial 0xEDB88320. */
function crc32(parts: readonly Uint8Array[]): number {
  const table = Uint32Array.from({ length: 256 }, (_none, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const part of parts) {
    for (const byte of part) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
