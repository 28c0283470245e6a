import { Button } from "@mantine/core";
import type { StudyProtocol } from "@openempathic/experiences/study";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../settings/save-file.ts";
import classes from "../Study.module.css";

/** A plan that can no longer be changed: what stands in it, its hash, and its file. */
export function FrozenPlan(props: {
  readonly protocol: StudyProtocol;
  readonly frozen: { readonly hash: string; readonly atMs: number };
}) {
  const { t, i18n } = useTranslation("study");
  const { protocol, frozen } = props;
  const when = new Date(frozen.atMs).toLocaleString(i18n.language, { dateStyle: "long", timeStyle: "short" });
  const save = () =>
    saveFile(
      new Blob([`${JSON.stringify(protocol, null, 2)}\n`], { type: "application/json" }),
      "study-protocol.json",
    );
  return (
    <section className={classes.card} aria-labelledby="plan-frozen">
      <h2 id="plan-frozen">{t("frozen.title")}</h2>
      <p>{t("frozen.lead", { when, version: protocol.version })}</p>
      <code className={classes.hash}>{frozen.hash}</code>
      <ol className={classes.tasks}>
        {protocol.tasks.map(({ id, title, kind }) => (
          <li key={id} className={classes.task}>
            <strong>{title}</strong> <small className={classes.soft}>{t(`kind.${kind}`)}</small>
          </li>
        ))}
      </ol>
      <div className={classes.row}>
        <Button variant="light" onClick={save}>
          {t("frozen.save")}
        </Button>
      </div>
      <p className={classes.soft}>{t("frozen.new")}</p>
    </section>
  );
}
