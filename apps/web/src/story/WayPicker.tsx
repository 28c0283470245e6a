import { NativeSelect } from "@mantine/core";
import type { Exit, Path, StoryPersonEvent, StoryWork } from "@openempathic/experiences/story";
import { useTranslation } from "react-i18next";
import classes from "./Story.module.css";

/** Where the story forks on the way, and what is taken there. */
export function WayPicker(props: {
  readonly work: StoryWork;
  readonly path: Path;
  readonly onSend: (act: StoryPersonEvent) => void;
}) {
  const { t } = useTranslation("story");
  const { work, path, onSend } = props;
  const { blocks, utterances } = work.script;
  const nameOf = (exit: Exit | undefined): string => {
    if (exit?.choice !== undefined) return utterances[exit.choice - 1]?.text ?? "";
    return exit?.condition === undefined || exit.condition === "else"
      ? t("way.else")
      : t("way.if", { condition: exit.condition });
  };
  return (
    <section className={classes.card} aria-labelledby="story-way">
      <h2 id="story-way">{t("way.title")}</h2>
      <p className={classes.soft}>{t(path.forks.length === 0 ? "way.straight" : "way.lead")}</p>
      <ol className={classes.forks}>
        {path.forks.map(({ block, visit, open, taken, after }, index) => {
          const before = utterances[(path.utterances[after - 1] ?? 0) - 1]?.place.line;
          const number = index + 1;
          return (
            <li key={`${block} ${visit}`}>
              <NativeSelect
                label={
                  before === undefined
                    ? t("way.forkFirst", { number })
                    : t("way.fork", { number, line: before })
                }
                value={String(taken)}
                onChange={(event) =>
                  onSend({ kind: "fork-picked", block, visit, exit: Number(event.currentTarget.value) })
                }
                data={[...new Set([...open, taken])].map((exit) => ({
                  value: String(exit),
                  label: nameOf(blocks[block]?.exits[exit]),
                }))}
              />
            </li>
          );
        })}
      </ol>
      {path.end !== "end" && <p className={classes.soft}>{t(`way.end.${path.end}`)}</p>}
    </section>
  );
}
