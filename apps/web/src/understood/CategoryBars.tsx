import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { strengthOf, toPercent, type CategoryView } from "./category-views.ts";
import classes from "./CategoryBars.module.css";

/** Categories as bars, each with its words, its figure and a line for how unsure that is. */
export function CategoryBars({ views }: { readonly views: readonly CategoryView[] }) {
  const { t } = useTranslation();
  const hasBounds = views.some(({ low }) => low !== undefined);
  return (
    <>
      <ul className={classes.bars}>
        {views.map((view) => (
          <Bar key={view.id} view={view} />
        ))}
      </ul>
      <p className={classes.help}>{t(hasBounds ? "understood.barHelp" : "understood.barHelpPlain")}</p>
    </>
  );
}

function Bar({ view }: { readonly view: CategoryView }) {
  const { t } = useTranslation();
  const { likelihood, low, high } = view;
  const percent = toPercent(likelihood);
  const figure =
    low === undefined || high === undefined
      ? t("understood.percent", { percent })
      : t("understood.interval", { percent, low: toPercent(low), high: toPercent(high) });
  return (
    <li>
      <div className={classes.label}>
        <span>
          <span className={classes.strength}>{t(`understood.strength.${strengthOf(likelihood)}`)}</span>{" "}
          <strong>{t(`categories.${view.id}`)}</strong>
        </span>
        <span className={classes.figure} aria-hidden="true">
          {t("understood.percent", { percent })}
        </span>
        <VisuallyHidden>{figure}</VisuallyHidden>
      </div>
      <div className={classes.track} aria-hidden="true" title={figure}>
        <div className={classes.bar} style={{ width: `${String(likelihood * 100)}%` }} />
        {low !== undefined && high !== undefined && (
          <div
            className={classes.whisker}
            style={{ left: `${String(low * 100)}%`, width: `${String((high - low) * 100)}%` }}
          />
        )}
      </div>
    </li>
  );
}
