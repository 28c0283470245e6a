import type { ReplyLanguage } from "@openempathic/respond";

/** What every stored event carries. `seq` counts from 1 within its session, without gaps. */
export interface Stamp {
  readonly seq: number;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly atMs: number;
}

/** One stored event of any experience: its kind says what else is in it. */
export interface StoredEvent extends Stamp {
  readonly kind: string;
}

/** What a person can do in a session of any experience. */
export type FramePersonEvent =
  | { readonly kind: "notices-acknowledged" }
  | { readonly kind: "language-changed"; readonly language: ReplyLanguage }
  | { readonly kind: "country-changed"; readonly country: string };

/** What the platform adds to a session of any experience. */
export type FramePlatformEvent =
  | { readonly kind: "session-started"; readonly language: ReplyLanguage; readonly country?: string }
  | { readonly kind: "notices-shown"; readonly notices: readonly string[] };

/** The events that every experience has, as they are stored. */
export type FrameEvent = Stamp & (FramePersonEvent | FramePlatformEvent);

/** An event before it has a number and a time: what an effect results in, or a person's act. */
export type Unstamped<Event> = Event extends unknown ? Omit<Event, keyof Stamp> : never;
