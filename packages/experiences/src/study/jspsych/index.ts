/** Plugins for jsPsych 8 that record what a study’s own tasks record. */
export { affectGridPlugin } from "./affect-grid-plugin.ts";
export { affectiveSliderPlugin } from "./affective-slider-plugin.ts";
export { freeLabelPlugin } from "./free-label-plugin.ts";
export type { PluginOptions, StudyPlugin, StudyPluginClass } from "./make-plugin.ts";
export type {
  JsPsychHost,
  PluginElement,
  PluginEvent,
  PluginInfo,
  PluginParameter,
  PluginSimulationOptions,
  PluginTrial,
} from "./plugin-contract.ts";
