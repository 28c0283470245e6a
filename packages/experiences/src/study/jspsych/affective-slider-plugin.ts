import { makePlugin } from "./make-plugin.ts";
import type { PluginOptions, StudyPluginClass } from "./make-plugin.ts";
import type { PluginElement } from "./plugin-contract.ts";
import { partOf } from "./plugin-screen.ts";
import type { PluginScreen, ScreenAnswers } from "./plugin-screen.ts";
import type { PluginWords } from "./plugin-words.ts";

const DIMENSIONS = ["pleasure", "arousal"] as const;
type Dimension = (typeof DIMENSIONS)[number];

/**
 * The Affective Slider for jsPsych 8 (Betella and Verschure 2016, doi:10.1371/journal.pone.0148037): pleasure and arousal from
 * 0 to 1. A slider counts only once it has been moved.
 *
 * @example
 * ```ts
 * import { affectiveSliderPlugin } from "@openempathic/experiences/study-jspsych";
 *
 * const AffectiveSlider = affectiveSliderPlugin({ now: () => performance.now(), random: () => 0.5 });
 * Object.keys(AffectiveSlider.info.data); // => ["pleasure", "arousal", "rt"]
 * ```
 */
export function affectiveSliderPlugin(options: PluginOptions): StudyPluginClass {
  return makePlugin(SCREEN, options);
}

const SCREEN: PluginScreen = {
  name: "open-empathic-affective-slider",
  task: { kind: "affective-slider", id: "trial", title: "", prompt: "" },
  citations: {
    apa: "Betella, A., & Verschure, P. F. M. J. (2016). The Affective Slider: A digital self-assessment scale for the measurement of human emotions. PLOS ONE, 11(2), e0148037. https://doi.org/10.1371/journal.pone.0148037",
    bibtex:
      "@article{Betella2016, author = {Betella, Alberto and Verschure, Paul F. M. J.}, title = {The Affective Slider: A Digital Self-Assessment Scale for the Measurement of Human Emotions}, journal = {PLOS ONE}, year = {2016}, volume = {11}, number = {2}, pages = {e0148037}, doi = {10.1371/journal.pone.0148037}}",
  },
  prompt: ({ howNow }) => howNow,
  missing: ({ moveBoth }) => moveBoth,
  html: (words, prompt) =>
    `<p>${prompt}</p>
${DIMENSIONS.map((dimension) => sliderHtml(dimension, words, prompt)).join("\n")}
<p><small>${words.credit}</small></p>`,
  begin,
};

function sliderHtml(dimension: Dimension, words: PluginWords, prompt: string): string {
  const [low, high] = ends(dimension, words);
  return `<div style="width: 30rem; max-width: 90vw; margin: 1.5rem auto">
<div aria-hidden="true" style="display: flex; justify-content: space-between"><span>${low}</span><span>${high}</span></div>
<input type="range" name="${dimension}" min="0" max="100" step="1" value="50" data-unset style="width: 100%; opacity: 0.4"
 aria-label="${words[dimension]}: ${prompt}" aria-valuetext="${words.notSet} (${low} – ${high})">
</div>`;
}

function begin(form: PluginElement, words: PluginWords): ScreenAnswers {
  const moved: Partial<Record<Dimension, number>> = {};
  const slider = (dimension: Dimension) => partOf(form, `[name=${dimension}]`);
  function take(dimension: Dimension): void {
    const input = slider(dimension);
    const percent = Number(input.value);
    const [low, high] = ends(dimension, words);
    moved[dimension] = percent / 100;
    input.removeAttribute("data-unset");
    input.setAttribute("style", "width: 100%");
    input.setAttribute("aria-valuetext", `${percent} % (${low} – ${high})`);
  }
  for (const dimension of DIMENSIONS) slider(dimension).addEventListener("input", () => take(dimension));
  return {
    read: () => ({ ...moved }),
    give: (values) => {
      for (const dimension of DIMENSIONS) {
        const value = values[dimension];
        if (value === undefined) continue;
        slider(dimension).value = String(Math.round(Number(value) * 100));
        take(dimension);
      }
    },
  };
}

function ends(dimension: Dimension, words: PluginWords): readonly [low: string, high: string] {
  return [words[`${dimension}Low`], words[`${dimension}High`]];
}
