import { Button, Drawer, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { conversationOf } from "@openempathic/experiences";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Orb } from "../app/Orb.tsx";
import { goTo } from "../app/route.ts";
import { Waiting } from "../app/Waiting.tsx";
import waiting from "../app/Waiting.module.css";
import { SelfReportDialog } from "../understood/SelfReportDialog.tsx";
import { SidePanel } from "../understood/SidePanel.tsx";
import { useSession } from "../session/use-session.ts";
import { TimeNote } from "../usage/TimeNote.tsx";
import { Composer } from "./Composer.tsx";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import classes from "./ConversationPage.module.css";
import { Log } from "./Log.tsx";
import { ReminderNotices } from "./ReminderNotices.tsx";
import { SelectionContext, type Selection } from "./selection.ts";

/** A conversation, with what was understood beside it (a drawer where there is no room). */
export function ConversationPage(props: {
  readonly panelOpen: boolean;
  readonly onPanel: { readonly open: () => void; readonly close: () => void };
}) {
  const { t } = useTranslation();
  const { snapshot } = useSession();
  const [looked, setLooked] = useState<{ readonly of: number | undefined; readonly after: number }>();
  const [correcting, setCorrecting] = useState<{ readonly of: number | undefined }>();
  const wide = useMediaQuery("(min-width: 1180px)", undefined, { getInitialValueInEffect: false });
  if (snapshot.trouble !== undefined) return <Trouble kind={snapshot.trouble} />;
  if (snapshot.state.startedAtMs === undefined) return <Waiting />;
  const latest = conversationOf(snapshot.state).findLast(({ kind }) => kind === "message")?.seq ?? 0;
  const selection: Selection = {
    // A new message brings the panel back to now.
    of: looked?.after === latest ? looked.of : undefined,
    select: (next) => {
      setLooked({ of: next, after: latest });
      if (next !== undefined && !wide) props.onPanel.open();
    },
    correct: (message) => setCorrecting({ of: message }),
  };
  return (
    <SelectionContext value={selection}>
      <div className={classes.page}>
        <main id="main" tabIndex={-1} className={classes.main} aria-label={t("conversation.label")}>
          <VisuallyHidden component="h1">{t("conversation.label")}</VisuallyHidden>
          <ConnectionBanner connection={snapshot.connection} />
          <Log {...(wide ? {} : { onPanel: props.onPanel.open })} />
          <div className={classes.dock}>
            <ReminderNotices />
            <TimeNote />
            <Composer />
          </div>
        </main>
        {wide ? (
          <aside className={classes.aside} aria-label={t("understood.title")}>
            <SidePanel />
          </aside>
        ) : (
          <Drawer.Root
            opened={props.panelOpen}
            onClose={props.onPanel.close}
            position="right"
            size="min(430px, 100%)"
          >
            <Drawer.Overlay />
            <Drawer.Content aria-label={t("understood.title")}>
              <Drawer.Body p={0}>
                <SidePanel onClose={props.onPanel.close} />
              </Drawer.Body>
            </Drawer.Content>
          </Drawer.Root>
        )}
      </div>
      <SelfReportDialog
        opened={correcting !== undefined}
        of={correcting?.of}
        onClose={() => setCorrecting(undefined)}
      />
    </SelectionContext>
  );
}

function Trouble({ kind }: { readonly kind: "not-found" | "failed" }) {
  const { t } = useTranslation();
  return (
    <main id="main" tabIndex={-1} className={waiting.centre}>
      <Orb size={44} />
      <p role="alert">{t(kind === "not-found" ? "conversation.notFound" : "conversation.failed")}</p>
      {kind === "failed" && <Button onClick={() => window.location.reload()}>{t("app.retry")}</Button>}
      <Button variant="subtle" onClick={() => goTo({ kind: "arrival" })}>
        {t("conversation.toStart")}
      </Button>
    </main>
  );
}
