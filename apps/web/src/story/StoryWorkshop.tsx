import { Button } from "@mantine/core";
import type { StoryPersonEvent, StoryState, StoryWork } from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { ArcCard } from "./ArcCard.tsx";
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
  // From a list further down: eyes, keyboard and reader go on at the line itself.
  const goTo = (utterance: number) => {
    look(utterance);
    document.getElementById("story-line")?.focus();
  };
  return (
    <ExperienceFrame title={work.name} session={session} wide>
      <div className={classes.place}>
        <div className={classes.side}>
          <ArcCard
            view={view}
            all={all}
            speaker={speaker}
            onSpeaker={setSpeaker}
            dimension={dimension}
            onDimension={setDimension}
            at={at}
            onLook={look}
            isDrawing={isDrawing}
            onDraw={(drawing) => send({ kind: "arc-intended", ...of, drawing })}
          />
          {point !== undefined && <LineCard point={point} work={work} onSend={send} />}
          <FindingList view={view} script={work.script} isDone={view.done >= all} onLook={goTo} />
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
