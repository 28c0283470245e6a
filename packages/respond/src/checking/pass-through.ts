/** How a piece of a reply is to be read. */
export type PassReading =
  | { readonly kind: "prose" }
  /** Not prose up to `end`, an index into the text given. */
  | { readonly kind: "raw"; readonly end: number }
  /** More text is needed to tell. */
  | { readonly kind: "unclear" };

const FENCE = /^ {0,3}(?:```|~~~)/;
const PROSE = { kind: "prose" } as const;
const UNCLEAR = { kind: "unclear" } as const;

/** Tells code fences, and JSON at the start of a reply, from prose: they pass unread and unharmed. */
export class PassThrough {
  #mode: "start" | "line-start" | "prose" | "fence" | "json" = "start";
  #fenceMark = "";
  /** Beginning of the fence's current line, as far as it matters. */
  #line = "";
  #json = { depth: 0, inString: false, escaped: false };

  /** Says what the reader of prose has just passed. */
  passed(what: "newline" | "space" | "text"): void {
    if (what === "newline" && this.#mode !== "start") this.#mode = "line-start";
    else if (what === "text") this.#mode = "prose";
  }

  /** How to read on from an index. */
  read(text: string, at: number, isWhole: boolean): PassReading {
    if (this.#mode === "fence") return this.#readFence(text, at);
    if (this.#mode === "json") return this.#readJson(text, at);
    if (this.#mode === "prose") return PROSE;
    if (at >= text.length) return PROSE;
    if (this.#mode === "start") {
      const json = opensJson(text.slice(at, at + 80), isWhole);
      if (json === "unclear") return UNCLEAR;
      if (json) {
        this.#mode = "json";
        return this.#readJson(text, at);
      }
    }
    return this.#openFence(text, at, isWhole);
  }

  #openFence(text: string, at: number, isWhole: boolean): PassReading {
    const beginning = text.slice(at, at + 6);
    if (FENCE.test(beginning)) {
      this.#mode = "fence";
      this.#fenceMark = beginning.trimStart().slice(0, 3);
      this.#line = "opening";
      return this.#readFence(text, at);
    }
    if (!isWhole && /^ {0,3}(?:`{0,2}|~{0,2})$/.test(beginning)) return UNCLEAR;
    return PROSE;
  }

  #readFence(text: string, at: number): PassReading {
    if (at >= text.length) return UNCLEAR;
    let end = at;
    while (end < text.length) {
      const newline = text.indexOf("\n", end);
      const stop = newline === -1 ? text.length : newline;
      if (this.#line.length < 10) this.#line += text.slice(end, Math.min(stop, end + 10));
      if (newline === -1) return { kind: "raw", end: text.length };
      end = newline + 1;
      const isClosing = this.#line.trimStart().startsWith(this.#fenceMark) && FENCE.test(this.#line);
      this.#line = "";
      if (isClosing) {
        this.#mode = "line-start";
        break;
      }
    }
    return { kind: "raw", end };
  }

  #readJson(text: string, at: number): PassReading {
    if (at >= text.length) return UNCLEAR;
    const json = this.#json;
    for (let end = at; end < text.length; end += 1) {
      const char = text[end] ?? "";
      if (json.escaped) json.escaped = false;
      else if (json.inString) {
        if (char === "\\") json.escaped = true;
        else if (char === '"') json.inString = false;
      } else if (char === '"') json.inString = true;
      else if (char === "{" || char === "[") json.depth += 1;
      else if (char === "}" || char === "]") json.depth -= 1;
      if (json.depth === 0) {
        if (/\s/.test(char)) continue;
        this.#mode = "prose";
        return { kind: "raw", end: end + 1 };
      }
    }
    return { kind: "raw", end: text.length };
  }
}

function opensJson(beginning: string, isWhole: boolean): boolean | "unclear" {
  const trimmed = beginning.trimStart();
  const opening = trimmed[0];
  if (opening === undefined) return false;
  if (opening !== "{" && opening !== "[") return false;
  const second = trimmed.slice(1).trimStart()[0];
  if (second === undefined) return isWhole || beginning.length >= 80 ? false : "unclear";
  return opening === "{" ? /["}]/.test(second) : /["{[\]\d-]/.test(second);
}
