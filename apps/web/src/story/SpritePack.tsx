import { Button, FileButton, NativeSelect } from "@mantine/core";
import { readSpritePack, SPRITE_LIMITS, writeSpritePack } from "@openempathic/experiences/story";
import type { ExpressionManifest, Sprite, SpriteFault } from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../settings/save-file.ts";
import classes from "./Story.module.css";

/** The pictures of each who speaks. */
export type PacksByName = Readonly<Record<string, readonly Sprite[]>>;

/** Pictures for a character from a SillyTavern pack, and back into one. They do not leave this device. */
export function SpritePack(props: {
  readonly manifest: ExpressionManifest;
  readonly packs: PacksByName;
  readonly onPacks: (packs: PacksByName) => void;
}) {
  const { t } = useTranslation("story");
  const { manifest, packs, onPacks } = props;
  const names = manifest.characters.map(({ name }) => name);
  const [chosen, setChosen] = useState<string>();
  const [fault, setFault] = useState<SpriteFault>();
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const name = chosen !== undefined && names.includes(chosen) ? chosen : (names[0] ?? "");
  const sprites = packs[name] ?? [];
  const lacks = (manifest.characters.find((each) => each.name === name)?.needs ?? []).filter(
    (need) => !sprites.some(({ expression }) => expression === need),
  );
  async function open(file: File | null): Promise<void> {
    if (file === null) return;
    const reading =
      file.size > SPRITE_LIMITS.bytes
        ? ({ kind: "faulty", reason: "too-large" } as const)
        : readSpritePack(new Uint8Array(await file.arrayBuffer()));
    setFault(reading.kind === "faulty" ? reading.reason : undefined);
    setLeftOut(reading.kind === "read" ? reading.leftOut : []);
    if (reading.kind === "read") onPacks({ ...packs, [name]: reading.sprites });
  }
  return (
    <details className={classes.rule}>
      <summary>{t("out.sprites")}</summary>
      <p className={classes.soft}>{t("out.spritesHelp")}</p>
      <NativeSelect
        label={t("out.spritesFor")}
        value={name}
        data={names}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <FileButton accept=".zip" onChange={(file) => void open(file)}>
          {(button) => (
            <Button variant="default" {...button}>
              {t("out.spritesOpen")}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          disabled={sprites.length === 0}
          onClick={() => {
            // The copy is an ordinary buffer, which is what a Blob takes.
            saveFile(
              new Blob([new Uint8Array(writeSpritePack(sprites))], { type: "application/zip" }),
              `${name}.zip`,
            );
          }}
        >
          {t("out.spritesSave")}
        </Button>
      </div>
      <div role="status">
        {fault !== undefined && <p className={classes.alert}>{t(`out.fault.${fault}`)}</p>}
        {sprites.length > 0 && <p>{t("out.spritesRead", { count: sprites.length, name })}</p>}
        {leftOut.length > 0 && <p>{t("out.spritesLeft", { names: leftOut.slice(0, 10).join(", ") })}</p>}
        {sprites.length > 0 && lacks.length > 0 && (
          <p>{t("out.spritesLacks", { names: lacks.join(", ") })}</p>
        )}
      </div>
    </details>
  );
}
