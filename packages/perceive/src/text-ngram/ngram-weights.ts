import type { Dimension } from "@openempathic/affect";
import { ModelFormatError } from "../model/model-format-error.ts";
import type { NgramTable } from "./ngram-vocabulary.ts";

/** Log-odds become a calibrated likelihood as `σ(slope · score + offset)` (Platt scaling). */
export interface PlattScale {
  readonly slope: number;
  readonly offset: number;
}

/** A dimension's score is its mean on [-1, 1]; its spread depends on how much of the text the model knows. */
export interface DimensionScale {
  readonly dimension: Dimension;
  /** Standard deviation for texts of 1–3, 4–15 and 16 or more known words. */
  readonly sd: readonly [number, number, number];
}

/** What the first bytes of the weights say of the rest. Outputs are the labels, then the dimensions. */
export interface NgramHeader {
  readonly format: "open-empathic/text-ngram/1";
  readonly id: string;
  readonly version: string;
  readonly labelSet: string;
  readonly labels: readonly string[];
  readonly calibration: readonly PlattScale[];
  readonly dimensions: readonly DimensionScale[];
  readonly bias: readonly number[];
  readonly columns: number;
}

/** A linear model over n-grams with 8-bit weights: weight = `quanta[column · outputs + o] · scales[column]`. */
export interface NgramWeights {
  readonly header: NgramHeader;
  readonly table: NgramTable;
  readonly scales: Float32Array;
  readonly quanta: Int8Array;
}

/** A row's scale is kept as a byte: `2^(byte / 16 - 20)`, from 10⁻⁶ to 0.06, 4 % apart. */
const SCALE_STEPS = 16;
const SCALE_FLOOR = -20;

/**
 * Rounds trained weights to 8 bits, each row with its own scale.
 *
 * @param weights Row-major, one row for each column of the table and one entry for each output.
 */
export function quantiseWeights(
  weights: Float32Array,
  outputs: number,
): { readonly scaleBytes: Uint8Array; readonly quanta: Int8Array } {
  const rows = weights.length / outputs;
  const scaleBytes = new Uint8Array(rows);
  const quanta = new Int8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let o = 0; o < outputs; o++)
      largest = Math.max(largest, Math.abs(weights[row * outputs + o] as number));
    const needed = Math.ceil((Math.log2(largest / 127) - SCALE_FLOOR) * SCALE_STEPS);
    const byte = largest === 0 ? 0 : Math.min(255, Math.max(0, needed));
    scaleBytes[row] = byte;
    const scale = scaleOf(byte);
    for (let o = 0; o < outputs; o++) {
      const quantum = Math.round((weights[row * outputs + o] as number) / scale);
      quanta[row * outputs + o] = Math.min(127, Math.max(-127, quantum));
    }
  }
  return { scaleBytes, quanta };
}

function scaleOf(byte: number): number {
  return 2 ** (byte / SCALE_STEPS + SCALE_FLOOR);
}

/** The file: length of the header (4 bytes, little-endian), header as JSON, hashes, rarities, scales, quanta. */
export function encodeNgramWeights(
  header: NgramHeader,
  parts: { readonly table: NgramTable; readonly scaleBytes: Uint8Array; readonly quanta: Int8Array },
): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const { table, scaleBytes, quanta } = parts;
  const bytes = new Uint8Array(4 + head.length + table.hashes.length * 6 + quanta.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = 4 + head.length;
  for (const hash of table.hashes) {
    view.setUint32(at, hash, true);
    at += 4;
  }
  bytes.set(table.rarities, at);
  bytes.set(scaleBytes, at + table.rarities.length);
  bytes.set(new Uint8Array(quanta.buffer, quanta.byteOffset, quanta.length), at + 2 * table.rarities.length);
  return bytes;
}

/** @throws {ModelFormatError} For bytes that {@link encodeNgramWeights} of this version did not write. */
export function decodeNgramWeights(bytes: Uint8Array): NgramWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(bytes, view);
  const outputs = header.labels.length + header.dimensions.length;
  const { columns } = header;
  let at = 4 + view.getUint32(0, true);
  if (bytes.length !== at + columns * (6 + outputs)) {
    throw new ModelFormatError(
      `The weights should be ${at + columns * (6 + outputs)} bytes long by their header, but are ${bytes.length}.`,
    );
  }
  const hashes = new Uint32Array(columns);
  for (let column = 0; column < columns; column++, at += 4) hashes[column] = view.getUint32(at, true);
  // Copies by constructor: `slice` of Node's Buffer would share the whole file's memory.
  const rarities = new Uint8Array(bytes.subarray(at, at + columns));
  const scales = Float32Array.from(bytes.subarray(at + columns, at + 2 * columns), scaleOf);
  const quanta = new Int8Array(bytes.subarray(at + 2 * columns));
  return { header, table: { hashes, rarities }, scales, quanta };
}

function readHeader(bytes: Uint8Array, view: DataView): NgramHeader {
  const length = bytes.length >= 4 ? view.getUint32(0, true) : Infinity;
  if (length > bytes.length - 4) throw new ModelFormatError("The weights do not begin with a header.");
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  } catch (cause) {
    throw new ModelFormatError("The weights' header is not JSON.", { cause });
  }
  const format = (header as Partial<NgramHeader> | null)?.format;
  if (format !== "open-empathic/text-ngram/1") {
    throw new ModelFormatError(
      `The weights are of the format "${String(format)}", which this code does not read.`,
    );
  }
  // The cast is safe: the digest was checked, so the bytes are ours, and ours carry a whole header of this format.
  return header as NgramHeader;
}
