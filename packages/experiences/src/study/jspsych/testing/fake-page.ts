import type { JsPsychHost, PluginElement, PluginEvent } from "../plugin-contract.ts";

/** An element without a browser: its HTML is taken apart into tags, flat, as far as the plugins look for them. */
export class FakeElement implements PluginElement {
  textContent: string | null = null;
  value = "";
  checked = false;
  isFocused = false;
  readonly attributes = new Map<string, string>();
  readonly #tag: string;
  readonly #listeners: (readonly [type: string, listener: (event: PluginEvent) => void])[] = [];
  #html = "";
  /** Shared with every part, so that a part finds what the whole finds. */
  #parts: FakeElement[] = [];

  constructor(tag = "div") {
    this.#tag = tag;
  }

  get innerHTML(): string {
    return this.#html;
  }

  set innerHTML(html: string) {
    this.#html = html;
    this.#parts = [];
    for (const [, tag = "", attributes = ""] of html.matchAll(/<([a-z]+)((?:"[^"]*"|[^">])*)>/gu)) {
      const part = new FakeElement(tag);
      for (const [, name = "", quoted = ""] of attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gu)) {
        part.attributes.set(name, quoted);
      }
      part.value = part.attributes.get("value") ?? "";
      part.#parts = this.#parts;
      this.#parts.push(part);
    }
  }

  get listenerCount(): number {
    return this.#listeners.length;
  }

  querySelector(selectors: string): FakeElement | null {
    const [, name, value] = /^\[([a-z]+)="?([^"\]]*)"?\]$/u.exec(selectors) ?? [];
    const isIt = (part: FakeElement) =>
      name === undefined ? part.#tag === selectors : part.attributes.get(name) === value;
    return this.#parts.find(isIt) ?? null;
  }

  /** All parts with an attribute of that value. */
  all(name: string, value: string): readonly FakeElement[] {
    return this.#parts.filter((part) => part.attributes.get(name) === value);
  }

  addEventListener(type: string, listener: (event: PluginEvent) => void): void {
    this.#listeners.push([type, listener]);
  }

  /** Something happens to this element; says whether the browser’s own way was held back. */
  happen(type: string, key?: string): boolean {
    let isPrevented = false;
    const event = { ...(key === undefined ? {} : { key }), preventDefault: () => void (isPrevented = true) };
    for (const [known, listener] of this.#listeners) if (known === type) listener(event);
    return isPrevented;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  focus(): void {
    this.isFocused = true;
  }
}

/** A jsPsych with a page and a clock of its own. */
export class FakeHost implements JsPsychHost {
  readonly page = new FakeElement();
  readonly finished: Record<string, number | string | null>[] = [];
  nowMs = 1000;
  readonly #due: { readonly atMs: number; readonly run: () => void }[] = [];
  readonly pluginAPI = {
    setTimeout: (run: () => void, delayMs: number) => this.#due.push({ atMs: this.nowMs + delayMs, run }),
    clickTarget: (_target: PluginElement, delayMs = 0) => {
      this.#due.push({ atMs: this.nowMs + delayMs, run: () => this.part("form").happen("submit") });
    },
  };

  finishTrial(data: Record<string, number | string | null>): void {
    this.finished.push(data);
  }

  getDisplayElement(): FakeElement {
    return this.page;
  }

  part(selector: string): FakeElement {
    const part = this.page.querySelector(selector);
    if (part === null) throw new Error(`no ${selector} in ${this.page.innerHTML}`);
    return part;
  }

  /** Runs all that is due, in time. */
  runTimers(): void {
    for (const { atMs, run } of this.#due.splice(0).sort((one, other) => one.atMs - other.atMs)) {
      this.nowMs = atMs;
      run();
    }
  }
}
