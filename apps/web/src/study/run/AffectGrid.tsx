import { useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./AffectGrid.module.css";

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** A cross in the grid. */
export interface GridPlace {
  readonly pleasure: number;
  readonly arousal: number;
}

/**
 * The affect grid: pleasure from left to right, arousal from below to above, nine steps each. By keyboard the arrows move
 * the cross; it is one stop of the Tab key.
 */
export function AffectGrid(props: {
  readonly label: string;
  readonly value: GridPlace | undefined;
  readonly onChange: (value: GridPlace) => void;
}) {
  const { t } = useTranslation("study");
  const { label, value, onChange } = props;
  const grid = useRef<HTMLDivElement>(null);
  const at = value ?? { pleasure: 5, arousal: 5 };
  function move(event: React.KeyboardEvent) {
    const step = MOVES[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = { pleasure: within(at.pleasure + step[0]), arousal: within(at.arousal + step[1]) };
    onChange(next);
    const name = `${String(next.pleasure)}-${String(next.arousal)}`;
    grid.current?.querySelector<HTMLElement>(`[data-place="${name}"]`)?.focus();
  }
  return (
    <div className={classes.frame}>
      <span aria-hidden="true">{t("grid.aroused")}</span>
      <div ref={grid} role="grid" aria-label={label} className={classes.grid} onKeyDown={move}>
        {STEPS.toReversed().map((arousal) => (
          <div key={arousal} role="row" className={classes.line}>
            {STEPS.map((pleasure) => {
              const isChosen = value?.pleasure === pleasure && value.arousal === arousal;
              const isStop = at.pleasure === pleasure && at.arousal === arousal;
              return (
                <button
                  key={pleasure}
                  type="button"
                  role="gridcell"
                  className={classes.cell}
                  aria-selected={isChosen}
                  aria-label={t("grid.place", { pleasure, arousal })}
                  tabIndex={isStop ? 0 : -1}
                  data-place={`${String(pleasure)}-${String(arousal)}`}
                  data-middle={pleasure === 5 || arousal === 5 || undefined}
                  onClick={() => onChange({ pleasure, arousal })}
                />
              );
            })}
          </div>
        ))}
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>{t("grid.unpleasant")}</span>
        <span>{t("grid.sleepy")}</span>
        <span>{t("grid.pleasant")}</span>
      </div>
    </div>
  );
}

const MOVES: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function within(step: number): number {
  return Math.min(9, Math.max(1, step));
}
