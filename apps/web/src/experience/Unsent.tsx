import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./ExperienceFrame.module.css";
import type { ExperienceSession } from "./use-experience-session.ts";

/** What did not get through, with the ways to send it again or take it back; nothing while all is well. */
export function Unsent({
  session,
}: {
  readonly session: Pick<ExperienceSession<unknown, object>, "outgoing" | "sendAgain" | "drop">;
}) {
  const { t } = useTranslation();
  const failed = session.outgoing.filter(({ status }) => status === "failed");
  return (
    <div role="alert">
      {failed.length > 0 && (
        <p className={classes.unsent}>
          {t("conversation.notSent")}
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              for (const { key } of failed) void session.sendAgain(key);
            }}
          >
            {t("conversation.sendAgain")}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              for (const { key } of failed) session.drop(key);
            }}
          >
            {t("conversation.dropIt")}
          </Button>
        </p>
      )}
    </div>
  );
}
