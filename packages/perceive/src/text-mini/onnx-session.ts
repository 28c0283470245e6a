/** Whole numbers in, by name; each with the sizes of its axes. */
export interface IntegerTensor {
  readonly data: Int32Array;
  readonly dims: readonly number[];
}

/** Numbers out. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A network that is ready to run. */
export interface OnnxSession {
  run(inputs: Readonly<Record<string, IntegerTensor>>): Promise<Readonly<Record<string, FloatTensor>>>;
  close(): Promise<void>;
}

/** Opens a network from the bytes of its file. Whoever opens a model brings it: packages hold no runtime. */
export type OpenOnnxSession = (bytes: Uint8Array) => Promise<OnnxSession>;

/** As much of ONNX Runtime's interface, the same in `onnxruntime-node` and `onnxruntime-web`, as is used here. */
export interface OnnxRuntimeModule {
  readonly Tensor: new (type: "int32", data: Int32Array, dims: readonly number[]) => object;
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: OnnxRuntimeOptions): Promise<OnnxRuntimeSession>;
  };
}

export interface OnnxRuntimeOptions {
  readonly executionProviders: readonly string[];
  readonly graphOptimizationLevel: "all";
  readonly intraOpNumThreads: 1;
  readonly interOpNumThreads: 1;
  readonly logSeverityLevel: 3;
}

/** A session as the runtime itself gives it. */
export interface OnnxRuntimeSession {
  run(
    feeds: Readonly<Record<string, object>>,
  ): Promise<Readonly<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>>;
  release(): Promise<void>;
}

/**
 * Makes sessions of ONNX Runtime: of `onnxruntime-node` with the provider "cpu", of `onnxruntime-web` with "wasm". One
 * thread each: a sentence is too little work to share, and whoever has more cores opens more sessions.
 *
 * @example
 * ```ts no-run
 * import * as ort from "onnxruntime-node";
 * import { onnxSessions } from "@openempathic/perceive";
 *
 * const openSession = onnxSessions(ort, "cpu");
 * ```
 */
export function onnxSessions(runtime: OnnxRuntimeModule, provider: "cpu" | "wasm"): OpenOnnxSession {
  return async (bytes) => {
    const session = await runtime.InferenceSession.create(bytes, {
      executionProviders: [provider],
      graphOptimizationLevel: "all",
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    });
    return {
      run: async (inputs) => {
        const feeds = Object.fromEntries(
          Object.entries(inputs).map(([name, { data, dims }]) => [
            name,
            new runtime.Tensor("int32", data, dims),
          ]),
        );
        const outputs = await session.run(feeds);
        return Object.fromEntries(
          Object.entries(outputs).map(([name, { data, dims }]) => [name, floats(name, data, dims)]),
        );
      },
      close: () => session.release(),
    };
  };
}

function floats(name: string, data: unknown, dims: readonly number[]): FloatTensor {
  if (data instanceof Float32Array) return { data, dims };
  throw new TypeError(`The network's output "${name}" is no float32 tensor.`);
}
