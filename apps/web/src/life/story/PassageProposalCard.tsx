import { Button, Group } from "@mantine/core";
import type { PassageProposal } from "@openempathic/experiences";
import memory from "../../memory/MemoryPanel.module.css";
import { useSession } from "../../session/use-session.ts";
import { useLifeTexts } from "../use-life-texts.ts";

/** Something that was told and could go into the book: kept only when the person says so. */
export function PassageProposalCard({ proposal }: { readonly proposal: PassageProposal }) {
  const { t } = useLifeTexts();
  const { store } = useSession();
  const { passageId, chapter, text } = proposal;
  return (
    <div className={memory.proposal}>
      <p>{t("story.proposed", { chapter: t(`chapters.${chapter}`) })}</p>
      <blockquote>{text}</blockquote>
      <Group gap={6}>
        <Button
          size="compact-md"
          onClick={() => void store.send({ kind: "life-added", passageId, chapter, text })}
        >
          {t("story.keep")}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => void store.send({ kind: "life-forgotten", passageId })}
        >
          {t("story.dismiss")}
        </Button>
      </Group>
    </div>
  );
}
