import { Button, Textarea } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy, IconShare2 } from "@tabler/icons-react";
import { messageHref } from "./message-href.ts";
import classes from "./LadderSteps.module.css";
import { useLadderTexts } from "./use-ladder-texts.ts";

/** A message to be changed at will, then copied or shared by the person; it is never sent by us. */
export function MessageDraft(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** How its reader is reached, as the person noted it; a number or an address is filled in. */
  readonly reach?: string;
}) {
  const { t } = useLadderTexts();
  const clipboard = useClipboard({ timeout: 2500 });
  const { text, onText, reach = "" } = props;
  // Missing on pages without TLS and in some browsers.
  const canShare = typeof navigator.share === "function";
  return (
    <>
      <Textarea
        label={t("message.label")}
        size="md"
        autosize
        minRows={4}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          variant="light"
          leftSection={clipboard.copied ? <IconCheck size={17} /> : <IconCopy size={17} />}
          onClick={() => clipboard.copy(text)}
        >
          <span aria-live="polite">{t(clipboard.copied ? "message.copied" : "message.copy")}</span>
        </Button>
        {canShare && (
          <Button
            variant="light"
            leftSection={<IconShare2 size={17} />}
            // Closing the device's own dialog is no failure.
            onClick={() => void navigator.share({ text }).catch(() => undefined)}
          >
            {t("message.share")}
          </Button>
        )}
        <Button variant="subtle" component="a" href={messageHref(text, reach)}>
          {t(reach.includes("@") ? "message.mail" : "message.sms")}
        </Button>
      </div>
    </>
  );
}
