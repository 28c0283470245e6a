import type { z } from "zod";
import { get, post } from "./call.ts";
import type { CallOptions, WriteOptions } from "./call.ts";
import { ask } from "./request.ts";
import type { Transport } from "./request.ts";
import {
  annotationAnswerSchema,
  clipAnswerSchema,
  clipsAnswerSchema,
  newClipAnswerSchema,
  statsSchema,
  taskAnswerSchema,
} from "./wire/collection-schema.ts";
import type { clipSchema, newAnnotationSchema, newClipSchema, taskSchema } from "./wire/collection-schema.ts";

/** A clip of one's own, a task in one's hands, answers to send, figures. */
export type Clip = z.infer<typeof clipSchema>;
export type NewClip = z.infer<typeof newClipSchema>;
export type NewClipAnswer = z.infer<typeof newClipAnswerSchema>;
export type LabelTask = z.infer<typeof taskSchema>;
export type NewAnnotation = z.infer<typeof newAnnotationSchema>;
export type CollectionStats = z.infer<typeof statsSchema>;

/** The collection: give clips, answer tasks, withdraw. */
export interface CollectionClient {
  /** Gives a text under a consent that was given before; the receipt is to be kept. */
  giveClip(clip: NewClip, options?: WriteOptions): Promise<NewClipAnswer>;
  /** One's clips and what became of them, newest first. */
  clips(options?: CallOptions): Promise<readonly Clip[]>;
  /** Withdraws a clip; what is left of it is its row, without words. */
  withdrawClip(id: string, options?: CallOptions): Promise<Clip>;
  /** The task that one holds, or the next; null where there is none now. */
  nextTask(languages: readonly string[], options?: CallOptions): Promise<LabelTask | null>;
  /** Sends answers; the id of the annotation. An `ApiError` "lease-lost" means that they are kept as a draft. */
  annotate(annotation: NewAnnotation, options?: WriteOptions): Promise<string>;
  stats(options?: CallOptions): Promise<CollectionStats>;
}

/** The collection of one server; nothing is sent until a method is called. */
export function collectionOf(transport: Transport): CollectionClient {
  return {
    giveClip: (clip, options) => ask(transport, post("/api/clips", clip, options), newClipAnswerSchema),
    clips: async (options) => (await ask(transport, get("/api/clips", options), clipsAnswerSchema)).clips,
    withdrawClip: async (id, options) => {
      const call = { ...get(`/api/clips/${encodeURIComponent(id)}`, options), method: "DELETE" as const };
      return (await ask(transport, call, clipAnswerSchema)).clip;
    },
    nextTask: async (languages, options) => {
      const path = `/api/tasks/next?languages=${encodeURIComponent(languages.join(","))}`;
      return (await ask(transport, get(path, options), taskAnswerSchema)).task;
    },
    annotate: async (annotation, options) =>
      (await ask(transport, post("/api/annotations", annotation, options), annotationAnswerSchema)).annotation
        .id,
    stats: (options) => ask(transport, get("/api/stats", options), statsSchema),
  };
}
