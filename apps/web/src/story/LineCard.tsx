import { NativeSelect } from "@mantine/core";
import { CATEGORIES, isCategoryId } from "@openempathic/affect";
import { clearFeeling } from "@openempathic/experiences/story";
import type { ArcPoint, StoryPersonEvent, StoryWork } from "@openempathic/experiences/story";
import { useTranslation } from "react-i18next";
import { toPercent } from "../understood/category-views.ts";
import classes from "./Story.module.css";

/** The line that one looks at: its words, its place, what it sounds like, and its mood in the writer's own word. */
export function LineCard(props: {
  readonly point: ArcPoint;
  readonly work: StoryWork;
  readonly onSend: (act: StoryPersonEvent) => void;
}) {
  const { t } = useTranslation("story");
  const { t: house } = useTranslation();
  const { utterance, alone } = props.point;
  const { id, kind, speaker, text, place, mood: tagged } = utterance;
  const heard = clearFeeling(alone);
  const own = props.work.moods[id];
  const who = speaker ?? t(kind === "choice" ? "line.choice" : "line.narrator");
  return (
    <section className={classes.card} aria-labelledby="story-line">
      <h2 id="story-line" tabIndex={-1}>
        {t("line.title")}
      </h2>
      <div aria-live="polite">
        <p className={classes.soft}>
          {who} · {t("line.place", { line: place.line, column: place.column })}
        </p>
        <blockquote className={classes.quote}>{text}</blockquote>
        <p>
          {alone === undefined && t("line.unread")}
          {alone !== undefined && heard === undefined && t("line.unclear")}
          {heard !== undefined &&
            t("line.sounds", {
              feeling: house(`categories.${heard.category}`),
              percent: toPercent(heard.likelihood),
            })}
        </p>
        {tagged !== undefined && <p className={classes.soft}>{t("line.tagged", { mood: tagged })}</p>}
      </div>
      <NativeSelect
        label={t("line.mood")}
        maw={320}
        value={own === undefined ? "as-read" : (own ?? "none")}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const mood = value === "none" || isCategoryId(value) ? value : "as-read";
          props.onSend({ kind: "mood-set", of: id, mood });
        }}
        data={[
          { value: "as-read", label: t("line.asRead") },
          { value: "none", label: t("line.noMood") },
          ...CATEGORIES.map((category) => ({
            value: category.id,
            label: house(`categories.${category.id}`),
          })),
        ]}
      />
    </section>
  );
}
