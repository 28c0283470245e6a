import { Button, NativeSelect } from "@mantine/core";
import type { StoryPersonEvent, StoryState, StoryWork } from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { ArcPlot } from "./ArcPlot.tsx";
import { BringScript } from "./BringScript.tsx";
import { FindingList } from "./FindingList.tsx";
import { IntendedArcPanel } from "./IntendedArcPanel.tsx";
import { LineCard } from "./LineCard.tsx";
import { ScenePanel } from "./ScenePanel.tsx";
import classes from "./Story.module.css";
import { TakeOut } from "./TakeOut.tsx";
import { useStoryView } from "./use-story-view.ts";
import { WayPicker } from "./WayPicker.tsx";

/** A script with its arc, what is intended, what is worth a look, and what to take along. */
export function StoryWorkshop(props: {
  readonly session: ExperienceSession<StoryState, StoryPersonEvent>;
  readonly state: StoryState;
  readonly work: StoryWork;
}) {
  const { t } = useTranslation("story");
  const { session, state, work } = props;
  const [speaker, setSpeaker] = useState<string>();
  const [dimension, setDimension] = useState<"valence" | "arousal">("valence");
  const [selected, setSelected] = useState<number>();
  const [isDrawing, setDrawing] = useState(false);
  const [isBringing, setBringing] = useState(false);
  const view = useStoryView(state, work, speaker);
  const send = (act: StoryPersonEvent) => void session.send(act);
  const of = speaker === undefined ? {} : { speaker };
  const at = Math.max(
    0,
    view.points.findIndex(({ utterance }) => utterance.id === selected),
  );
  const point = view.points[at];
  const all = work.script.utterances.length;
  const look = (utterance: number) => {
    if (!view.points.some((each) => each.utterance.id === utterance)) setSpeaker(undefined);
    setSelected(utterance);
  };
  return (
    <ExperienceFrame title={work.name} session={session} wide>
      <div className={classes.place}>
        <div className={classes.side}>
          <section className={classes.card} aria-labelledby="story-arc">
            <h2 id="story-arc">{t("arc.title")}</h2>
            <div className={classes.row} style={{ marginTop: 0 }}>
              <NativeSelect
                label={t("arc.of")}
                value={speaker === undefined ? "" : `:${speaker}`}
                onChange={(event) =>
                  setSpeaker(
                    event.currentTarget.value === "" ? undefined : event.currentTarget.value.slice(1),
                  )
                }
                data={[
                  { value: "", label: t("arc.reader") },
                  ...view.speakers.map((name) => ({ value: `:${name}`, label: name })),
                ]}
              />
              <NativeSelect
                label={t("arc.dimension")}
                value={dimension}
                onChange={(event) =>
                  setDimension(event.currentTarget.value === "arousal" ? "arousal" : "valence")
                }
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
              marked={
                new Set(view.findings.map((each) => (each.kind === "jump" ? each.utterance : each.from)))
              }
              onSelect={look}
              onDraw={(drawing) => send({ kind: "arc-intended", ...of, drawing })}
            />
            <label className={classes.slider}>
              {t("arc.line")}
              <input
                type="range"
                min={0}
                max={Math.max(0, view.points.length - 1)}
                value={at}
                aria-valuetext={point?.utterance.text}
                onChange={(event) =>
                  setSelected(view.points[Number(event.currentTarget.value)]?.utterance.id)
                }
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
          {point !== undefined && <LineCard point={point} work={work} onSend={send} />}
          <FindingList view={view} script={work.script} isDone={view.done >= all} onLook={look} />
          <ScenePanel state={state} work={work} at={point?.utterance.id ?? 1} onSend={send} />
        </div>
        <div className={classes.side}>
          <IntendedArcPanel
            drawing={view.drawing}
            canUndo={
              (state.intended[speaker === undefined ? "reader" : `speaker:${speaker}`]?.before.length ?? 0) >
              0
            }
            isDrawing={isDrawing}
            onDrawing={(on) => {
              setDrawing(on);
              if (on) setDimension("valence");
            }}
            onIntend={(drawing) => send({ kind: "arc-intended", ...of, drawing })}
            onUndo={() => send({ kind: "arc-undone", ...of })}
          />
          <WayPicker work={work} path={view.path} onSend={send} />
          <TakeOut
            state={state}
            work={work}
            points={view.reader}
            drawing={state.intended["reader"]?.drawing ?? null}
          />
          {isBringing ? (
            <BringScript
              onBring={(act) => {
                setBringing(false);
                setSelected(undefined);
                setSpeaker(undefined);
                send(act);
              }}
            />
          ) : (
            <Button variant="default" onClick={() => setBringing(true)}>
              {t("bring.other")}
            </Button>
          )}
        </div>
      </div>
    </ExperienceFrame>
  );
}
