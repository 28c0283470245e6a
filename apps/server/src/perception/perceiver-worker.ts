/** A thread that perceives: a network keeps its thread busy, and requests and streams should not wait for it. */
import { parentPort, workerData } from "node:worker_threads";
import type { Estimate } from "@openempathic/affect";
import type { Coverage, Perceiver, TextSignal } from "@openempathic/perceive";
import { openTextPerceiver } from "./open-text-perceiver.ts";
import type { TextPerceiverId } from "./text-perceiver-id.ts";

/** What the thread is started with. */
export interface PerceiverWorkerData {
  readonly perceiver: TextPerceiverId;
  readonly modelsFolder: string;
}

/** What the thread is asked: texts to read, or to end. */
export type PerceiverRequest =
  | { readonly kind: "read"; readonly id: number; readonly signals: readonly TextSignal[] }
  | { readonly kind: "close" };

/** What the perceiver says of one text. */
export interface PerceivedText {
  readonly estimate: Estimate;
  /** Likelihood by label, for each native label set; `undefined` where the estimate is an abstention. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;
}

/** What the perceiver is, once it is open. */
export type PerceiverFacts = Pick<Perceiver, "id" | "version" | "nativeLabelSets"> & {
  readonly coverage: Coverage;
};

/** What the thread says. */
export type PerceiverAnswer =
  | { readonly kind: "ready"; readonly facts: PerceiverFacts }
  | { readonly kind: "not-ready"; readonly message: string }
  | { readonly kind: "read"; readonly id: number; readonly texts: readonly PerceivedText[] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

const port = parentPort;
if (port === null) throw new Error("perceiver-worker runs as a worker thread only");
const say = (answer: PerceiverAnswer): void => {
  port.postMessage(answer);
};

// PerceiverPool alone starts this file.
const { perceiver: wanted, modelsFolder } = workerData as PerceiverWorkerData;
const opening = openTextPerceiver(wanted, modelsFolder);
opening.then(
  ({ id, version, nativeLabelSets, coverage }) => {
    say({ kind: "ready", facts: { id, version, nativeLabelSets, coverage } });
  },
  (error: unknown) => {
    say({ kind: "not-ready", message: messageOf(error) });
    port.close();
  },
);

port.on("message", (request: PerceiverRequest) => {
  void answer(request);
});

async function answer(request: PerceiverRequest): Promise<void> {
  if (request.kind === "close") {
    await opening.then((perceiver) => perceiver.close()).catch(() => undefined);
    port?.close();
    return;
  }
  const { id, signals } = request;
  try {
    say({ kind: "read", id, texts: await read(await opening, signals) });
  } catch (error) {
    say({ kind: "failed", id, message: messageOf(error) });
  }
}

async function read(perceiver: Perceiver, signals: readonly TextSignal[]): Promise<readonly PerceivedText[]> {
  const estimates = await perceiver.perceiveBatch(signals);
  // The same signals are read once: the labels come with the estimates.
  const sets = await Promise.all(
    perceiver.nativeLabelSets.map(
      async (set) => [set, await perceiver.perceiveLabels(signals, set)] as const,
    ),
  );
  return estimates.map((estimate, index) => ({
    estimate,
    labels: Object.fromEntries(sets.map(([set, labels]) => [set, labels[index]])),
  }));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
