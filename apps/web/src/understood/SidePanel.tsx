import { ActionIcon, Tabs } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { MemoryPanel } from "../memory/MemoryPanel.tsx";
import { useSession } from "../session/use-session.ts";
import classes from "./SidePanel.module.css";
import { UnderstoodPanel } from "./UnderstoodPanel.tsx";

/** Beside the conversation: what was understood, and what is remembered. */
export function SidePanel({ onClose }: { readonly onClose?: () => void }) {
  const { t } = useTranslation();
  const { snapshot } = useSession();
  const proposals = snapshot.state.proposals.length;
  return (
    <Tabs defaultValue="understood" variant="pills" radius="xl" className={classes.panel ?? ""}>
      <div className={classes.head}>
        <Tabs.List className={classes.tabs ?? ""}>
          <Tabs.Tab value="understood">{t("understood.tab")}</Tabs.Tab>
          <Tabs.Tab
            value="memory"
            rightSection={proposals > 0 ? <span className={classes.dot} /> : undefined}
          >
            {t("memory.tab")}
          </Tabs.Tab>
        </Tabs.List>
        {onClose && (
          <ActionIcon size={44} color="gray" aria-label={t("app.close")} onClick={onClose}>
            <IconX size={20} />
          </ActionIcon>
        )}
      </div>
      <Tabs.Panel value="understood" className={classes.body ?? ""}>
        <UnderstoodPanel />
      </Tabs.Panel>
      <Tabs.Panel value="memory" className={classes.body ?? ""}>
        <MemoryPanel />
      </Tabs.Panel>
    </Tabs>
  );
}
