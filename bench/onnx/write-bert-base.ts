import { closeSync, openSync, writeSync } from "node:fs";
import { OnnxGraph } from "./onnx-graph.ts";

/** The sizes of BERT-base, uncased (Devlin et al. 2019, doi:10.18653/v1/N19-1423, section 3). */
const SIZE = { layers: 12, width: 768, heads: 12, inner: 3_072, words: 30_522, positions: 512 } as const;

/** As many outputs as GoEmotions has labels. */
const LABELS = 28;

/**
 * Writes a model with the shape of BERT-base and weights at random: as fast as the real one, and as slow. Inputs are
 * `ids` and `mask`, int32 [batch, length]; the output is `logits`, float32 [batch, 28].
 */
export function writeBertBase(path: string): void {
  const graph = new OnnxGraph();
  const build = new BertBuilder(graph);
  const ids = graph.input("ids", "int32", ["batch", "length"]);
  const mask = graph.input("mask", "int32", ["batch", "length"]);
  let x = build.embed(ids);
  const bias = build.maskBias(mask);
  for (let layer = 0; layer < SIZE.layers; layer++) x = build.layer(x, bias);
  build.classify(x);
  graph.output("logits", "float32", ["batch", LABELS]);
  const file = openSync(path, "w");
  for (const part of graph.file()) writeSync(file, part);
  closeSync(file);
}

class BertBuilder {
  readonly #graph: OnnxGraph;
  /** One stretch of numbers serves for all weights: they are read, never compared. */
  readonly #numbers = new Float32Array(SIZE.words * SIZE.width);

  constructor(graph: OnnxGraph) {
    this.#graph = graph;
    let state = 1;
    for (let i = 0; i < this.#numbers.length; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      this.#numbers[i] = state / 2 ** 31 / 20;
    }
  }

  embed(ids: string): string {
    const words = this.#graph.node("Gather", [this.#weights(SIZE.words, SIZE.width), ids]);
    const length = this.#graph.node("Gather", [this.#graph.node("Shape", [ids]), this.#integers(1)]);
    const positions = this.#graph.node("Slice", [
      this.#weights(SIZE.positions, SIZE.width),
      this.#integers(0),
      length,
      this.#integers(0),
    ]);
    return this.#normalise(this.#graph.node("Add", [words, positions]));
  }

  /** 0 where there is a word, far below it where there is none: [batch, 1, 1, length]. */
  maskBias(mask: string): string {
    const present = this.#graph.node("Cast", [mask], { attributes: { to: { kind: "integer", value: 1 } } });
    const absent = this.#graph.node("Sub", [present, this.#number(1)]);
    return this.#graph.node("Unsqueeze", [
      this.#graph.node("Mul", [absent, this.#number(1e9)]),
      this.#integers(1, 2),
    ]);
  }

  layer(x: string, bias: string): string {
    const depth = SIZE.width / SIZE.heads;
    const heads = (y: string, order: readonly number[]): string =>
      this.#transpose(this.#graph.node("Reshape", [y, this.#integers(0, 0, SIZE.heads, depth)]), order);
    const query = heads(this.#linear(x, SIZE.width, SIZE.width), [0, 2, 1, 3]);
    const key = heads(this.#linear(x, SIZE.width, SIZE.width), [0, 2, 3, 1]);
    const value = heads(this.#linear(x, SIZE.width, SIZE.width), [0, 2, 1, 3]);
    const scores = this.#graph.node("Mul", [
      this.#graph.node("MatMul", [query, key]),
      this.#number(1 / Math.sqrt(depth)),
    ]);
    const shares = this.#graph.node("Softmax", [this.#graph.node("Add", [scores, bias])], {
      attributes: { axis: { kind: "integer", value: 3 } },
    });
    const mixed = this.#transpose(this.#graph.node("MatMul", [shares, value]), [0, 2, 1, 3]);
    const joined = this.#graph.node("Reshape", [mixed, this.#integers(0, 0, SIZE.width)]);
    const attended = this.#normalise(
      this.#graph.node("Add", [x, this.#linear(joined, SIZE.width, SIZE.width)]),
    );
    const inner = this.#gelu(this.#linear(attended, SIZE.width, SIZE.inner));
    return this.#normalise(this.#graph.node("Add", [attended, this.#linear(inner, SIZE.inner, SIZE.width)]));
  }

  classify(x: string): void {
    const first = this.#graph.node("Gather", [x, this.#index(0)], {
      attributes: { axis: { kind: "integer", value: 1 } },
    });
    const pooled = this.#graph.node("Tanh", [this.#linear(first, SIZE.width, SIZE.width)]);
    this.#graph.node("Identity", [this.#linear(pooled, SIZE.width, LABELS)], { as: "logits" });
  }

  /** x / 2 · (1 + erf(x / √2)). */
  #gelu(x: string): string {
    const erf = this.#graph.node("Erf", [this.#graph.node("Div", [x, this.#number(Math.SQRT2)])]);
    const share = this.#graph.node("Add", [erf, this.#number(1)]);
    return this.#graph.node("Mul", [this.#graph.node("Mul", [x, share]), this.#number(0.5)]);
  }

  #linear(x: string, rows: number, columns: number): string {
    const product = this.#graph.node("MatMul", [x, this.#weights(rows, columns)]);
    return this.#graph.node("Add", [product, this.#weights(columns)]);
  }

  #normalise(x: string): string {
    const ones = this.#graph.constant("float32", [SIZE.width], new Float32Array(SIZE.width).fill(1));
    return this.#graph.node("LayerNormalization", [x, ones, this.#weights(SIZE.width)], {
      attributes: { axis: { kind: "integer", value: 2 }, epsilon: { kind: "float", value: 1e-12 } },
    });
  }

  #transpose(x: string, order: readonly number[]): string {
    return this.#graph.node("Transpose", [x], { attributes: { perm: { kind: "integers", value: order } } });
  }

  #weights(...shape: readonly number[]): string {
    const count = shape.reduce((product, size) => product * size, 1);
    return this.#graph.constant("float32", shape, this.#numbers.subarray(0, count));
  }

  #number(value: number): string {
    return this.#graph.constant("float32", [], Float32Array.of(value));
  }

  #integers(...values: readonly number[]): string {
    return this.#graph.constant("int64", [values.length], BigInt64Array.from(values, BigInt));
  }

  #index(value: number): string {
    return this.#graph.constant("int64", [], BigInt64Array.of(BigInt(value)));
  }
}
