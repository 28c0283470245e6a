import { Button, Group } from "@mantine/core";
import type { MemoryProposal } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import classes from "./MemoryPanel.module.css";

/** Something that could be remembered, which the person keeps or dismisses. */
export function ProposalCard({ proposal }: { readonly proposal: MemoryProposal }) {
  const { t } = useTranslation();
  const { store } = useSession();
  const { memoryId, text } = proposal;
  return (
    <div className={classes.proposal}>
      <p>{t("memory.proposed")}</p>
      <blockquote>{text}</blockquote>
      <Group gap={6}>
        <Button size="compact-md" onClick={() => void store.send({ kind: "memory-added", memoryId, text })}>
          {t("memory.keep")}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => void store.send({ kind: "memory-forgotten", memoryId })}
        >
          {t("memory.dismiss")}
        </Button>
      </Group>
    </div>
  );
}
