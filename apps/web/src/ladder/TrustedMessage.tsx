import { Button, Input, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy, IconShare2 } from "@tabler/icons-react";
import { useId, useState } from "react";
import classes from "./LadderSteps.module.css";
import { useLadderTexts } from "./use-ladder-texts.ts";

/** A message to somebody trusted: begun from a template, changed at will, copied or shared by the person, never sent by us. */
export function TrustedMessage() {
  const { t } = useLadderTexts();
  const label = useId();
  const clipboard = useClipboard({ timeout: 2500 });
  const [name, setName] = useState("");
  const [urgency, setUrgency] = useState<"soon" | "now">("soon");
  /** The person's own wording; absent while the template stands. */
  const [own, setOwn] = useState<string>();
  const greeting = name.trim() === "" ? "" : ` ${name.trim()}`;
  const text = own ?? t(urgency === "now" ? "message.textNow" : "message.textSoon", { name: greeting });
  // Missing on pages without TLS and in some browsers.
  const canShare = typeof navigator.share === "function";
  return (
    <div className={classes.fields}>
      <p>{t("message.lead")}</p>
      <TextInput
        label={t("message.name")}
        size="md"
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <Input.Label component="div" size="md" id={label}>
          {t("message.which")}
        </Input.Label>
        <SegmentedControl
          aria-labelledby={label}
          radius="xl"
          size="md"
          value={urgency}
          onChange={(value) => {
            setUrgency(value === "now" ? "now" : "soon");
            setOwn(undefined);
          }}
          data={[
            { value: "soon", label: t("message.soon") },
            { value: "now", label: t("message.now") },
          ]}
        />
      </div>
      <Textarea
        label={t("message.label")}
        size="md"
        autosize
        minRows={4}
        value={text}
        onChange={(event) => setOwn(event.currentTarget.value)}
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
        <Button variant="subtle" component="a" href={`sms:?&body=${encodeURIComponent(text)}`}>
          {t("message.sms")}
        </Button>
      </div>
    </div>
  );
}
