import { Button } from "@mantine/core";
import { lifeBook, lifeMarkdown } from "@openempathic/experiences";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useSession } from "../../session/use-session.ts";
import { saveFile } from "../../settings/save-file.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";

/** The book on paper, and as a file. */
export function TakeAlong() {
  const { t, i18n } = useLifeTexts();
  const { snapshot } = useSession();
  const { life } = snapshot.state;
  const language = i18n.language === "de" ? "de" : "en";
  const name = t("story.file");
  const markdown = () =>
    saveFile(new Blob([lifeMarkdown(life, language)], { type: "text/markdown;charset=utf-8" }), `${name}.md`);
  const data = () => {
    const json = JSON.stringify(lifeBook(life, language), null, 2);
    saveFile(new Blob([json], { type: "application/json" }), `${name}.json`);
  };
  return (
    <section className={classes.card} data-no-print>
      <h2 className={classes.cardTitle}>{t("story.take")}</h2>
      <div className={classes.row} style={{ marginTop: 14 }}>
        <Button variant="light" leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>
          {t("story.print")}
        </Button>
        <Button variant="light" leftSection={<IconDownload size={17} />} onClick={markdown}>
          {t("story.markdown")}
        </Button>
        <Button variant="light" leftSection={<IconDownload size={17} />} onClick={data}>
          {t("story.json")}
        </Button>
      </div>
    </section>
  );
}
