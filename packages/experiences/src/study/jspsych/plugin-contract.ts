/**
 * As much of jsPsych 8 as the plugins use, by its form alone: nothing of jsPsych or of the DOM is imported, and jsPsych's
 * own objects fit (https://www.jspsych.org/v8/developers/plugin-development/).
 */

/** An element of the page. */
export interface PluginElement {
  innerHTML: string;
  textContent: string | null;
  value?: string;
  checked?: boolean;
  querySelector(selectors: string): PluginElement | null;
  addEventListener(type: string, listener: (event: PluginEvent) => void): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  focus?(): void;
}

/** An event of the page. */
export interface PluginEvent {
  readonly key?: string;
  preventDefault(): void;
}

/** The jsPsych that a plugin is made with. */
export interface JsPsychHost {
  finishTrial(data: Record<string, number | string | null>): void;
  getDisplayElement(): PluginElement;
  readonly pluginAPI: {
    setTimeout(callback: () => void, delayMs: number): number;
    clickTarget(target: PluginElement, delayMs?: number): void;
  };
}

/** The numbers of jsPsych 8's `ParameterType`. */
export const PARAMETER_TYPE = { bool: 0, string: 1, int: 2, float: 3, select: 7 } as const;

/** One parameter, or one column of data, as jsPsych wants it declared. */
export interface PluginParameter {
  readonly type: (typeof PARAMETER_TYPE)[keyof typeof PARAMETER_TYPE];
  readonly pretty_name?: string;
  readonly default?: boolean | string;
  readonly options?: readonly string[];
}

/** What jsPsych knows of a plugin before it runs. */
export interface PluginInfo {
  readonly name: string;
  readonly version: string;
  readonly parameters: Readonly<Record<keyof PluginTrial, PluginParameter>>;
  readonly data: Readonly<Record<string, PluginParameter>>;
  readonly citations: { readonly apa: string; readonly bibtex: string };
}

/** The parameters of a trial once jsPsych has filled in the defaults. */
export interface PluginTrial {
  /** Plain text; empty: the plugin’s own question. */
  readonly prompt: string;
  /** "en" or "de". */
  readonly language: string;
  /** Whether the trial waits for an answer; if not, what was not given is null. */
  readonly required: boolean;
}

/** What jsPsych was told about the simulation of a trial; its data replace what would be drawn. */
export interface PluginSimulationOptions {
  readonly data?: Readonly<Record<string, unknown>>;
}
