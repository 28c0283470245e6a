import { Button } from "@mantine/core";
import { identifyLanguageOf } from "./script-language.ts";
import {
  expressionManifest,
  moodFor,
  storyExport,
  tagScript,
  writeActingNotes,
  writeSsml,
} from "@openempathic/experiences/story";
import type {
  ArcDrawing,
  ArcPoint,
  ScriptFormat,
  StoryState,
  StoryWork,
} from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import { saveFile } from "../settings/save-file.ts";
import { SpritePack } from "./SpritePack.tsx";
import type { PacksByName } from "./SpritePack.tsx";
import classes from "./Story.module.css";

const ENDINGS: Readonly<Record<ScriptFormat, string>> = {
  ink: "ink",
  twee: "twee",
  twine: "html",
  yarn: "yarn",
  fountain: "fountain",
  text: "txt",
};

/** What can be taken along, each as a file. */
export function TakeOut(props: {
  readonly state: StoryState;
  readonly work: StoryWork;
  readonly points: readonly ArcPoint[];
  readonly drawing: ArcDrawing | null;
}) {
  const { t, i18n } = useTranslation("story");
  const { t: house } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const { state, work, points, drawing } = props;
  const [packs, setPacks] = useState<PacksByName>({});
  const { readings } = state;
  const { moods, script, source } = work;
  const stem =
    work.name
      .replace(/\.[^.]*$/u, "")
      .replace(/[^\p{L}\p{N}_-]+/gu, "-")
      .slice(0, 60) || "story";
  const save = (text: string, ending: string) =>
    saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), `${stem}.${ending}`);
  const json = (data: object) => `${JSON.stringify(data, null, 2)}\n`;
  const pictures = Object.fromEntries(
    Object.entries(packs).map(([name, sprites]) => [
      name,
      Object.fromEntries(sprites.toReversed().map((sprite) => [sprite.expression, sprite.name])),
    ]),
  );
  const manifest = expressionManifest(script, { readings, moods, pictures });
  const ways: readonly (readonly [
    key: "tagged" | "manifest" | "ssml" | "notes" | "json",
    run: () => void,
  ])[] = [
    [
      "tagged",
      () =>
        save(
          tagScript(source, script, (each) => moodFor(each, { readings, moods })),
          `moods.${ENDINGS[script.format]}`,
        ),
    ],
    ["manifest", () => save(json(manifest), "expressions.json")],
    ["ssml", () => save(writeSsml(points, identifyLanguageOf(points)), "ssml")],
    [
      "notes",
      () =>
        save(
          writeActingNotes(points, {
            title: work.name,
            language,
            nameOf: (category) => house(`categories.${category}`),
            ...(drawing === null ? {} : { drawing }),
          }),
          "notes.md",
        ),
    ],
    ["json", () => save(json(storyExport(state, work)), "story.json")],
  ];
  return (
    <section className={classes.card} aria-labelledby="story-out">
      <h2 id="story-out">{t("out.title")}</h2>
      <div className={classes.files}>
        {ways.map(([key, run]) => (
          <Button key={key} variant="default" onClick={run}>
            {t(`out.${key}`)}
          </Button>
        ))}
      </div>
      {manifest.characters.length > 0 && <SpritePack manifest={manifest} packs={packs} onPacks={setPacks} />}
    </section>
  );
}
