/**
 * Writes Protocol Buffers' wire format: as much of it as an ONNX file needs. Source: the "Encoding" page of
 * protobuf.dev. Large byte fields are kept as they are, not copied, until {@link ProtobufWriter.parts} is read.
 */
export class ProtobufWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** The message in pieces, to be written one after another. */
  get parts(): readonly Uint8Array[] {
    return this.#parts;
  }

  /** Field of type int32, int64 or enum, ≥ 0. */
  integer(field: number, value: number): this {
    return this.#add(varint(field * 8)).#add(varint(value));
  }

  /** Field of type float. */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#add(varint(field * 8 + 5)).#add(bytes);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#add(varint(field * 8 + 2))
      .#add(varint(value.length))
      .#add(value);
  }

  message(field: number, inner: ProtobufWriter): this {
    this.#add(varint(field * 8 + 2)).#add(varint(inner.#length));
    for (const part of inner.#parts) this.#add(part);
    return this;
  }

  #add(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return this;
  }
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
