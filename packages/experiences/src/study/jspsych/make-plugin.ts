import { simulatedParticipant } from "../simulate/simulated-participant.ts";
import type { SimulatedParticipant } from "../simulate/simulated-participant.ts";
import { fitsDatum } from "../protocol/datum.ts";
import type { Datum, DatumValue } from "../protocol/datum.ts";
import { taskData } from "../protocol/task-data.ts";
import type {
  JsPsychHost,
  PluginElement,
  PluginInfo,
  PluginSimulationOptions,
  PluginTrial,
} from "./plugin-contract.ts";
import { pluginData, pluginInfo } from "./plugin-info.ts";
import { asHtml, partOf } from "./plugin-screen.ts";
import type { PluginScreen, ScreenAnswers } from "./plugin-screen.ts";
import { pluginWords } from "./plugin-words.ts";

/** What a plugin takes from outside. */
export interface PluginOptions {
  /** Milliseconds on a clock that never goes back: `() => performance.now()`. */
  readonly now: () => number;
  /** From 0 to 1, without 1; only simulated participants draw from it. */
  readonly random: () => number;
}

/** One trial’s plugin, as jsPsych calls it. */
export interface StudyPlugin {
  trial(displayElement: PluginElement, trial: PluginTrial): void;
  simulate(
    trial: PluginTrial,
    mode: "data-only" | "visual",
    options: PluginSimulationOptions,
    onLoad: () => void,
  ): void;
}

/** What stands in a jsPsych timeline as `type`. */
export interface StudyPluginClass {
  new (jsPsych: JsPsychHost): StudyPlugin;
  readonly info: PluginInfo;
  /** What it records, with level, unit, zero point and range, for a codebook. */
  readonly declarations: readonly Datum[];
}

/** A plugin that shows a screen, or answers it as its own participant: one person for all trials of the plugin. */
export function makePlugin(screen: PluginScreen, { now, random }: PluginOptions): StudyPluginClass {
  let person: SimulatedParticipant | undefined;
  const somebody = () => (person ??= simulatedParticipant(Math.floor(random() * 2 ** 32)));

  return class implements StudyPlugin {
    static readonly info = pluginInfo(screen);
    static readonly declarations = pluginData(screen);
    readonly #jsPsych: JsPsychHost;

    constructor(jsPsych: JsPsychHost) {
      this.#jsPsych = jsPsych;
    }

    trial(displayElement: PluginElement, trial: PluginTrial): void {
      this.#show(displayElement, trial);
    }

    simulate(...[trial, mode, options, onLoad]: Parameters<StudyPlugin["simulate"]>): void {
      const { values, rtMs } = simulatedAnswer(screen, somebody(), options);
      if (trial.required && !isComplete(screen, values)) {
        throw new RangeError("The simulation’s data leave out an answer that the trial requires.");
      }
      if (mode === "data-only") {
        onLoad();
        this.#jsPsych.finishTrial(trialData(screen, values, rtMs));
        return;
      }
      const form = this.#jsPsych.getDisplayElement();
      const answers = this.#show(form, trial);
      onLoad();
      this.#jsPsych.pluginAPI.setTimeout(() => answers.give(values), rtMs / 2);
      this.#jsPsych.pluginAPI.clickTarget(partOf(form, "button"), rtMs);
    }

    #show(element: PluginElement, trial: PluginTrial): ScreenAnswers {
      const words = pluginWords(trial.language);
      const prompt = asHtml(trial.prompt === "" ? screen.prompt(words) : trial.prompt);
      element.innerHTML = `<form lang="${trial.language}" novalidate autocomplete="off">
${screen.html(words, prompt)}
<p role="alert"></p>
<button type="submit" class="jspsych-btn">${words.goOn}</button>
</form>`;
      // jsPsych empties the display element after a trial but keeps it, so what listens is inside.
      const form = partOf(element, "form");
      const answers = screen.begin(form, words);
      const startMs = now();
      let isOver = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (isOver) return;
        const values = answers.read();
        if (trial.required && !isComplete(screen, values)) {
          partOf(form, "[role=alert]").textContent = screen.missing(words);
          return;
        }
        isOver = true;
        this.#jsPsych.finishTrial(trialData(screen, values, now() - startMs));
      });
      return answers;
    }
  };
}

type Values = Readonly<Record<string, DatumValue>>;

function isComplete({ task }: PluginScreen, values: Values): boolean {
  return taskData(task).every(({ name }) => values[name] !== undefined);
}

/** The columns of a trial; what was not given is null, never a number. */
function trialData({ task }: PluginScreen, values: Values, rtMs: number): Record<string, DatumValue | null> {
  const given = taskData(task).map(({ name }) => [name, values[name] ?? null] as const);
  return { ...Object.fromEntries(given), rt: Math.round(rtMs) };
}

/** @throws {RangeError} where the researcher’s own value for a simulation is not one that could be recorded */
function simulatedAnswer(
  screen: PluginScreen,
  person: SimulatedParticipant,
  { data = {} }: PluginSimulationOptions,
): { readonly values: Values; readonly rtMs: number } {
  const drawn: Values = { ...person.answer(screen.task), rt: Math.round(1000 + 4000 * person.chance()) };
  const values: Record<string, DatumValue> = {};
  for (const datum of pluginData(screen)) {
    const value = Object.hasOwn(data, datum.name) ? data[datum.name] : drawn[datum.name];
    if (value === null || value === undefined) continue;
    if ((typeof value !== "number" && typeof value !== "string") || !fitsDatum(datum, value)) {
      throw new RangeError(`The simulation’s “${datum.name}” is not a value that could be recorded.`);
    }
    values[datum.name] = value;
  }
  const { rt, ...answers } = values;
  return { values: answers, rtMs: typeof rt === "number" ? rt : 0 };
}
