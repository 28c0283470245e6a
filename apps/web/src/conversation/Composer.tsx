import { ActionIcon, Textarea, VisuallyHidden } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import { draftKey } from "../settings/preferences.ts";
import classes from "./Composer.module.css";
import { onFillComposer } from "./fill-composer.ts";
import { useEmergencyNumber } from "./use-emergency-number.ts";

/** What the server accepts in one message, in characters. */
const LONGEST = 20_000;

/** Where the person writes. The words survive a reload, and stay until they have been sent. */
export function Composer() {
  const { t } = useTranslation();
  const { store, snapshot } = useSession();
  const queries = useQueryClient();
  const emergency = useEmergencyNumber(snapshot.state.country);
  const key = draftKey(store.sessionId);
  const [text, setText] = useState(() => window.localStorage.getItem(key) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const over = text.trim().length - LONGEST;
  const canSend = text.trim() !== "" && over <= 0;

  function write(next: string) {
    setText(next);
    if (next === "") window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, next);
  }

  useEffect(
    () =>
      onFillComposer((words) => {
        write(words);
        requestAnimationFrame(() => {
          field.current?.focus();
          field.current?.setSelectionRange(words.length, words.length);
        });
      }),
    // The composer is made anew for each session, so the draft's name never changes under it.
    [],
  );

  async function send() {
    if (!canSend) return;
    const message = text.trim();
    write("");
    await store.send({ kind: "message", text: message });
    await queries.invalidateQueries({ queryKey: ["sessions"] });
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={classes.box}>
        <Textarea
          id="composer"
          ref={field}
          autosize
          minRows={1}
          maxRows={9}
          variant="unstyled"
          className={classes.field ?? ""}
          aria-label={t("conversation.composerLabel")}
          aria-describedby="composer-hint"
          placeholder={t("conversation.placeholder")}
          value={text}
          error={over > 0 ? t("conversation.tooLong", { count: over }) : undefined}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter while composing a character (Japanese, dead keys) chooses the character.
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          size={44}
          aria-label={t("conversation.send")}
          title={t("conversation.hint")}
          aria-disabled={!canSend}
          data-quiet={!canSend || undefined}
          className={classes.send ?? ""}
        >
          <IconArrowUp size={22} />
        </ActionIcon>
      </div>
      <VisuallyHidden id="composer-hint">{t("conversation.hint")}</VisuallyHidden>
      <p className={classes.hint}>{t("conversation.safety", { emergency })}</p>
    </form>
  );
}
