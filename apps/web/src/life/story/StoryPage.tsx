import { Button } from "@mantine/core";
import { chaptersOf, type LifeChapter, type Passage } from "@openempathic/experiences";
import { useState } from "react";
import { newKey } from "../../session/new-key.ts";
import { useSession } from "../../session/use-session.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { AskMe } from "./AskMe.tsx";
import { BringAlong } from "./BringAlong.tsx";
import { PassageForm } from "./PassageForm.tsx";
import { PassageItem } from "./PassageItem.tsx";
import { PassageProposalCard } from "./PassageProposalCard.tsx";
import story from "./Story.module.css";
import { TakeAlong } from "./TakeAlong.tsx";

/** The life story as a small book: read, written, changed, forgotten, printed and taken along. */
export function StoryPage() {
  const { t } = useLifeTexts();
  const { store, snapshot } = useSession();
  const [forgotten, setForgotten] = useState<Passage>();
  const [chapter, setChapter] = useState<LifeChapter>("childhood");
  const { life } = snapshot.state;
  const chapters = chaptersOf(life);

  function forget(passage: Passage) {
    void store.send({ kind: "life-forgotten", passageId: passage.passageId });
    setForgotten(passage);
  }

  function putBack({ chapter: into, text }: Passage) {
    // Under a new id: what was forgotten stays forgotten, and this page says the words anew.
    void store.send({ kind: "life-added", passageId: newKey(), chapter: into, text });
    setForgotten(undefined);
  }

  return (
    <>
      <p className={classes.soft} data-no-print>
        {t("story.use")}
      </p>
      <div data-no-print>
        {life.proposals.map((proposal) => (
          <PassageProposalCard key={proposal.passageId} proposal={proposal} />
        ))}
      </div>
      <div role="status" data-no-print>
        {forgotten !== undefined && (
          <p className={classes.undo}>
            {t("story.forgotten")} {t("story.undoHint")}
            <Button size="compact-md" variant="subtle" onClick={() => putBack(forgotten)}>
              {t("undo")}
            </Button>
          </p>
        )}
      </div>
      <article className={story.book} aria-label={t("story.title")}>
        {chapters.length === 0 && <p className={story.empty}>{t("story.empty")}</p>}
        {chapters.map(({ chapter: id, passages }) => (
          <section key={id} aria-labelledby={`chapter-${id}`}>
            <h2 id={`chapter-${id}`} className={story.chapter}>
              {t(`chapters.${id}`)}
            </h2>
            {passages.map((passage) => (
              <PassageItem key={passage.passageId} passage={passage} onForget={() => forget(passage)} />
            ))}
          </section>
        ))}
      </article>
      <section className={classes.card} data-no-print>
        <h2 className={classes.cardTitle}>{t("story.add")}</h2>
        <PassageForm
          chapter={chapter}
          submit={t("story.addButton")}
          onSave={(saved) => {
            setChapter(saved.chapter);
            void store.send({ kind: "life-added", passageId: newKey(), ...saved });
          }}
        />
      </section>
      <AskMe />
      {chapters.length > 0 && <TakeAlong />}
      <BringAlong />
    </>
  );
}
