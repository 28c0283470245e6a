import type { Brew } from "@openempathic/experiences/play";
import { useCallback, useEffect, useRef, useState } from "react";
import { brewPosition, brewStage } from "./brew-position.ts";
import type { BrewStage } from "./brew-position.ts";

/** A pot as it is worked: pressed once it begins to draw, pressed again it is poured. */
export interface Pot {
  readonly isDrawing: boolean;
  /** `undefined` while it stands still. */
  readonly stage: BrewStage | undefined;
  /** What moves with it. */
  readonly needle: React.RefObject<HTMLDivElement | null>;
  readonly press: () => void;
}

/** A pot that draws by the clock. Left alone, it is poured at the end of its time. */
export function usePot(brew: Brew, onPour: (position: number) => void): Pot {
  const [stage, setStage] = useState<BrewStage>();
  const begunAt = useRef<number>(undefined);
  const isPoured = useRef(false);
  const needle = useRef<HTMLDivElement>(null);
  const [isDrawing, setIsDrawing] = useState(false);

  const pour = useCallback(() => {
    if (isPoured.current || begunAt.current === undefined) return;
    isPoured.current = true;
    onPour(brewPosition(brew, performance.now() - begunAt.current));
  }, [brew, onPour]);
  const latestPour = useRef(pour);
  latestPour.current = pour;

  useEffect(() => {
    if (!isDrawing) return;
    let frame = 0;
    const move = (): void => {
      const position = brewPosition(brew, performance.now() - (begunAt.current ?? 0));
      needle.current?.style.setProperty("--drawn", position.toFixed(4));
      setStage(brewStage(brew, position));
      if (position >= 1) latestPour.current();
      else frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
    // A brew is told by its numbers: the state gives a new object at every rendering.
  }, [isDrawing, brew.durationMs, brew.centre, brew.width, brew.gusts]);

  const press = useCallback(() => {
    if (begunAt.current !== undefined) {
      latestPour.current();
      return;
    }
    begunAt.current = performance.now();
    setIsDrawing(true);
  }, []);
  return { isDrawing, stage, needle, press };
}
