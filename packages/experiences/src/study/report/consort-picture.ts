import type { ReplyLanguage } from "@openempathic/respond";
import type { ArmFlow, Consort } from "../analysis/consort.ts";
import type { Picture, Shape } from "./picture.ts";
import { reportWords } from "./report-words.ts";

const BOX = { width: 270, height: 42, gap: 30 } as const;
/** Room for an arm's boxes; narrower ones would not hold their words. */
const COLUMN = 290;

/** The flow of participants as CONSORT draws it: boxes from the consent down to how each arm ended. */
export function consortPicture(flow: Consort, language: ReplyLanguage): Picture {
  const words = reportWords(language);
  const width = Math.max(2, flow.arms.length) * COLUMN + 20;
  const middle = width / 2;
  const shapes: Shape[] = [];
  const rows: [string, number][] = [
    [words.asked, flow.asked],
    [words.consented, flow.consented],
  ];
  rows.forEach(([label, count], index) => {
    const y = 10 + index * (BOX.height + BOX.gap * 2);
    if (index > 0) shapes.push(down(middle, y - BOX.gap * 2, y));
    shapes.push(...box(middle, y, { label, count }));
  });
  const declinedY = 10 + BOX.height + 9;
  const side = middle + COLUMN / 2;
  shapes.push({
    kind: "line",
    x1: middle,
    y1: declinedY + 21,
    x2: side - 90,
    y2: declinedY + 21,
    tone: "line",
  });
  shapes.push(...box(side, declinedY, { label: words.declined, count: flow.declined, width: 180 }));
  const split = 10 + 2 * BOX.height + 2 * BOX.gap;
  const top = split + BOX.gap * 2;
  flow.arms.forEach((arm, index) => {
    const x = middle + (index - (flow.arms.length - 1) / 2) * COLUMN;
    shapes.push({ kind: "line", x1: middle, y1: split + BOX.gap, x2: x, y2: split + BOX.gap, tone: "line" });
    shapes.push(
      down(x, split + BOX.gap, top),
      ...box(x, top, { label: arm.name, count: arm.allocated, bold: true }),
    );
    endsOf(arm, language).forEach(([label, count], place) => {
      const y = top + (place + 1) * (BOX.height + 16);
      shapes.push(down(x, y - 16, y), ...box(x, y, { label, count }));
    });
  });
  shapes.push(down(middle, split, split + BOX.gap));
  const height = top + 5 * (BOX.height + 16) + 4;
  return { width, height, label: consortText(flow, language), shapes };
}

/** The same in words. */
export function consortText(flow: Consort, language: ReplyLanguage): string {
  const words = reportWords(language);
  const counts = (pairs: readonly (readonly [string, number])[]): string =>
    pairs.map(([label, count]) => `${label}: ${String(count)}`).join("; ");
  return [
    counts([
      [words.asked, flow.asked],
      [words.declined, flow.declined],
      [words.consented, flow.consented],
    ]),
    ...flow.arms.map((arm) => `${arm.name}: ${String(arm.allocated)} (${counts(endsOf(arm, language))})`),
  ].join(". ");
}

function endsOf(arm: ArmFlow, language: ReplyLanguage): readonly (readonly [string, number])[] {
  const words = reportWords(language);
  return [
    [words.finished, arm.finished],
    [words.underWay, arm.underWay],
    [words.stopped, arm.stopped],
    [words.withdrawn, arm.withdrawn],
  ];
}

function down(x: number, from: number, to: number): Shape {
  return { kind: "line", x1: x, y1: from, x2: x, y2: to, tone: "line" };
}

interface BoxWords {
  readonly label: string;
  readonly count: number;
  readonly width?: number;
  readonly bold?: true;
}

function box(x: number, y: number, { label, count, width = BOX.width, bold }: BoxWords): readonly Shape[] {
  const letters = Array.from(label);
  // About seven units a letter; a longer name is cut, the whole stands in the picture's words.
  const room = Math.floor(width / 7) - 8;
  const short = letters.length > room ? `${letters.slice(0, room - 1).join("")}…` : label;
  return [
    { kind: "rect", x: x - width / 2, y, width, height: BOX.height, tone: "tint" },
    {
      kind: "text",
      x,
      y: y + 26,
      words: `${short} (n = ${String(count)})`,
      anchor: "middle",
      tone: "ink",
      ...(bold === undefined ? {} : { bold }),
    },
  ];
}
