import { Input, SegmentedControl, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import classes from "./LadderSteps.module.css";
import { MessageDraft } from "./MessageDraft.tsx";
import { useLadderTexts } from "./use-ladder-texts.ts";

/** A message to somebody trusted: begun from a template, changed at will, copied or shared by the person, never sent by us. */
export function TrustedMessage() {
  const { t } = useLadderTexts();
  const label = useId();
  const [name, setName] = useState("");
  const [urgency, setUrgency] = useState<"soon" | "now">("soon");
  /** The person's own wording; absent while the template stands. */
  const [own, setOwn] = useState<string>();
  const greeting = name.trim() === "" ? "" : ` ${name.trim()}`;
  const text = own ?? t(urgency === "now" ? "message.textNow" : "message.textSoon", { name: greeting });
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
      <MessageDraft text={text} onText={setOwn} />
    </div>
  );
}
