import { Button, VisuallyHidden } from "@mantine/core";
import type { MessageEntry } from "@openempathic/experiences";
import { IconSparkles } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Orb } from "../app/Orb.tsx";
import { SpeakButton } from "../reading/SpeakButton.tsx";
import { useReading } from "../reading/use-reading.ts";
import { useSession } from "../session/use-session.ts";
import { CrisisCard } from "./CrisisCard.tsx";
import { ReplyNote } from "./ReplyNote.tsx";
import classes from "./ReplyTurn.module.css";
import { ReplyText } from "./ReplyText.tsx";
import { Thinking } from "./Thinking.tsx";

/** The answer to one message, sentence by sentence as it comes, with lines of help where they are needed. */
export function ReplyTurn(props: {
  readonly entry: MessageEntry;
  readonly isLast: boolean;
  readonly onPanel?: () => void;
}) {
  const { t } = useTranslation();
  const { store, snapshot } = useSession();
  const { reply, seq } = props.entry;
  const [reading] = useReading();
  // What was finished when the page came is not new to anybody.
  const [wasFinished] = useState(reply?.finished === true);
  if (reply === undefined || reply.text === "" || (reading.slow && !reply.finished)) return <Thinking />;
  return (
    <article className={classes.reply} data-finished={reply.finished || undefined}>
      <Orb size={26} breathing={!reply.finished} />
      <div className={classes.body}>
        <VisuallyHidden component="h2">{t("conversation.companion")}</VisuallyHidden>
        <ReplyText text={reply.text} parts={snapshot.parts.get(seq) ?? []} finished={reply.finished} />
        {reply.finished && reply.resources.length > 0 && <CrisisCard resources={reply.resources} />}
        {reply.finished && <ReplyNote reply={reply} />}
        {reply.finished && props.isLast && (
          <div className={classes.actions}>
            <SpeakButton text={reply.text} language={snapshot.state.language} fresh={!wasFinished} />
            {(reply.by === "language-model" || reply.modelTrouble !== undefined) && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => void store.send({ kind: "reply-retried", of: seq })}
              >
                {t("conversation.askAgain")}
              </Button>
            )}
            {props.onPanel && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconSparkles size={15} />}
                onClick={props.onPanel}
              >
                {t("understood.open")}
              </Button>
            )}
          </div>
        )}
      </div>
    </article>
  );
}
