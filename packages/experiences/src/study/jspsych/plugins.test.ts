import { seededRandom } from "@openempathic/measure";
import { describe, expect, expectTypeOf, it } from "vitest";
import experiences from "../../../package.json" with { type: "json" };
import { fitsDatum } from "../protocol/datum.ts";
import { taskData } from "../protocol/task-data.ts";
import { affectGridPlugin, affectiveSliderPlugin, freeLabelPlugin } from "./index.ts";
import type { PluginElement, PluginOptions, StudyPluginClass } from "./index.ts";
import { FakeHost } from "./testing/fake-page.ts";

const MAKERS = [
  ["affective-slider", affectiveSliderPlugin],
  ["affect-grid", affectGridPlugin],
  ["free-label", freeLabelPlugin],
] as const;
const EN = { prompt: "", language: "en", required: true };

function begin(make: (options: PluginOptions) => StudyPluginClass, trial = EN): FakeHost {
  const host = new FakeHost();
  const Plugin = make({ now: () => host.nowMs, random: seededRandom(1) });
  new Plugin(host).trial(host.page, trial);
  return host;
}

function goOn(host: FakeHost, afterMs = 0): void {
  host.nowMs += afterMs;
  host.part("form").happen("submit");
}

function move(host: FakeHost, name: string, value: string): void {
  host.part(`[name=${name}]`).value = value;
  host.part(`[name=${name}]`).happen("input");
}

describe.each(MAKERS)("SY32: %s", (kind, make) => {
  const Plugin = make({ now: () => 0, random: seededRandom(1) });

  it("declares what the study’s own task declares, and the response time in ms", () => {
    const task = taskData({ kind, id: "any", title: "", prompt: "" });
    expect(Plugin.declarations.slice(0, -1)).toEqual(task);
    expect(Plugin.declarations.at(-1)).toMatchObject({
      name: "rt",
      unit: "ms",
      level: "ratio",
      zero: "absence",
    });
    expect(Object.keys(Plugin.info.data)).toEqual(Plugin.declarations.map(({ name }) => name));
    expect(Plugin.info.version).toBe(experiences.version);
  });

  it("takes an element of the DOM", () => {
    expectTypeOf<HTMLElement>().toExtend<PluginElement>();
  });

  it("waits while nothing was given, and says what is missing in the participant’s language", () => {
    const english = begin(make);
    goOn(english);
    expect(english.finished).toEqual([]);
    expect(english.part("[role=alert]").textContent).toMatch(/^Please .+ first\.$/u);
    const german = begin(make, { ...EN, language: "de" });
    goOn(german);
    expect(german.part("[role=alert]").textContent).toMatch(/^Bitte /u);
    expect(german.part("form").attributes.get("lang")).toBe("de");
  });

  it("records null and no number for what was not given where nothing is required", () => {
    const host = begin(make, { ...EN, required: false });
    goOn(host, 700);
    const nothing = taskData({ kind, id: "any", title: "", prompt: "" }).map(({ name }) => [name, null]);
    expect(host.finished).toEqual([{ ...Object.fromEntries(nothing), rt: 700 }]);
  });

  it("shows a researcher’s question as text and never as markup", () => {
    const host = begin(make, { ...EN, prompt: 'a < b & "c"' });
    expect(host.page.innerHTML).toContain("a &lt; b &amp; &quot;c&quot;");
    expect(host.page.innerHTML).not.toContain("a < b");
  });

  it("refuses a language that it has no words in", () => {
    expect(() => begin(make, { ...EN, language: "fr" })).toThrow(RangeError);
  });

  it("leaves no listener on the element that jsPsych keeps for the next trial, and finishes once", () => {
    const host = begin(make, { ...EN, required: false });
    expect(host.page.listenerCount).toBe(0);
    goOn(host);
    goOn(host);
    expect(host.finished).toHaveLength(1);
  });

  it("answers as its own participant with data that fit the declarations", () => {
    const host = new FakeHost();
    const plugin = new Plugin(host);
    let loads = 0;
    for (let trial = 0; trial < 50; trial += 1) plugin.simulate(EN, "data-only", {}, () => (loads += 1));
    expect(loads).toBe(50);
    expect(host.finished).toHaveLength(50);
    for (const data of host.finished) {
      expect(Object.keys(data)).toEqual(Plugin.declarations.map(({ name }) => name));
      for (const datum of Plugin.declarations) expect(fitsDatum(datum, data[datum.name] ?? NaN)).toBe(true);
    }
    expect(new Set(host.finished.map((data) => JSON.stringify(data))).size).toBeGreaterThan(1);
  });

  it("is the same participant again for the same chance, and another for another", () => {
    const answers = (seed: number) => {
      const host = new FakeHost();
      const plugin = new (make({ now: () => 0, random: seededRandom(seed) }))(host);
      for (let trial = 0; trial < 5; trial += 1) plugin.simulate(EN, "data-only", {}, () => undefined);
      return host.finished;
    };
    expect(answers(7)).toEqual(answers(7));
    expect(answers(7)).not.toEqual(answers(8));
  });

  it("gives on the page, when it is simulated visually, what it would give as data", () => {
    const drawn = new FakeHost();
    new (make({ now: () => 0, random: seededRandom(3) }))(drawn).simulate(
      EN,
      "data-only",
      {},
      () => undefined,
    );
    const host = new FakeHost();
    const Visual = make({ now: () => host.nowMs, random: seededRandom(3) });
    let isLoaded = false;
    new Visual(host).simulate(EN, "visual", {}, () => (isLoaded = true));
    expect(isLoaded).toBe(true);
    expect(host.finished).toEqual([]);
    host.runTimers();
    expect(host.finished).toEqual(drawn.finished);
  });

  it("takes the researcher’s data for a simulation, and refuses what could not be recorded or is required", () => {
    const simulate = (data: Record<string, unknown>, trial = EN) => {
      const host = new FakeHost();
      new Plugin(host).simulate(trial, "data-only", { data }, () => undefined);
      return host.finished[0];
    };
    const [first] = Plugin.declarations;
    const name = first?.name ?? "";
    expect(simulate({ rt: 321 })).toMatchObject({ rt: 321 });
    expect(simulate({ [name]: null }, { ...EN, required: false })).toMatchObject({ [name]: null });
    expect(() => simulate({ [name]: null })).toThrow("requires");
    expect(() => simulate({ [name]: 99 })).toThrow(`“${name}”`);
    expect(() => simulate({ rt: -1 })).toThrow("“rt”");
  });
});

