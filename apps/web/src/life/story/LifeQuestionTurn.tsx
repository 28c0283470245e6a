import { VisuallyHidden } from "@mantine/core";
import type { LifeQuestionEntry } from "@openempathic/experiences";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Orb } from "../../app/Orb.tsx";
import turn from "../../conversation/ReplyTurn.module.css";
import { SpeakButton } from "../../reading/SpeakButton.tsx";
import { useSession } from "../../session/use-session.ts";

const FRESH_MS = 10_000;

/** A question about their life that the person had wished for. */
export function LifeQuestionTurn({
  entry,
  isLast,
}: {
  readonly entry: LifeQuestionEntry;
  readonly isLast: boolean;
}) {
  const { t } = useTranslation();
  const { snapshot } = useSession();
  // Wished for just now, perhaps on another page, so that it is new here.
  const [isFresh] = useState(() => Date.now() - entry.atMs < FRESH_MS);
  return (
    <li className={turn.reply}>
      <Orb size={26} />
      <div className={turn.body}>
        <VisuallyHidden component="h2">{t("conversation.companion")}</VisuallyHidden>
        <p className={turn.text}>{entry.text}</p>
        {isLast && (
          <div className={turn.actions}>
            <SpeakButton text={entry.text} language={snapshot.state.language} fresh={isFresh} />
          </div>
        )}
      </div>
    </li>
  );
}
