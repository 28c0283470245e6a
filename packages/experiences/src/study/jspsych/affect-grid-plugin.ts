import { makePlugin } from "./make-plugin.ts";
import type { PluginOptions, StudyPluginClass } from "./make-plugin.ts";
import type { PluginElement, PluginEvent } from "./plugin-contract.ts";
import { partOf } from "./plugin-screen.ts";
import type { PluginScreen, ScreenAnswers } from "./plugin-screen.ts";
import type { PluginWords } from "./plugin-words.ts";

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const MIDDLE: Place = { pleasure: 5, arousal: 5 };

interface Place {
  readonly pleasure: number;
  readonly arousal: number;
}

/**
 * The affect grid for jsPsych 8 (Russell, Weiss and Mendelsohn 1989, doi:10.1037/0022-3514.57.3.493): one cross in a square of
 * nine by nine. It is one stop of the Tab key; the arrows move the cross from the middle on.
 *
 * @example
 * ```ts
 * import { affectGridPlugin } from "@openempathic/experiences/study-jspsych";
 *
 * const AffectGrid = affectGridPlugin({ now: () => performance.now(), random: () => 0.5 });
 * AffectGrid.declarations.map(({ name, level }) => `${name}: ${level}`);
 * // => ["pleasure: ordinal", "arousal: ordinal", "rt: ratio"]
 * ```
 */
export function affectGridPlugin(options: PluginOptions): StudyPluginClass {
  return makePlugin(SCREEN, options);
}

const SCREEN: PluginScreen = {
  name: "open-empathic-affect-grid",
  task: { kind: "affect-grid", id: "trial", title: "", prompt: "" },
  citations: {
    apa: "Russell, J. A., Weiss, A., & Mendelsohn, G. A. (1989). Affect Grid: A single-item scale of pleasure and arousal. Journal of Personality and Social Psychology, 57(3), 493–502. https://doi.org/10.1037/0022-3514.57.3.493",
    bibtex:
      "@article{Russell1989, author = {Russell, James A. and Weiss, Anna and Mendelsohn, Gerald A.}, title = {Affect Grid: A Single-Item Scale of Pleasure and Arousal}, journal = {Journal of Personality and Social Psychology}, year = {1989}, volume = {57}, number = {3}, pages = {493--502}, doi = {10.1037/0022-3514.57.3.493}}",
  },
  prompt: ({ howNow }) => howNow,
  missing: ({ chooseField }) => chooseField,
  html: gridHtml,
  begin,
};

function gridHtml(words: PluginWords, prompt: string): string {
  const fields = STEPS.toReversed().flatMap((arousal) =>
    STEPS.map((pleasure) => fieldHtml({ pleasure, arousal }, words)),
  );
  return `<p>${prompt}</p>
<div aria-hidden="true">${words.aroused}</div>
<div role="radiogroup" aria-label="${prompt}" style="display: inline-grid; grid-template-columns: repeat(9, 2rem); grid-auto-rows: 2rem; place-items: center; margin: 0.5rem">
${fields.join("\n")}
</div>
<div aria-hidden="true" style="display: flex; justify-content: space-between; width: 20rem; max-width: 100%; margin: auto">
<span>${words.pleasureLow}</span><span>${words.sleepy}</span><span>${words.pleasureHigh}</span>
</div>`;
}

function fieldHtml(place: Place, words: PluginWords): string {
  const { pleasure, arousal } = place;
  const isMiddle = pleasure === MIDDLE.pleasure && arousal === MIDDLE.arousal;
  return `<input type="radio" name="place" value="${valueOf(place)}" aria-label="${words.place(pleasure, arousal)}" tabindex="${isMiddle ? "0" : "-1"}" style="width: 1.5rem; height: 1.5rem">`;
}

function begin(form: PluginElement): ScreenAnswers {
  let chosen: Place | undefined;
  const field = (place: Place) => partOf(form, `[value="${valueOf(place)}"]`);
  function choose(place: Place): void {
    field(chosen ?? MIDDLE).setAttribute("tabindex", "-1");
    chosen = place;
    const input = field(place);
    input.checked = true;
    input.setAttribute("tabindex", "0");
  }
  function move(event: PluginEvent): void {
    const step = MOVES[event.key ?? ""];
    if (step === undefined) return;
    event.preventDefault();
    const { pleasure, arousal } = chosen ?? MIDDLE;
    const next = { pleasure: within(pleasure + step[0]), arousal: within(arousal + step[1]) };
    choose(next);
    field(next).focus?.();
  }
  const grid = partOf(form, "[role=radiogroup]");
  grid.addEventListener("keydown", move);
  for (const arousal of STEPS) {
    for (const pleasure of STEPS) {
      const place = { pleasure, arousal };
      field(place).addEventListener("change", () => choose(place));
    }
  }
  return {
    read: () => ({ ...chosen }),
    give: ({ pleasure, arousal }) => {
      if (pleasure === undefined || arousal === undefined) return;
      choose({ pleasure: Number(pleasure), arousal: Number(arousal) });
    },
  };
}

const MOVES: Readonly<Record<string, readonly [pleasure: number, arousal: number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function valueOf({ pleasure, arousal }: Place): string {
  return `${pleasure}-${arousal}`;
}

function within(step: number): number {
  return Math.min(9, Math.max(1, step));
}
