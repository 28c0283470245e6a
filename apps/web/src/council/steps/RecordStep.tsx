import { Anchor, Button } from "@mantine/core";
import {
  councilMarkdown,
  earlierOf,
  fingerprintOf,
  writeCouncilRecord,
} from "@openempathic/experiences/council";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { saveFile } from "../../settings/save-file.ts";
import { useCouncil } from "../council-context.ts";
import classes from "../Council.module.css";
import { Paper } from "../Paper.tsx";

/** The record as it reads now, as files to take along, with what was said earlier and its fingerprint. */
export function RecordStep() {
  const { t, i18n } = useTranslation("council");
  const api = useApi();
  const { sessionId, state } = useCouncil();
  const paper = councilMarkdown(state);
  const earlier = earlierOf(state);
  const saveJson = useMutation({
    // From the server's events as this person may see them: what is on its way is not in the record yet.
    mutationFn: async () => writeCouncilRecord(await api.councilEvents(sessionId)),
    onSuccess: (text) => saveFile(new Blob([text], { type: "application/json" }), "council-record.json"),
  });
  return (
    <>
      <div className={classes.row}>
        <Button
          variant="light"
          leftSection={<IconDownload size={18} />}
          onClick={() => saveFile(new Blob([paper], { type: "text/markdown" }), "council-record.md")}
        >
          {t("record.markdown")}
        </Button>
        <Button
          variant="light"
          leftSection={<IconDownload size={18} />}
          loading={saveJson.isPending}
          onClick={() => saveJson.mutate()}
        >
          {t("record.json")}
        </Button>
      </div>
      <h3 className={classes.sub}>{t("record.fingerprint")}</h3>
      <p>
        <span className={classes.fingerprint}>{fingerprintOf(state.head)}</span>{" "}
        <span className={classes.soft}>({t("record.entries", { count: state.length })})</span>
      </p>
      <p className={classes.soft}>{t("record.fingerprintHelp")}</p>
      <p>
        <Anchor href="#/council/verify">{t("verifyLink")}</Anchor>
      </p>
      <h3 className={classes.sub}>{t("record.print")}</h3>
      <Paper markdown={paper} label={t("record.print")} level={4} />
      <h3 className={classes.sub}>{t("record.earlier")}</h3>
      {earlier.length === 0 ? (
        <p className={classes.soft}>{t("record.noEarlier")}</p>
      ) : (
        <ul className={classes.list}>
          {earlier.map(({ seq, atMs, words, why }) => (
            <li key={seq} className={classes.item}>
              {words}
              <div className={classes.soft}>
                {new Date(atMs).toLocaleString(i18n.language, { dateStyle: "medium", timeStyle: "short" })} ·{" "}
                {t(`record.${why}`)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
