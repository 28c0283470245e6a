import { Button, Checkbox, Group, Radio, TextInput } from "@mantine/core";
import { ABSENT_PROMPTS, itemsOf } from "@openempathic/experiences/council";
import type { AbsentPrompt, Stakeholder, Suggestion } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../session/new-key.ts";
import { useCouncil, useWords } from "../council-context.ts";
import classes from "../Council.module.css";
import { ItemActions } from "../ItemActions.tsx";
import { SuggestionList } from "../SuggestionList.tsx";

interface Starting {
  readonly name: string;
  readonly prompt?: AbsentPrompt;
  readonly from?: string;
  readonly change?: Stakeholder;
}

/** Whom the decision touches, with prompts for those who are not in the room. */
export function StakeholdersStep() {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state } = useCouncil();
  const stakeholders = itemsOf(state, "stakeholder");
  const [starting, setStarting] = useState<Starting>({ name: "" });
  const [round, setRound] = useState(0);
  const start = (next: Starting) => {
    setStarting(next);
    setRound(round + 1);
  };
  return (
    <>
      <ul className={classes.list} hidden={stakeholders.length === 0}>
        {stakeholders.map((one) => (
          <li key={one.stakeholderId} className={`${classes.item} ${classes.itemHead}`}>
            <div>
              <h3>{one.name}</h3>
              <span className={classes.soft}>
                {[
                  words.record[one.relation],
                  words.record[one.presence],
                  one.vulnerable ? words.record.vulnerable : "",
                ]
                  .filter((each) => each !== "")
                  .join(" · ")}
              </span>
            </div>
            <ItemActions
              itemKey={`stakeholder.${one.stakeholderId}`}
              name={one.name}
              onChange={() => start({ name: one.name, change: one })}
            />
          </li>
        ))}
      </ul>
      <StakeholderForm key={round} starting={starting} onDone={() => start({ name: "" })} />
      <h3 className={classes.sub}>{t("stakeholders.prompts")}</h3>
      <p className={classes.soft}>{t("stakeholders.promptsHelp")}</p>
      <ul className={classes.list}>
        {ABSENT_PROMPTS.map((prompt) => (
          <li key={prompt}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              h="auto"
              py={9}
              styles={{ label: { whiteSpace: "normal", textAlign: "start" } }}
              onClick={() => start({ name: "", prompt })}
            >
              <span>
                {words.absent[prompt].name}: <span className={classes.soft}>{words.absent[prompt].text}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <SuggestionList
        topic={{ kind: "stakeholders" }}
        onTake={({ text, suggestionId }: Suggestion) => start({ name: text, from: suggestionId })}
      />
    </>
  );
}

function StakeholderForm({ starting, onDone }: { readonly starting: Starting; readonly onDone: () => void }) {
  const { t } = useTranslation("council");
  const words = useWords();
  const { note } = useCouncil();
  const { change, prompt, from } = starting;
  const [name, setName] = useState(starting.name);
  const [relation, setRelation] = useState<"direct" | "indirect">(
    change?.relation ?? (prompt === undefined ? "direct" : "indirect"),
  );
  const [absent, setAbsent] = useState(
    change?.presence === "absent" || prompt !== undefined || from !== undefined,
  );
  const [vulnerable, setVulnerable] = useState(change?.vulnerable ?? prompt === "cannot-speak");
  const kept = prompt ?? change?.prompt;
  const submit = () => {
    note(
      {
        part: "stakeholder",
        stakeholderId: change?.stakeholderId ?? newKey().slice(0, 12),
        name: name.trim(),
        relation,
        presence: absent ? "absent" : "present",
        vulnerable,
        ...(kept === undefined ? {} : { prompt: kept }),
      },
      from,
    );
    onDone();
  };
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={t("stakeholders.name")}
        {...(prompt === undefined ? {} : { description: words.absent[prompt].text })}
        required
        maxLength={300}
        value={name}
        data-autofocus
        autoFocus={prompt !== undefined || from !== undefined || change !== undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t("stakeholders.relation")}
        value={relation}
        onChange={(value) => setRelation(value === "direct" ? "direct" : "indirect")}
      >
        <Group gap="lg" mt={6}>
          <Radio value="direct" label={t("stakeholders.direct")} />
          <Radio value="indirect" label={t("stakeholders.indirect")} />
        </Group>
      </Radio.Group>
      <Checkbox
        radius="xs"
        label={t("stakeholders.absent")}
        checked={absent}
        onChange={(event) => setAbsent(event.currentTarget.checked)}
      />
      <Checkbox
        radius="xs"
        label={t("stakeholders.vulnerable")}
        checked={vulnerable}
        onChange={(event) => setVulnerable(event.currentTarget.checked)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={name.trim() === ""}>
          {t(change === undefined ? "add" : "saveChange")}
        </Button>
        {change !== undefined && (
          <Button variant="subtle" onClick={onDone}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
