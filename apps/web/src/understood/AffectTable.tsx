import type { Spread } from "@openempathic/affect";
import type { AffectPoint } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import classes from "./AffectTable.module.css";

/** The plot's figures, for whoever reads them better than lines. */
export function AffectTable({ points }: { readonly points: readonly AffectPoint[] }) {
  const { t } = useTranslation();
  const figure = (spread: Spread | undefined) =>
    spread === undefined
      ? t("plot.notAssessed")
      : t("plot.value", { mean: spread.mean.toFixed(2), sd: spread.sd.toFixed(2) });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("plot.messageNo")}</th>
          <th scope="col">{t("plot.valence")}</th>
          <th scope="col">{t("plot.arousal")}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={index}>
            <th scope="row">{index + 1}</th>
            <td>{figure(point.valence)}</td>
            <td>{figure(point.arousal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
