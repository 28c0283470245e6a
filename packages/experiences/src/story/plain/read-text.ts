import { rawFaults } from "../script/raw-faults.ts";
import { ScriptBuilder } from "../script/script-builder.ts";
import type { ScriptReading } from "../script/script-fault.ts";
import { sourceLines } from "../script/source-lines.ts";
import type { SourceLine } from "../script/source-lines.ts";
import { speakerOf } from "../script/speaker-of.ts";
import { LinearScript, noteFaults } from "./linear-script.ts";

const HEADING = /^\s*#{1,6}(?!#)\s*(.*?)\s*#*\s*$/u;
const CHAPTER = /^\s*(?:chapter|kapitel|act|akt|scene|szene|part|teil)\b[^.!?]{0,60}$/iu;
const BREAK = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|§)\s*$/u;

/**
 * Reads plain text: paragraphs between empty lines, each one utterance (each line, where no line is empty), a speaker where
 * a line begins with a name and a colon, passages at headings (`# …`, "Chapter 2", "Scene: …") and at `***`.
 *
 * @returns the whole script, or every fault with its place: nothing is half imported
 * @example
 * ```ts
 * import { readText } from "@openempathic/experiences/story";
 *
 * const reading = readText("The lamp is lit.\n\nMara: You came back.");
 * reading.kind === "read" ? reading.script.utterances.map(({ kind }) => kind) : []; // => ["told", "said"]
 * readText("Mara: \n"); // => { kind: "faulty", faults: [{ line: 1, column: 1, reason: "nothing-said", found: "Mara:" }] }
 * ```
 */
export function readText(source: string): ScriptReading {
  const raw = rawFaults(source, "text");
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const lines = sourceLines(source);
  const builder = new ScriptBuilder("text", lines);
  noteFaults(source, builder);
  const script = new LinearScript(builder, source, (text) => text);
  const isByLine = !lines.slice(0, -1).some(({ text }, at) => at > 0 && text.trim() === "");
  let open: SourceLine[] = [];
  const close = (): void => {
    addParagraph(open, script);
    open = [];
  };
  for (const line of lines) {
    const { text, start } = line;
    const heading = HEADING.exec(text) ?? (open.length === 0 ? CHAPTER.exec(text) : null);
    if (text.trim() === "" || BREAK.test(text) || heading !== null) close();
    if (heading !== null) {
      const name = (heading[1] ?? heading[0]).trim();
      if (name === "") builder.fault(start, "empty-heading");
      script.passage(name, start);
    } else if (BREAK.test(text)) script.passage("", start);
    else if (text.trim() !== "") {
      if (isByLine || speakerOf(text.trim()) !== undefined) close();
      if (/^\s*\p{Lu}[\p{L} ]{0,30}:\s*$/u.test(text)) builder.fault(start, "nothing-said", text);
      open.push(line);
    }
  }
  close();
  return builder.finish();
}

function addParagraph(lines: readonly SourceLine[], script: LinearScript): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  const lead = first.text.length - first.text.trimStart().length;
  const speaker = speakerOf(first.text.slice(lead));
  script.add({
    start: first.start + lead + (speaker?.length ?? 0),
    end: last.start + last.text.length,
    ...(speaker === undefined ? {} : { speaker: speaker.speaker }),
  });
}
