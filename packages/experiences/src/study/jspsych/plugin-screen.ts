import type { DatumValue } from "../protocol/datum.ts";
import type { GridTask, LabelTask, SliderTask } from "../protocol/protocol.ts";
import type { PluginElement, PluginInfo } from "./plugin-contract.ts";
import type { PluginWords } from "./plugin-words.ts";

/** What one plugin asks and how; all that the plugins share is elsewhere. */
export interface PluginScreen {
  /** As in jsPsych’s data, under `trial_type`. */
  readonly name: string;
  /** The task of a study that records the same. */
  readonly task: SliderTask | GridTask | LabelTask;
  readonly citations: PluginInfo["citations"];
  /** The question where the researcher wrote none. */
  prompt(words: PluginWords): string;
  /** What is said when an answer is needed and there is none. */
  missing(words: PluginWords): string;
  /** The inputs as HTML; the prompt is escaped already. */
  html(words: PluginWords, prompt: string): string;
  /** Begins to listen to the inputs. */
  begin(form: PluginElement, words: PluginWords): ScreenAnswers;
}

/** The inputs of a trial on the page. */
export interface ScreenAnswers {
  /** What was given, by datum; what was not given is absent. */
  read(): Readonly<Record<string, DatumValue>>;
  /** Gives values as a participant would; used by the visual simulation. */
  give(values: Readonly<Record<string, DatumValue>>): void;
}

/**
 * One element inside another.
 *
 * @throws {Error} where it is not there: something else has changed the page
 */
export function partOf(element: PluginElement, selector: string): PluginElement {
  const part = element.querySelector(selector);
  if (part === null) throw new Error(`The trial’s “${selector}” is no longer in the page.`);
  return part;
}

/** Text as HTML, also inside an attribute. */
export function asHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
