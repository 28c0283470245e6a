import { Button, Switch, TextInput } from "@mantine/core";
import type { DigestGroup } from "@openempathic/experiences";
import { useState } from "react";
import { newKey } from "../../session/new-key.ts";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import type { DigestChoice } from "./digest-choice.ts";
import { DigestLineItem } from "./DigestLineItem.tsx";
import styles from "./Digest.module.css";

const GROUPS = ["talked", "told", "did", "felt", "guessed", "hard", "own"] as const;

/** The drafted lines by what they rest on: each is ticked, changed or left out by itself. */
export function DigestLines(props: {
  readonly lines: readonly {
    readonly lineId: string;
    readonly group: DigestGroup | "own";
    readonly text: string;
  }[];
  readonly choice: DigestChoice;
  readonly onChoice: (choice: DigestChoice) => void;
}) {
  const { t } = useLifeTexts();
  const { choice, onChoice } = props;
  const shown = props.lines.filter(
    ({ lineId, group }) =>
      !choice.left.includes(lineId) &&
      (group !== "guessed" || choice.withGuessed) &&
      (group !== "hard" || choice.withHard),
  );
  const groups = GROUPS.map((group) => ({ group, lines: shown.filter((line) => line.group === group) }));
  return (
    <section className={classes.card}>
      <h2 className={classes.cardTitle}>{t("digest.lines")}</h2>
      <p className={classes.soft}>{t(shown.length === 0 ? "digest.none" : "digest.linesLead")}</p>
      {groups.map(
        ({ group, lines }) =>
          lines.length > 0 && (
            <fieldset key={group} className={styles.group}>
              <legend>{t(`digest.groups.${group}`)}</legend>
              {group === "guessed" && <p className={classes.soft}>{t("digest.guessedLead")}</p>}
              {group === "hard" && <p className={classes.soft}>{t("digest.hardLead")}</p>}
              {lines.map(({ lineId, text }) => (
                <DigestLineItem
                  key={lineId}
                  lineId={lineId}
                  text={text}
                  choice={choice}
                  onChoice={onChoice}
                />
              ))}
            </fieldset>
          ),
      )}
      <OwnLine
        onLine={(text) => {
          const lineId = `own-${newKey()}`;
          onChoice({ ...choice, own: [...choice.own, { lineId, text }], ticked: [...choice.ticked, lineId] });
        }}
      />
      <div className={styles.more}>
        <Switch
          label={t("digest.showGuessed")}
          checked={choice.withGuessed}
          onChange={(event) => onChoice(withGroup(choice, "guessed", event.currentTarget.checked))}
        />
        <Switch
          label={t("digest.showHard")}
          checked={choice.withHard}
          onChange={(event) => onChoice(withGroup(choice, "hard", event.currentTarget.checked))}
        />
        {choice.left.length > 0 && (
          <Button variant="subtle" size="compact-md" onClick={() => onChoice({ ...choice, left: [] })}>
            {t("digest.restored")}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What is hidden again is not ticked any more: nothing is given that is not seen. */
function withGroup(choice: DigestChoice, group: "guessed" | "hard", isShown: boolean): DigestChoice {
  const ticked = isShown ? choice.ticked : choice.ticked.filter((lineId) => !lineId.startsWith(`${group}-`));
  return { ...choice, ticked, ...(group === "hard" ? { withHard: isShown } : { withGuessed: isShown }) };
}

function OwnLine({ onLine }: { readonly onLine: (text: string) => void }) {
  const { t } = useLifeTexts();
  const [text, setText] = useState("");
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        onLine(text.trim());
        setText("");
      }}
    >
      <TextInput
        label={t("digest.own")}
        size="md"
        maxLength={400}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" variant="light">
          {t("digest.ownButton")}
        </Button>
      </div>
    </form>
  );
}
