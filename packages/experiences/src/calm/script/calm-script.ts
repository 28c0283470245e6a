import type { SoundscapeKind, TechniqueId } from "../calm-lists.ts";

/** The languages that a script can be written in. */
export type CalmLanguage = "en" | "de";

/** A background, made by a generator from its seed: the same seed gives the same sound everywhere. */
export interface Soundscape {
  readonly kind: SoundscapeKind;
  /** How loud, from 0 (silent) to 1. */
  readonly level: number;
  /** Any integer. */
  readonly seed: number;
}

/**
 * One breath: how long the air goes in, is held, goes out and is held again, in seconds. Every length is a whole
 * number of milliseconds; in and out last at least a second; a hold of 0 is no hold.
 */
export type BreathPattern = readonly [
  inSeconds: number,
  holdSeconds: number,
  outSeconds: number,
  holdSeconds: number,
];

/** A stretch of guided breathing. */
export interface BreathSegment {
  readonly kind: "breath";
  readonly pattern: BreathPattern;
  /** Whole breaths, at least 1. */
  readonly cycles: number;
}

/** Something that is said and shown. How long it stands is fixed by `seconds`, whoever wrote the words. */
export interface WordsSegment {
  readonly kind: "words";
  readonly text: string;
  readonly seconds: number;
}

/** Nothing is said. */
export interface SilenceSegment {
  readonly kind: "silence";
  readonly seconds: number;
}

/** A bell is struck; what comes next begins after `seconds`, while it may still ring. */
export interface BellSegment {
  readonly kind: "bell";
  readonly pitch: "low" | "high";
  readonly seconds: number;
}

/** One part of a script after another. */
export type CalmSegment = BreathSegment | WordsSegment | SilenceSegment | BellSegment;

/** The name of this form of script. */
export const CALM_SCRIPT_SCHEMA = "open-empathic/calm-script/1";

/**
 * A whole exercise as data: what happens, in which order and for how long. Playing it and writing it to a file are
 * done by the same code, so both last equally long to the sample.
 */
export interface CalmScript {
  readonly schema: typeof CALM_SCRIPT_SCHEMA;
  readonly technique: TechniqueId;
  readonly language: CalmLanguage;
  readonly title: string;
  readonly soundscape: Soundscape;
  /** Whether a soft sound swells and falls with each guided breath. */
  readonly breathSound: boolean;
  /** How long the background takes to fade away at the end, in seconds. */
  readonly fadeOutSeconds: number;
  readonly segments: readonly CalmSegment[];
}
