import { Button, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OutgoingEvent } from "../session/outbox.ts";
import { useSession } from "../session/use-session.ts";
import { fillComposer } from "./fill-composer.ts";
import classes from "./MessageTurn.module.css";
import { Thinking } from "./Thinking.tsx";

/** A message that the server has not acknowledged: on its way, or in need of another try. */
export function OutgoingTurn({ item }: { readonly item: OutgoingEvent }) {
  const { t } = useTranslation();
  const { store } = useSession();
  const text = item.event.kind === "message" ? item.event.text : "";
  const failed = item.status === "failed";
  return (
    <li style={{ marginTop: 36 }}>
      <article className={classes.turn}>
        <VisuallyHidden component="h2">{t("conversation.you")}</VisuallyHidden>
        <div className={classes.bubble} data-failed={failed || undefined} data-sending={!failed || undefined}>
          {text}
        </div>
        {failed && (
          <div className={classes.below} role="alert">
            <span style={{ padding: "4px 8px" }}>{t("conversation.notSent")}</span>
            <Button size="compact-sm" variant="light" onClick={() => void store.sendAgain(item.key)}>
              {t("conversation.sendAgain")}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                store.drop(item.key);
                fillComposer(text);
              }}
            >
              {t("conversation.dropIt")}
            </Button>
          </div>
        )}
      </article>
      {!failed && <Thinking />}
    </li>
  );
}
