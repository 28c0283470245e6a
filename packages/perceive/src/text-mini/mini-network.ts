import { ModelFormatError } from "../model/model-format-error.ts";
import type { MessageRow } from "./message-row.ts";
import type { FloatTensor, OnnxSession, OpenOnnxSession } from "./onnx-session.ts";

/** What the network makes of one row. */
export interface RowReading {
  /** Log-odds of each label, before calibration. */
  readonly logits: Float32Array;
  /** What each piece adds to each label's log-odds: `contributions[piece · labels + label]`. */
  readonly contributions: Float32Array;
  /** Mean on [-1, 1] and natural logarithm of the standard deviation, for each dimension in turn. */
  readonly dimensions: Float32Array;
}

/** So many pieces, fill included, are read at once: enough to keep a core busy, little enough to stay in its cache. */
const BATCH_PIECES = 640;

/** Valence, arousal and dominance. */
const DIMENSIONS = 3;

/**
 * The transformer: rows of pieces in, readings out. Rows of about the same length are read together, because a
 * batch is as long as its longest row.
 */
export class MiniNetwork {
  readonly #session: OnnxSession;
  readonly #labels: number;

  private constructor(session: OnnxSession, labels: number) {
    this.#session = session;
    this.#labels = labels;
  }

  /** @throws {ModelFormatError} For bytes that the runtime cannot open. */
  static async open(
    bytes: Uint8Array,
    { labels, openSession }: { readonly labels: number; readonly openSession: OpenOnnxSession },
  ): Promise<MiniNetwork> {
    try {
      return new MiniNetwork(await openSession(bytes), labels);
    } catch (cause) {
      throw new ModelFormatError("The network cannot be opened.", { cause });
    }
  }

  /** @param onBatch Called before every batch; what it throws ends the reading. */
  async read(rows: readonly MessageRow[], onBatch: () => void): Promise<readonly RowReading[]> {
    const readings = new Array<RowReading>(rows.length);
    for (const batch of batchesOf(rows)) {
      onBatch();
      const read = await this.#readBatch(batch.map((index) => rows[index] as MessageRow));
      for (const [k, index] of batch.entries()) readings[index] = read[k] as RowReading;
    }
    return readings;
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  async #readBatch(rows: readonly MessageRow[]): Promise<readonly RowReading[]> {
    const length = Math.max(...rows.map((row) => row.ids.length));
    const dims = [rows.length, length];
    const pieces = new Int32Array(rows.length * length);
    const parts = new Int32Array(rows.length * length);
    for (const [r, row] of rows.entries()) {
      pieces.set(row.ids, r * length);
      parts.set(row.parts, r * length);
    }
    const outputs = await this.#session.run({ pieces: { data: pieces, dims }, parts: { data: parts, dims } });
    const labels = this.#labels;
    const logits = sized(outputs, "logits", rows.length * labels);
    const contributions = sized(outputs, "contributions", rows.length * length * labels);
    const dimensions = sized(outputs, "dimensions", rows.length * DIMENSIONS * 2);
    return rows.map((row, r) => ({
      logits: logits.slice(r * labels, (r + 1) * labels),
      contributions: contributions.slice(r * length * labels, (r * length + row.ids.length) * labels),
      dimensions: dimensions.slice(r * DIMENSIONS * 2, (r + 1) * DIMENSIONS * 2),
    }));
  }
}

/** Indices of rows that are read together, the shortest first. */
function batchesOf(rows: readonly MessageRow[]): readonly (readonly number[])[] {
  const order = rows.map((_, index) => index);
  const lengthOf = (index: number): number => (rows[index] as MessageRow).ids.length;
  order.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of order) {
    if (batch.length > 0 && (batch.length + 1) * lengthOf(index) > BATCH_PIECES) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function sized(outputs: Readonly<Record<string, FloatTensor>>, name: string, length: number): Float32Array {
  const data = outputs[name]?.data;
  if (data?.length === length) return data;
  throw new ModelFormatError(
    `The network's output "${name}" should hold ${length} numbers, but holds ${data?.length ?? "none"}.`,
  );
}
