import type { Datum } from "../protocol/datum.ts";
import { taskData } from "../protocol/task-data.ts";
import { PARAMETER_TYPE } from "./plugin-contract.ts";
import type { PluginInfo, PluginParameter } from "./plugin-contract.ts";
import type { PluginScreen } from "./plugin-screen.ts";
import { PLUGIN_LANGUAGES } from "./plugin-words.ts";

const VERSION = "0.1.0";

const RESPONSE_TIME: Datum = {
  name: "rt",
  description: "From the moment that the question was shown until the participant went on.",
  level: "ratio",
  unit: "ms",
  zero: "absence",
  minimum: 0,
  whole: true,
};

/** Everything that a plugin records: what the study’s task declares, and the response time. */
export function pluginData(screen: PluginScreen): readonly Datum[] {
  return [...taskData(screen.task), RESPONSE_TIME];
}

/** What jsPsych wants to know of a plugin, worked out from the study’s own declarations. */
export function pluginInfo(screen: PluginScreen): PluginInfo {
  return {
    name: screen.name,
    version: VERSION,
    parameters: {
      prompt: { type: PARAMETER_TYPE.string, default: "" },
      language: { type: PARAMETER_TYPE.select, options: PLUGIN_LANGUAGES, default: "en" },
      required: { type: PARAMETER_TYPE.bool, default: true },
    },
    data: Object.fromEntries(pluginData(screen).map((datum) => [datum.name, column(datum)])),
    citations: screen.citations,
  };
}

function column({ level, whole, description }: Datum): PluginParameter {
  const number = whole === true ? PARAMETER_TYPE.int : PARAMETER_TYPE.float;
  return { type: level === "text" ? PARAMETER_TYPE.string : number, pretty_name: description };
}
