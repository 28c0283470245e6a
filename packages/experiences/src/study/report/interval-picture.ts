import type { Figure } from "@openempathic/measure";
import { figureText } from "./figure-text.ts";
import type { Picture, Shape } from "./picture.ts";

/** A figure to draw. */
export interface NamedFigure {
  readonly name: string;
  readonly figure: Figure;
}

const LEFT = 210;
const WIDTH = 640;
const ROW = 30;

/** Figures with their intervals, one under the other, on one scale; what is not computable is left out here. */
export function intervalPicture(figures: readonly NamedFigure[], label: string): Picture | undefined {
  const drawn = figures.filter(({ figure }) => figure.value !== undefined);
  if (drawn.length === 0) return undefined;
  const ends = drawn.flatMap(({ figure }) => [
    figure.value ?? 0,
    figure.interval?.low ?? 0,
    figure.interval?.high ?? 0,
  ]);
  const low = Math.min(0, Math.floor(Math.min(...ends) * 5) / 5);
  const high = Math.max(1, Math.ceil(Math.max(...ends) * 5) / 5);
  const x = (value: number): number => LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - 30);
  const bottom = 14 + drawn.length * ROW;
  const steps = Array.from({ length: Math.round((high - low) / 0.2) + 1 }, (_, index) => low + index * 0.2);
  const shapes: Shape[] = steps.flatMap((step): Shape[] => [
    { kind: "line", x1: x(step), y1: 8, x2: x(step), y2: bottom, tone: "line", dashed: true },
    { kind: "text", x: x(step), y: bottom + 18, words: step.toFixed(1), anchor: "middle", tone: "soft" },
  ]);
  drawn.forEach(({ name, figure }, index) => {
    const y = 24 + index * ROW;
    const { interval } = figure;
    shapes.push({ kind: "text", x: LEFT - 14, y: y + 4, words: shortened(name), anchor: "end", tone: "ink" });
    if (interval) {
      shapes.push({ kind: "line", x1: x(interval.low), y1: y, x2: x(interval.high), y2: y, tone: "accent" });
      for (const end of [interval.low, interval.high]) {
        shapes.push({ kind: "line", x1: x(end), y1: y - 5, x2: x(end), y2: y + 5, tone: "accent" });
      }
    }
    shapes.push({ kind: "dot", x: x(figure.value ?? 0), y, radius: 5, tone: "accent" });
  });
  const words = drawn.map(({ name, figure }) => `${name}: ${figureText(figure, "en")}`).join("; ");
  return { width: WIDTH, height: bottom + 30, label: `${label}. ${words}`, shapes };
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length > 30 ? `${letters.slice(0, 29).join("")}…` : name;
}
