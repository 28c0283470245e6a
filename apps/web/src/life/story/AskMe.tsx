import { Button, NativeSelect } from "@mantine/core";
import { isLifeChapter, LIFE_CHAPTERS } from "@openempathic/experiences";
import { isGraveRisk } from "@openempathic/govern";
import { useState } from "react";
import { goTo } from "../../app/route.ts";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";

/** Lets the person be asked one question, which then stands in the conversation. */
export function AskMe() {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [chapter, setChapter] = useState("");
  const isPaused = isGraveRisk(snapshot.state.latch.level);
  async function ask() {
    await store.send({ kind: "life-question-wished", ...(isLifeChapter(chapter) ? { chapter } : {}) });
    goTo({ kind: "conversation", sessionId: store.sessionId });
  }
  return (
    <section className={classes.card} data-no-print>
      <h2 className={classes.cardTitle}>{t("story.ask")}</h2>
      <p className={classes.soft}>{t(isPaused ? "story.askPaused" : "story.askLead")}</p>
      {!isPaused && (
        <div className={classes.fields}>
          <NativeSelect
            label={t("story.chapter")}
            size="md"
            value={chapter}
            data={[
              { value: "", label: t("story.askAny") },
              ...LIFE_CHAPTERS.map((id) => ({ value: id, label: t(`chapters.${id}`) })),
            ]}
            onChange={(event) => setChapter(event.currentTarget.value)}
          />
          <div className={classes.row}>
            <Button variant="light" onClick={() => void ask()}>
              {t("story.ask")}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
