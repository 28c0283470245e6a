import { taskData } from "../protocol/task-data.ts";
import type { LabelTask } from "../protocol/protocol.ts";
import { makePlugin } from "./make-plugin.ts";
import type { PluginOptions, StudyPluginClass } from "./make-plugin.ts";
import { partOf } from "./plugin-screen.ts";
import type { PluginScreen } from "./plugin-screen.ts";

const TASK: LabelTask = { kind: "free-label", id: "trial", title: "", prompt: "" };
const LONGEST = taskData(TASK).find(({ name }) => name === "words")?.longest ?? 0;

/**
 * A feeling in one’s own words, for jsPsych 8. Nothing reads the words while they are written: a study on one’s own site
 * has to provide for those who write that they are in danger.
 *
 * @example
 * ```ts
 * import { freeLabelPlugin } from "@openempathic/experiences/study-jspsych";
 *
 * const FreeLabel = freeLabelPlugin({ now: () => performance.now(), random: () => 0.5 });
 * FreeLabel.declarations.map(({ name }) => name); // => ["words", "rt"]
 * ```
 */
export function freeLabelPlugin(options: PluginOptions): StudyPluginClass {
  return makePlugin(SCREEN, options);
}

const SCREEN: PluginScreen = {
  name: "open-empathic-free-label",
  task: TASK,
  citations: {
    apa: "Open Empathic contributors (2026). Open Empathic (Version 0.1.0) [Computer software].",
    bibtex:
      "@software{OpenEmpathic, author = {{Open Empathic contributors}}, title = {Open Empathic}, year = {2026}, version = {0.1.0}}",
  },
  prompt: ({ whatWord }) => whatWord,
  missing: ({ writeWord }) => writeWord,
  html: (_words, prompt) =>
    `<p><label>${prompt}<br>
<input type="text" name="words" maxlength="${LONGEST}" style="font-size: 1rem; padding: 0.3rem; width: 20rem; max-width: 100%">
</label></p>`,
  begin: (form) => ({
    read: () => {
      const words = (partOf(form, "[name=words]").value ?? "").trim().slice(0, LONGEST);
      return words === "" ? {} : { words };
    },
    give: ({ words }) => {
      if (words !== undefined) partOf(form, "[name=words]").value = String(words);
    },
  }),
};
