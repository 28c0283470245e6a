import { Button } from "@mantine/core";
import type { CalmScript, SoundForm } from "@openempathic/experiences/calm";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../settings/save-file.ts";
import classes from "./PackButton.module.css";
import { askCalmWorker } from "./play/ask-calm-worker.ts";

/** Makes an exercise into one file to take along, beside the page. */
export function PackButton({ script }: { readonly script: CalmScript }) {
  const { t } = useTranslation("calm");
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState(false);
  const make = async (form: SoundForm) => {
    setFailed(false);
    setShare(0);
    try {
      const { file } = await askCalmWorker({ kind: "pack", script, form }, setShare);
      saveFile(file, `calm-${script.technique}-${script.language}.zip`);
    } catch {
      // Too little memory, most likely; the exercise itself is not touched by it.
      setFailed(true);
    }
    setShare(undefined);
  };
  return (
    <div className={classes.pack}>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden="true" />}
        disabled={share !== undefined}
        onClick={() => void make("wav")}
      >
        {t("ready.pack")}
      </Button>
      <Button variant="subtle" disabled={share !== undefined} onClick={() => void make("opus")}>
        {t("ready.packSmall")}
      </Button>
      <p role="status">
        {share === undefined ? t("ready.packHint") : t("ready.packing", { percent: Math.round(share * 100) })}
      </p>
      {failed && <p role="alert">{t("ready.packFailed")}</p>}
    </div>
  );
}
