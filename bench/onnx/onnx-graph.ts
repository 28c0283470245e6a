import { ProtobufWriter } from "./protobuf-writer.ts";

/** The element types that are needed here, by the numbers that ONNX gives them (TensorProto.DataType). */
export const ELEMENT_TYPE = { float32: 1, int8: 3, int32: 6, int64: 7 } as const;

export type ElementType = keyof typeof ELEMENT_TYPE;

/** A number, or the name of a size that is free. */
export type Size = number | string;

/** What an operator is told beside its inputs: an integer, several, or a number with a fraction. */
export type Attribute =
  | { readonly kind: "integer"; readonly value: number }
  | { readonly kind: "integers"; readonly value: readonly number[] }
  | { readonly kind: "float"; readonly value: number };

/**
 * Builds a model in the Open Neural Network Exchange format, node by node. Field numbers are those of onnx.proto
 * (github.com/onnx/onnx), IR version 8, operator set 17.
 */
export class OnnxGraph {
  readonly #graph = new ProtobufWriter();
  #names = 0;

  input(name: string, type: ElementType, shape: readonly Size[]): string {
    this.#graph.message(11, valueInfo(name, type, shape));
    return name;
  }

  output(name: string, type: ElementType, shape: readonly Size[]): void {
    this.#graph.message(12, valueInfo(name, type, shape));
  }

  /** A tensor that the file holds. Returns its name. */
  constant(type: ElementType, shape: readonly number[], data: ArrayBufferView): string {
    const name = this.#newName();
    const tensor = new ProtobufWriter();
    for (const size of shape) tensor.integer(1, size);
    tensor.integer(2, ELEMENT_TYPE[type]);
    tensor.text(8, name);
    tensor.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    this.#graph.message(5, tensor);
    return name;
  }

  /** An operator with one output, whose name is returned: `as`, or a new one. */
  node(
    operator: string,
    inputs: readonly string[],
    { attributes = {}, as }: { attributes?: Readonly<Record<string, Attribute>>; as?: string } = {},
  ): string {
    const output = as ?? this.#newName();
    this.nodeOf(operator, inputs, { attributes, outputs: [output] });
    return output;
  }

  /** An operator with several outputs, by their names. */
  nodeOf(
    operator: string,
    inputs: readonly string[],
    {
      attributes = {},
      outputs,
    }: { attributes?: Readonly<Record<string, Attribute>>; outputs: readonly string[] },
  ): void {
    const node = new ProtobufWriter();
    for (const input of inputs) node.text(1, input);
    for (const output of outputs) node.text(2, output);
    node.text(4, operator);
    for (const [name, attribute] of Object.entries(attributes))
      node.message(5, attributeProto(name, attribute));
    this.#graph.message(1, node);
  }

  /** The whole file, in pieces to be written one after another. */
  file(): readonly Uint8Array[] {
    this.#graph.text(2, "graph");
    const model = new ProtobufWriter()
      .integer(1, 8)
      .message(8, new ProtobufWriter().integer(2, 17))
      .message(7, this.#graph);
    return model.parts;
  }

  #newName(): string {
    this.#names += 1;
    return `t${this.#names}`;
  }
}

function valueInfo(name: string, type: ElementType, shape: readonly Size[]): ProtobufWriter {
  const sizes = new ProtobufWriter();
  for (const size of shape) {
    const dimension = new ProtobufWriter();
    sizes.message(1, typeof size === "number" ? dimension.integer(1, size) : dimension.text(2, size));
  }
  const tensor = new ProtobufWriter().integer(1, ELEMENT_TYPE[type]).message(2, sizes);
  return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
}

function attributeProto(name: string, attribute: Attribute): ProtobufWriter {
  const proto = new ProtobufWriter().text(1, name);
  switch (attribute.kind) {
    case "float":
      return proto.float(2, attribute.value).integer(20, 1);
    case "integer":
      return proto
        .integer(3, attribute.value >= 0 ? attribute.value : 2 ** 64 + attribute.value)
        .integer(20, 2);
    case "integers":
      for (const value of attribute.value) proto.integer(8, value);
      return proto.integer(20, 7);
  }
}
