import type { MessageEntry } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { saidIn, strengthOf, toPercent, viewsOfEstimate } from "./category-views.ts";

/** One line on a message: what the person said of it, else what it sounds like, else that it cannot be told. */
export function SoundsLike({ entry }: { readonly entry: MessageEntry }) {
  const { t } = useTranslation();
  const { estimate, selfReport } = entry;
  if (selfReport !== undefined) {
    const { yes, no } = saidIn(selfReport.likelihood);
    const named = yes.map((id) => t(`categories.${id}`));
    const ruledOut = no.map((id) => t("selfReport.saidNot", { what: t(`categories.${id}`) }));
    const words = selfReport.words === undefined ? [] : [`“${selfReport.words}”`];
    const what = [...words, ...named, ...(words.length + named.length > 0 ? [] : ruledOut)].join(", ");
    return <>{t("selfReport.said", { what })}</>;
  }
  if (estimate === undefined) return null;
  if (estimate.abstained !== null) return <>{t("understood.cannotTell")}</>;
  const [first, second] = viewsOfEstimate(estimate);
  if (first === undefined) return <>{t("understood.nothingClear")}</>;
  const strength = t(`understood.strength.${strengthOf(first.likelihood)}`);
  const names = [first, second].flatMap((view) =>
    view === undefined || view.likelihood < first.likelihood / 2 ? [] : [t(`categories.${view.id}`)],
  );
  return (
    <>
      {strength} {names.join(", ")} · {t("understood.percent", { percent: toPercent(first.likelihood) })}
    </>
  );
}
