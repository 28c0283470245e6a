import type { Picture, Shape } from "./picture.ts";

/** What a scatter plot shows. */
export interface Scatter {
  readonly pairs: readonly (readonly [number, number])[];
  readonly across: string;
  readonly up: string;
  /** All that it shows, in words. */
  readonly label: string;
  /** Ends of both axes; those of the data unless told. */
  readonly range?: readonly [number, number];
}

const SIZE = 320;
const EDGE = 46;

/** Pairs of values with the line on which both would be equal; `undefined` where there are none. */
export function scatterPicture({ pairs, across, up, label, range }: Scatter): Picture | undefined {
  if (pairs.length === 0) return undefined;
  const all = pairs.flat();
  const [low, high] = range ?? spanOf(Math.min(...all), Math.max(...all));
  const at = (value: number): number => EDGE + ((value - low) / (high - low)) * (SIZE - EDGE - 16);
  const axes: Shape[] = [
    { kind: "line", x1: at(low), y1: flip(at(low)), x2: at(high), y2: flip(at(low)), tone: "line" },
    { kind: "line", x1: at(low), y1: flip(at(low)), x2: at(low), y2: flip(at(high)), tone: "line" },
    {
      kind: "line",
      x1: at(low),
      y1: flip(at(low)),
      x2: at(high),
      y2: flip(at(high)),
      tone: "line",
      dashed: true,
    },
    { kind: "text", x: at(low), y: flip(at(low)) + 18, words: short(low), anchor: "start", tone: "soft" },
    { kind: "text", x: at(high), y: flip(at(low)) + 18, words: short(high), anchor: "end", tone: "soft" },
    { kind: "text", x: at(low) - 6, y: flip(at(high)) + 10, words: short(high), anchor: "end", tone: "soft" },
    {
      kind: "text",
      x: (at(low) + at(high)) / 2,
      y: flip(at(low)) + 36,
      words: across,
      anchor: "middle",
      tone: "ink",
    },
    { kind: "text", x: at(low) - 30, y: 16, words: up, anchor: "start", tone: "ink" },
  ];
  const dots = pairs.map(([x, y]): Shape => ({
    kind: "dot",
    x: at(x),
    y: flip(at(y)),
    radius: 4,
    tone: "accent",
  }));
  return { width: SIZE, height: SIZE + 44, label, shapes: [...axes, ...dots] };
}

function spanOf(low: number, high: number): readonly [number, number] {
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** From rising upwards to rising downwards, below the name of the axis. */
function flip(y: number): number {
  return SIZE + 8 - y + EDGE - 16;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
