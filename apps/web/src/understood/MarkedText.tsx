import type { Evidence } from "@openempathic/affect";
import { useTranslation } from "react-i18next";
import classes from "./MarkedText.module.css";
import { markText } from "./mark-text.ts";

/** A message with the words that counted marked. */
export function MarkedText({
  text,
  evidence,
}: {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}) {
  const { t } = useTranslation();
  return markText(text, evidence).map((stretch, index) =>
    stretch.category === undefined ? (
      <span key={index}>{stretch.text}</span>
    ) : (
      <mark
        key={index}
        className={classes.mark}
        title={t("understood.wordCounts", {
          text: stretch.text,
          category: t(`categories.${stretch.category}`),
        })}
      >
        {stretch.text}
      </mark>
    ),
  );
}