describe("SY33: the inputs", () => {
  it("count a slider only once it was moved, at the place where it is", () => {
    const host = begin(affectiveSliderPlugin);
    expect(host.part("[name=pleasure]").attributes.get("aria-valuetext")).toBe(
      "not set (unpleasant – pleasant)",
    );
    move(host, "pleasure", "83");
    goOn(host, 400);
    expect(host.finished).toEqual([]);
    move(host, "arousal", "50");
    goOn(host, 600.4);
    expect(host.finished).toEqual([{ pleasure: 0.83, arousal: 0.5, rt: 1000 }]);
    expect(host.part("[name=pleasure]").attributes.get("aria-valuetext")).toBe(
      "83 % (unpleasant – pleasant)",
    );
    expect(host.part("[name=pleasure]").attributes.has("data-unset")).toBe(false);
  });

  it("name every slider and every field of the grid for those who do not see them", () => {
    const sliders = begin(affectiveSliderPlugin, { ...EN, prompt: "And now?" });
    const names = sliders.page.all("type", "range").map(({ attributes }) => attributes.get("aria-label"));
    expect(names).toEqual(["How pleasant: And now?", "How stirred up: And now?"]);
    const fields = begin(affectGridPlugin, { ...EN, language: "de" }).page.all("type", "radio");
    expect(fields).toHaveLength(81);
    expect(fields[0]?.attributes.get("aria-label")).toBe("Angenehm 1 von 9, aufgewühlt 9 von 9");
    expect(fields.filter(({ attributes }) => attributes.has("checked"))).toEqual([]);
  });

  it("take the field of the grid that was picked", () => {
    const host = begin(affectGridPlugin);
    host.part('[value="2-8"]').happen("change");
    goOn(host, 10);
    expect(host.finished).toEqual([{ pleasure: 2, arousal: 8, rt: 10 }]);
  });

  it("move the cross by the arrows from the middle on, not over the edge, with one stop of the Tab key", () => {
    const host = begin(affectGridPlugin);
    const grid = host.part("[role=radiogroup]");
    const stops = () => host.page.all("tabindex", "0").map(({ value }) => value);
    expect(stops()).toEqual(["5-5"]);
    expect(grid.happen("keydown", "Tab")).toBe(false);
    expect(grid.happen("keydown", "ArrowUp")).toBe(true);
    expect(stops()).toEqual(["5-6"]);
    for (let press = 0; press < 6; press += 1) grid.happen("keydown", "ArrowLeft");
    expect(host.part('[value="1-6"]')).toMatchObject({ checked: true, isFocused: true });
    expect(stops()).toEqual(["1-6"]);
    goOn(host, 10);
    expect(host.finished).toEqual([{ pleasure: 1, arousal: 6, rt: 10 }]);
  });

  it("take words without the blanks around them, as long as the study’s own; blanks alone are no answer", () => {
    const host = begin(freeLabelPlugin);
    expect(host.part("[name=words]").attributes.get("maxlength")).toBe("200");
    host.part("[name=words]").value = "   ";
    goOn(host);
    expect(host.finished).toEqual([]);
    host.part("[name=words]").value = "  a bit tired ";
    goOn(host, 5);
    expect(host.finished).toEqual([{ words: "a bit tired", rt: 5 }]);
  });
});
