import { VisuallyHidden } from "@mantine/core";
import type { Brew, Tea } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";
import classes from "./Brewing.module.css";
import type { Pot } from "./use-pot.ts";

/** The pot as it draws: from pale to dark, with the time in which it is right. Its stages are read out. */
export function Gauge({ brew, tea, pot }: { readonly brew: Brew; readonly tea: Tea; readonly pot: Pot }) {
  const { t } = useTranslation("play");
  const band = {
    insetInlineStart: `${((brew.centre - brew.width / 2) * 100).toFixed(2)}%`,
    width: `${(brew.width * 100).toFixed(2)}%`,
  };
  return (
    <div className={classes.pot} ref={pot.needle} data-drawing={pot.isDrawing || undefined}>
      <div className={classes.track} data-tea={tea} role="img" aria-label={t("brew.gauge")}>
        <div className={classes.band} style={band} data-right={pot.stage === "right" || undefined} />
        <div className={classes.needle} />
      </div>
      <p className={classes.stage} aria-hidden="true">
        {pot.stage === undefined ? " " : t(`brew.stages.${pot.stage}`)}
      </p>
      <VisuallyHidden role="status" aria-live="assertive">
        {pot.stage === undefined ? "" : t(`brew.stages.${pot.stage}`)}
      </VisuallyHidden>
    </div>
  );
}
