/** Packets that belong together in one stream, in order, with how many samples at 48 kHz have been said after each. */
export interface OggPacket {
  readonly bytes: Uint8Array;
  /** Samples at 48 kHz from the beginning of the stream to the end of this packet. */
  readonly endSample: number;
}

/** A page holds at most 255 segments, of at most 255 bytes each (RFC 3533, section 6). */
const MOST_SEGMENTS = 255;

const BEGINS = 2;
const ENDS = 4;

/**
 * Puts packets into pages of an Ogg stream (RFC 3533): the first two each on a page of their own, as Opus has it (RFC 7845,
 * section 3), the others as many to a page as go in. No packet is longer than a page.
 *
 * @param packets the first begins the stream, the last ends it
 * @param serial tells streams apart; any whole number from 0 to 2³² - 1
 */
export function* oggPages(packets: Iterable<OggPacket>, serial: number): Generator<Uint8Array<ArrayBuffer>> {
  let number = 0;
  let waiting: OggPacket[] = [];
  let segments = 0;
  const page = (flags: number): Uint8Array<ArrayBuffer> => {
    const made = oggPage(waiting, { flags, serial, number });
    number += 1;
    waiting = [];
    segments = 0;
    return made;
  };
  for (const packet of packets) {
    const needed = segmentsOf(packet);
    if (needed > MOST_SEGMENTS) {
      throw new RangeError(`oggPages needs packets of at most 65,024 bytes, got ${packet.bytes.length}`);
    }
    const isAlone = number < 2 && waiting.length === 1;
    if (isAlone || segments + needed > MOST_SEGMENTS) yield page(number === 0 ? BEGINS : 0);
    waiting.push(packet);
    segments += needed;
  }
  if (waiting.length > 0) yield page(number === 0 ? BEGINS + ENDS : ENDS);
}

function segmentsOf({ bytes }: OggPacket): number {
  return Math.floor(bytes.length / 255) + 1;
}

function oggPage(
  packets: readonly OggPacket[],
  { flags, serial, number }: { readonly flags: number; readonly serial: number; readonly number: number },
): Uint8Array<ArrayBuffer> {
  const lacing = packets.flatMap(({ bytes }) => [
    ...Array.from({ length: Math.floor(bytes.length / 255) }, () => 255),
    bytes.length % 255,
  ]);
  const head = 27 + lacing.length;
  const made = new Uint8Array(head + packets.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const view = new DataView(made.buffer);
  made.set(new TextEncoder().encode("OggS"), 0);
  made[5] = flags;
  view.setBigInt64(6, BigInt(packets.at(-1)?.endSample ?? 0), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, number, true);
  made[26] = lacing.length;
  made.set(lacing, 27);
  let at = head;
  for (const { bytes } of packets) {
    made.set(bytes, at);
    at += bytes.length;
  }
  view.setUint32(22, oggCrc(made), true);
  return made;
}

/** The check of a page: CRC-32 by the polynomial 0x04c11db7, unreflected, from 0 (RFC 3533, section 6). */
function oggCrc(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  }
  return crc >>> 0;
}
