import { NativeSelect } from "@mantine/core";
import type { ArcDrawing, ArcPoint } from "@openempathic/experiences/story";
import { useTranslation } from "react-i18next";
import { ArcPlot } from "./ArcPlot.tsx";
import classes from "./Story.module.css";
import type { StoryView } from "./use-story-view.ts";

/** The arc: whose it is, its picture, and the line on it that one looks at, by pointer or keys. */
export function ArcCard(props: {
  readonly view: StoryView;
  /** How many utterances the script has. */
  readonly all: number;
  readonly speaker: string | undefined;
  readonly onSpeaker: (speaker: string | undefined) => void;
  readonly dimension: "valence" | "arousal";
  readonly onDimension: (dimension: "valence" | "arousal") => void;
  /** The index of the point that one looks at. */
  readonly at: number;
  readonly onLook: (utterance: number) => void;
  readonly isDrawing: boolean;
  readonly onDraw: (drawing: ArcDrawing) => void;
}) {
  const { t } = useTranslation("story");
  const { view, all, speaker, onSpeaker, dimension, onDimension, at, onLook, isDrawing } = props;
  const point = view.points[at];
  const look = (next: ArcPoint | undefined) => {
    if (next !== undefined) onLook(next.utterance.id);
  };
  return (
    <section className={classes.card} aria-labelledby="story-arc">
      <h2 id="story-arc">{t("arc.title")}</h2>
      <div className={classes.row} style={{ marginTop: 0 }}>
        <NativeSelect
          label={t("arc.of")}
          value={speaker === undefined ? "" : `:${speaker}`}
          onChange={(event) =>
            onSpeaker(event.currentTarget.value === "" ? undefined : event.currentTarget.value.slice(1))
          }
          data={[
            { value: "", label: t("arc.reader") },
            ...view.speakers.map((name) => ({ value: `:${name}`, label: name })),
          ]}
        />
        <NativeSelect
          label={t("arc.dimension")}
          value={dimension}
          onChange={(event) => onDimension(event.currentTarget.value === "arousal" ? "arousal" : "valence")}
          data={(["valence", "arousal"] as const).map((value) => ({ value, label: t(`arc.${value}`) }))}
        />
      </div>
      <p role="status" className={classes.soft}>
        {view.done < all && t("arc.reading", { done: view.done, all })}
        {view.failed > 0 && t("arc.failed", { count: view.failed })}
        {view.done >= all && view.points.every(({ valence }) => valence === undefined) && t("arc.none")}
      </p>
      <ArcPlot
        points={view.points}
        dimension={dimension}
        drawing={view.drawing}
        selected={point}
        isDrawing={isDrawing && dimension === "valence"}
        marked={new Set(view.findings.map((each) => (each.kind === "jump" ? each.utterance : each.from)))}
        onSelect={onLook}
        onDraw={props.onDraw}
      />
      <label className={classes.slider}>
        {t("arc.line")}
        <input
          type="range"
          min={0}
          max={Math.max(0, view.points.length - 1)}
          value={at}
          aria-valuetext={point?.utterance.text}
          onChange={(event) => look(view.points[Number(event.currentTarget.value)])}
        />
      </label>
      <p className={classes.soft}>
        <small>
          {t("arc.legend")} {view.drawing !== null && dimension === "valence" && t("arc.legendMeant")}{" "}
          {t("arc.caution")}
        </small>
      </p>
      {dimension === "valence" && view.done >= all && view.points.length >= 6 && (
        <p className={classes.soft}>
          {view.nearest !== undefined && view.nearest.explained >= 0.3
            ? t("arc.nearest", {
                shape: t(`shape.${view.nearest.shape}`),
                percent: Math.round(100 * view.nearest.explained),
              })
            : t("arc.noNearest")}
        </p>
      )}
    </section>
  );
}
