import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import type { Digest } from "@openempathic/experiences";
import { IconCheck, IconCopy, IconDownload, IconMail, IconTrash } from "@tabler/icons-react";
import { useSession } from "../../session/use-session.ts";
import { saveFile } from "../../settings/save-file.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import styles from "./Digest.module.css";

/** What the person approved, latest first: theirs to copy, download or mail, and to forget here. */
export function ApprovedDigests() {
  const { t } = useLifeTexts();
  const { snapshot } = useSession();
  const { digests } = snapshot.state;
  if (digests.length === 0) return null;
  return (
    <section className={classes.card} aria-label={t("digest.given")}>
      <h2 className={classes.cardTitle}>{t("digest.given")}</h2>
      <p className={classes.soft}>{t("digest.givenLead")}</p>
      <ul className={classes.list}>
        {digests.toReversed().map((digest) => (
          <ApprovedDigest key={digest.digestId} digest={digest} />
        ))}
      </ul>
      <p className={classes.soft}>{t("digest.forgetLead")}</p>
    </section>
  );
}

function ApprovedDigest({ digest }: { readonly digest: Digest }) {
  const { t, i18n } = useLifeTexts();
  const { store } = useSession();
  const clipboard = useClipboard({ timeout: 2500 });
  const { digestId, text, atMs } = digest;
  const date = new Date(atMs).toLocaleDateString(i18n.language, { dateStyle: "long" });
  const mail = `mailto:?subject=${encodeURIComponent(t("digest.subject"))}&body=${encodeURIComponent(text)}`;
  return (
    <li className={classes.item}>
      <h3 className={classes.itemTitle}>{t("digest.of", { date })}</h3>
      <blockquote className={styles.preview}>{text}</blockquote>
      <div className={classes.row}>
        <Button
          variant="light"
          leftSection={clipboard.copied ? <IconCheck size={17} /> : <IconCopy size={17} />}
          onClick={() => clipboard.copy(text)}
        >
          <span aria-live="polite">{t(clipboard.copied ? "digest.copied" : "digest.copy")}</span>
        </Button>
        <Button
          variant="light"
          leftSection={<IconDownload size={17} />}
          onClick={() => saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), t("digest.file"))}
        >
          {t("digest.download")}
        </Button>
        <Button variant="light" component="a" href={mail} leftSection={<IconMail size={17} />}>
          {t("digest.mail")}
        </Button>
        <Button
          variant="subtle"
          color="clay"
          leftSection={<IconTrash size={17} />}
          onClick={() => void store.send({ kind: "digest-forgotten", digestId })}
        >
          {t("digest.forget")}
        </Button>
      </div>
    </li>
  );
}
