import type { ReplyLanguage } from "@openempathic/respond";
import type { Instrument } from "../instrument/instrument.ts";

/** The form of a protocol file. */
export const PROTOCOL_SCHEMA = "open-empathic/study-protocol/1";

/** What every task has. */
interface TaskFrame {
  /** Small letters, digits and underscores; names its columns. */
  readonly id: string;
  readonly title: string;
  /** The arms that get it; absent: all. */
  readonly arms?: readonly string[];
  /** Whether counterbalancing may move it; absent: it stays in its place. */
  readonly moves?: true;
  /** An earlier task of the same kind, of which this is the second occasion. */
  readonly retestOf?: string;
}

/** Words to read: an instruction, a condition's text. */
export interface PageTask extends TaskFrame {
  readonly kind: "page";
  readonly text: string;
}

export interface QuestionnaireTask extends TaskFrame {
  readonly kind: "questionnaire";
  readonly instrument: Instrument;
}

/** Two sliders for how one feels (Betella and Verschure 2016, doi:10.1371/journal.pone.0148037). */
export interface SliderTask extends TaskFrame {
  readonly kind: "affective-slider";
  readonly prompt: string;
}

/** One cross in a square of nine by nine (Russell, Weiss and Mendelsohn 1989, doi:10.1037/0022-3514.57.3.493). */
export interface GridTask extends TaskFrame {
  readonly kind: "affect-grid";
  readonly prompt: string;
}

/** How it feels in one's own word or words. */
export interface LabelTask extends TaskFrame {
  readonly kind: "free-label";
  readonly prompt: string;
}

/** A text of one's own, how it felt by one's own account, and afterwards what the model makes of the text. */
export interface OwnTextTask extends TaskFrame {
  readonly kind: "own-text";
  readonly prompt: string;
}

/** Given texts, rated by everybody and by the model: from this comes what one human knows of the others. */
export interface RateTextsTask extends TaskFrame {
  readonly kind: "rate-texts";
  readonly prompt: string;
  readonly texts: readonly { readonly id: string; readonly text: string }[];
}

/** Something that a participant does. */
export type StudyTask =
  PageTask | QuestionnaireTask | SliderTask | GridTask | LabelTask | OwnTextTask | RateTextsTask;

/** A stretch of a day on the wall clock, "HH:MM"; over midnight where `to` is not after `from`. */
export interface DayStretch {
  readonly from: string;
  readonly to: string;
}

/** Questions at times that nobody can foresee, over days of ordinary life. */
export interface Sampling {
  readonly days: number;
  readonly perDay: number;
  /** When prompts may come, by the participant's own clock. */
  readonly awake: DayStretch;
  /** Within it, when they may not. */
  readonly quiet: readonly DayStretch[];
  /** How long a prompt can be answered, in minutes. */
  readonly answerWithinMinutes: number;
  readonly tasks: readonly StudyTask[];
}

/** The words to which somebody agrees, in one version. */
export interface ConsentText {
  readonly version: string;
  readonly text: string;
}

/** A study as it is laid down before its first participant. */
export interface StudyProtocol {
  readonly schema: typeof PROTOCOL_SCHEMA;
  readonly title: string;
  readonly version: string;
  readonly language: ReplyLanguage;
  /** Who runs it, and how to reach them. */
  readonly contact: string;
  /** The approval of an ethics board; empty where there is none. */
  readonly ethics: string;
  /** Oldest first; the last one is in force. */
  readonly consents: readonly ConsentText[];
  /** At least one; with one, nobody is randomised. */
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  readonly allocation: {
    /** Any whole number: the same one gives the same allocation. */
    readonly seed: number;
    /** How many in a row are balanced over the arms: a multiple of their number. */
    readonly block: number;
  };
  /** How tasks that may move are ordered. */
  readonly order: "fixed" | "shuffled" | "latin-square";
  readonly tasks: readonly StudyTask[];
  readonly sampling?: Sampling;
}

/** How much a protocol may hold. */
export const PROTOCOL_LIMITS = {
  tasks: 40,
  arms: 12,
  items: 200,
  responses: 30,
  scales: 30,
  texts: 60,
  textLength: 20_000,
  answerLength: 4_000,
  days: 60,
  perDay: 20,
} as const;
