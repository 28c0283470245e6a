import { Button } from "@mantine/core";
import type { Script } from "@openempathic/experiences/story";
import { useTranslation } from "react-i18next";
import { toPercent } from "../understood/category-views.ts";
import classes from "./Story.module.css";
import type { StoryView } from "./use-story-view.ts";

/** Jumps without a cause and flat stretches, each leading to its line, with the rule by which they are found. */
export function FindingList(props: {
  readonly view: StoryView;
  readonly script: Script;
  readonly isDone: boolean;
  readonly onLook: (utterance: number) => void;
}) {
  const { t } = useTranslation("story");
  const { t: house } = useTranslation();
  const { view, script, isDone, onLook } = props;
  return (
    <section className={classes.card} aria-labelledby="story-find">
      <h2 id="story-find">{t("find.title")}</h2>
      {!isDone && <p className={classes.soft}>{t("find.reading")}</p>}
      {isDone && view.findings.length === 0 && <p>{t("find.none")}</p>}
      <ul className={classes.findings}>
        {view.findings.map((finding) => {
          const id = finding.kind === "jump" ? finding.utterance : finding.from;
          return (
            <li key={`${finding.kind} ${id}`}>
              <p>
                {finding.kind === "jump"
                  ? t("find.jump", {
                      speaker: finding.speaker,
                      feeling: house(`categories.${finding.category}`),
                    })
                  : t("find.flat", { count: finding.utterances })}{" "}
                <small className={classes.soft}>
                  ({t("find.sure", { percent: toPercent(finding.sure) })})
                </small>
              </p>
              <Button size="sm" mih={44} variant="light" onClick={() => onLook(id)}>
                {t("find.at", { line: script.utterances[id - 1]?.place.line ?? 0 })}
              </Button>
            </li>
          );
        })}
      </ul>
      <details className={classes.rule}>
        <summary>{t("find.rule")}</summary>
        <p>{t("find.ruleJump")}</p>
        <p>{t("find.ruleFlat")}</p>
      </details>
    </section>
  );
}
