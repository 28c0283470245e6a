import { ActionIcon, Button, TextInput } from "@mantine/core";
import type { Memory } from "@openempathic/experiences";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import classes from "./MemoryPanel.module.css";

/** One memory, to be read, changed or forgotten. */
export function MemoryRow({ memory }: { readonly memory: Memory }) {
  const { t } = useTranslation();
  const { store } = useSession();
  const [draft, setDraft] = useState<string>();
  const { memoryId, text } = memory;
  if (draft !== undefined) {
    return (
      <li className={classes.row}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() === "") return;
            if (draft.trim() !== text)
              void store.send({ kind: "memory-edited", memoryId, text: draft.trim() });
            setDraft(undefined);
          }}
        >
          <TextInput
            aria-label={t("memory.editLabel")}
            value={draft}
            maxLength={500}
            autoFocus
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setDraft(undefined);
            }}
          />
          <Button type="submit" size="compact-md" style={{ alignSelf: "center" }}>
            {t("app.save")}
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <p>{text}</p>
      <ActionIcon
        color="gray"
        size={36}
        aria-label={t("memory.edit", { text })}
        onClick={() => setDraft(text)}
      >
        <IconPencil size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        color="gray"
        size={36}
        aria-label={t("memory.forget", { text })}
        onClick={() => void store.send({ kind: "memory-forgotten", memoryId })}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
