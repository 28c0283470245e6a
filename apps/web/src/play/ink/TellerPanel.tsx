import { Button, Group, SegmentedControl, Textarea } from "@mantine/core";
import type { PlayState, Teller } from "@openempathic/experiences/play";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import playClasses from "../Play.module.css";
import type { PlaySession } from "../play-session.ts";
import classes from "./TellerPanel.module.css";
import type { InkTeller } from "./use-ink-teller.ts";

/** Who tells the night: the house, or a story in ink that can be read here and written anew. */
export function TellerPanel(props: {
  readonly session: PlaySession;
  readonly state: PlayState;
  readonly ink: InkTeller;
}) {
  const { t } = useTranslation("play");
  const { session, state, ink } = props;
  const begin = (teller: Teller): void => void session.send({ kind: "night-begun", teller });
  return (
    <section className={playClasses.card}>
      <h2 id="teller">{t("teller.title")}</h2>
      <SegmentedControl
        fullWidth
        aria-labelledby="teller"
        value={state.teller}
        onChange={(teller) => begin(teller === "ink" ? "ink" : "house")}
        data={[
          { value: "house", label: t("teller.house") },
          { value: "ink", label: t("teller.ink") },
        ]}
      />
      <p className={playClasses.small}>{t("teller.what")}</p>
      {ink.trouble !== undefined && (
        <p role="alert" className={classes.trouble}>
          {t("teller.failed", { reason: ink.trouble })}
        </p>
      )}
      <details className={classes.source}>
        <summary>{t("teller.source")}</summary>
        <Source
          key={ink.source}
          ink={ink}
          onTell={(source) => {
            ink.write(source);
            begin("ink");
          }}
        />
      </details>
    </section>
  );
}

function Source({
  ink,
  onTell,
}: {
  readonly ink: InkTeller;
  readonly onTell: (source: string | undefined) => void;
}) {
  const { t } = useTranslation("play");
  const [text, setText] = useState(ink.source);
  return (
    <>
      <Textarea
        label={t("teller.edit")}
        classNames={{ input: classes.code ?? "" }}
        rows={16}
        spellCheck={false}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group mt="sm" gap="xs">
        <Button size="sm" variant="light" onClick={() => onTell(text)}>
          {t("teller.tellThis")}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => onTell(undefined)}>
          {t("teller.tellOurs")}
        </Button>
      </Group>
    </>
  );
}
