import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./SessionList.module.css";
import type { SessionDeletion } from "./use-session-deletion.ts";

/** Says that a session was deleted, and takes it back when asked in time. */
export function UndoDeletion({ deletion }: { readonly deletion: SessionDeletion }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {deletion.failed && <p className={classes.none}>{t("arrival.failed")}</p>}
      {deletion.leaving !== undefined && (
        <p className={classes.undo}>
          {t("sessions.deleted")}
          <Button size="compact-sm" variant="subtle" onClick={deletion.undo}>
            {t("app.undo")}
          </Button>
        </p>
      )}
    </div>
  );
}
