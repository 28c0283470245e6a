/**
 * The SHA-256 digest of a text's UTF-8 bytes, as 64 hex digits.
 *
 * Web Crypto's digest is asynchronous, and a fold is not: this is the same function in plain arithmetic, for texts of
 * a few kilobytes. It keeps no secret, so its timing does not matter.
 *
 * Source: NIST FIPS 180-4, §5.1.1, §5.3.3, §6.2.2.
 *
 * @param text well-formed Unicode; half of a surrogate pair counts as U+FFFD
 *
 * @example
 * ```ts
 * import { sha256 } from "@openempathic/govern";
 *
 * sha256("abc").slice(0, 16); // => "ba7816bf8f01cfea"
 * ```
 */
export function sha256(text: string): string {
  const bytes = utf8(text);
  const bitLength = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (const half of [Math.floor(bitLength / 2 ** 32), bitLength >>> 0]) {
    for (const shift of [24, 16, 8, 0]) bytes.push((half >>> shift) & 0xff);
  }
  const hash = [...INITIAL];
  const words = new Int32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    schedule(words, bytes, block);
    compress(hash, words);
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Fills the 64 words of a block's schedule (§6.2.2, step 1). */
function schedule(words: Int32Array, bytes: readonly number[], block: number): void {
  for (let index = 0; index < 16; index += 1) {
    const at = block + index * 4;
    words[index] =
      (byte(bytes, at) << 24) |
      (byte(bytes, at + 1) << 16) |
      (byte(bytes, at + 2) << 8) |
      byte(bytes, at + 3);
  }
  for (let index = 16; index < 64; index += 1) {
    const early = word(words, index - 15);
    const late = word(words, index - 2);
    const s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[index] = (word(words, index - 16) + s0 + word(words, index - 7) + s1) | 0;
  }
}

/** Takes one block into the hash (§6.2.2, steps 2 to 4). */
function compress(hash: number[], words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
  for (let round = 0; round < 64; round += 1) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + s1 + choice + word(ROUNDS, round) + word(words, round)) | 0;
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + s0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => (hash[index] = ((hash[index] ?? 0) + value) | 0));
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const raw = char.codePointAt(0) ?? 0;
    const point = raw >= 0xd800 && raw <= 0xdfff ? 0xfffd : raw;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return bytes;
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

function rotated(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

// The indices are in range by construction; the zero is for the compiler.
function byte(bytes: readonly number[], at: number): number {
  return bytes[at] ?? 0;
}

function word(words: Int32Array | readonly number[], at: number): number {
  return words[at] ?? 0;
}

const PRIMES = firstPrimes(64);

/** The first 32 bits of the fraction of the square roots of the first eight primes (§5.3.3). */
const INITIAL = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

/** The first 32 bits of the fraction of the cube roots of the first 64 primes (§4.2.2). */
const ROUNDS = PRIMES.map((prime) => fractionBits(Math.cbrt(prime)));

function fractionBits(root: number): number {
  return Math.floor((root % 1) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
