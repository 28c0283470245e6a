import { Button, NativeSelect, NumberInput, Switch, Textarea, TextInput } from "@mantine/core";
import { SCENE_LINES, sceneLines } from "@openempathic/experiences/story";
import type { SceneTask, StoryPersonEvent, StoryState, StoryWork } from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { SceneOutcome } from "./SceneOutcome.tsx";
import classes from "./Story.module.css";
import { useDraft } from "../council/use-draft.ts";

/** Other words for some lines by a language model, where one is connected; says what is lost where none is. */
export function ScenePanel(props: {
  readonly state: StoryState;
  readonly work: StoryWork;
  /** The line that one looks at. */
  readonly at: number;
  readonly onSend: (act: StoryPersonEvent) => void;
}) {
  const { t } = useTranslation("story");
  const { state, work, at, onSend } = props;
  const isConnected = useMe().data?.languageModel.connected ?? false;
  const { utterances } = work.script;
  const scene = state.scenes.findLast(({ script }) => script === work.seq);
  const first = utterances[at - 1]?.place.line ?? 1;
  const [from, setFrom] = useState<number>();
  const [to, setTo] = useState<number>();
  const [task, setTask] = useState<SceneTask>("rewrite");
  const [wish, setWish] = useDraft("story.wish");
  const [likes, setLikes] = useDraft("story.likes", state.reader.likes);
  const [avoids, setAvoids] = useDraft("story.avoids", state.reader.avoids);
  const [forReader, setForReader] = useState(false);
  const [start, end] = [from ?? first, Math.max(from ?? first, to ?? first + 5)];
  const inside = utterances.filter(({ place }) => place.line >= start && place.line <= end);
  const range = { from: inside[0]?.id ?? 0, to: inside.at(-1)?.id ?? 0 };
  const canAsk = inside.length > 0 && sceneLines(work, range).length > 0 && scene?.outcome.kind !== "waiting";
  function ask(event: React.SubmitEvent) {
    event.preventDefault();
    if (forReader && (likes !== state.reader.likes || avoids !== state.reader.avoids))
      onSend({ kind: "reader-described", likes, avoids });
    onSend({ kind: "scene-asked", ...range, task, wish, forReader });
  }
  if (!isConnected) {
    return (
      <section className={classes.card} aria-labelledby="story-scene">
        <h2 id="story-scene">{t("scene.title")}</h2>
        <p>{t("scene.without")}</p>
        {scene !== undefined && <SceneOutcome scene={scene} work={work} state={state} onSend={onSend} />}
      </section>
    );
  }
  return (
    <section className={classes.card} aria-labelledby="story-scene">
      <h2 id="story-scene">{t("scene.title")}</h2>
      <p className={classes.soft}>{t("scene.lead")}</p>
      <form onSubmit={ask} className={classes.form}>
        <div className={classes.row} style={{ marginTop: 0 }}>
          <NumberInput
            label={t("scene.from")}
            w={120}
            min={1}
            value={start}
            onChange={(value) => setFrom(Number(value) || undefined)}
          />
          <NumberInput
            label={t("scene.to")}
            w={120}
            min={1}
            value={end}
            onChange={(value) => setTo(Number(value) || undefined)}
          />
          <NativeSelect
            label={t("scene.task")}
            value={task}
            onChange={(event) => setTask(event.currentTarget.value === "anew" ? "anew" : "rewrite")}
            data={(["rewrite", "anew"] as const).map((value) => ({ value, label: t(`scene.${value}`) }))}
          />
        </div>
        <Textarea
          label={t("scene.wish")}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1000}
          value={wish}
          onChange={(event) => setWish(event.currentTarget.value)}
        />
        <Switch
          label={t("scene.forReader")}
          checked={forReader}
          onChange={(event) => setForReader(event.currentTarget.checked)}
        />
        {forReader && (
          <>
            <TextInput
              label={t("scene.likes")}
              maxLength={500}
              value={likes}
              onChange={(event) => setLikes(event.currentTarget.value)}
            />
            <TextInput
              label={t("scene.avoids")}
              maxLength={500}
              value={avoids}
              onChange={(event) => setAvoids(event.currentTarget.value)}
            />
          </>
        )}
        <Button type="submit" disabled={!canAsk}>
          {t("scene.ask")}
        </Button>
        <p className={classes.soft}>
          <small>
            {Object.values(state.intended).every(({ drawing }) => drawing === null) && t("scene.needsArc")}{" "}
            {inside.length > SCENE_LINES && t("scene.most", { count: SCENE_LINES })}
          </small>
        </p>
      </form>
      {scene !== undefined && <SceneOutcome scene={scene} work={work} state={state} onSend={onSend} />}
    </section>
  );
}
