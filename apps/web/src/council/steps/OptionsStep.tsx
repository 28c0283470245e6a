import { Button, Textarea, TextInput } from "@mantine/core";
import { NOTHING, optionBalance, optionsOf } from "@openempathic/experiences/council";
import type { CouncilOption } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../session/new-key.ts";
import { useCouncil } from "../council-context.ts";
import classes from "../Council.module.css";
import { ItemActions } from "../ItemActions.tsx";
import { OptionText } from "../OptionText.tsx";
import { useDraft } from "../use-draft.ts";

/** The ways to go, doing nothing among them, and whether they have equal room. */
export function OptionsStep() {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  const [changing, setChanging] = useState<string>();
  const options = optionsOf(state);
  const isFirst = options.length === 1;
  return (
    <>
      <ul className={classes.list}>
        {options.map((option) => (
          <li key={option.optionId} className={classes.item}>
            {changing === option.optionId ? (
              <OptionForm option={option} onDone={() => setChanging(undefined)} />
            ) : (
              <>
                <div className={classes.itemHead}>
                  <h3>{option.title}</h3>
                  <ItemActions
                    itemKey={`option.${option.optionId}`}
                    name={option.title}
                    mayCrossOut={option.optionId !== NOTHING}
                    onChange={() => setChanging(option.optionId)}
                  />
                </div>
                <OptionText option={option} />
              </>
            )}
          </li>
        ))}
      </ul>
      {!isFirst && <Balance options={options} />}
      <h3 className={classes.sub}>{t("options.new")}</h3>
      <OptionForm key={options.length} />
    </>
  );
}

function OptionForm({ option, onDone }: { readonly option?: CouncilOption; readonly onDone?: () => void }) {
  const { t } = useTranslation("council");
  const { sessionId, note } = useCouncil();
  const name = `${sessionId}.option.${option?.optionId ?? "new"}`;
  const [title, setTitle, forgetTitle] = useDraft(`${name}.title`, option?.title);
  const [detail, setDetail, forgetDetail] = useDraft(`${name}.detail`, option?.detail);
  const [up, setUp, forgetUp] = useDraft(`${name}.up`, option?.upsides.join("\n"));
  const [down, setDown, forgetDown] = useDraft(`${name}.down`, option?.downsides.join("\n"));
  const forget = () => [forgetTitle, forgetDetail, forgetUp, forgetDown].forEach((each) => each());
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        note({
          part: "option",
          optionId: option?.optionId ?? newKey().slice(0, 12),
          title: title.trim(),
          detail: detail.trim(),
          upsides: linesOf(up),
          downsides: linesOf(down),
        });
        forget();
        onDone?.();
      }}
    >
      <TextInput
        label={t("options.title")}
        required
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={`${t("options.detail")} ${t("optional")}`}
        autosize
        minRows={2}
        maxLength={4000}
        value={detail}
        onChange={(event) => setDetail(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <Textarea
          label={t("options.upsides")}
          description={t("options.points")}
          autosize
          minRows={2}
          value={up}
          onChange={(event) => setUp(event.currentTarget.value)}
        />
        <Textarea
          label={t("options.downsides")}
          description={t("options.points")}
          autosize
          minRows={2}
          value={down}
          onChange={(event) => setDown(event.currentTarget.value)}
        />
      </div>
      <div className={classes.row}>
        <Button type="submit" disabled={title.trim() === ""}>
          {t(option === undefined ? "add" : "saveChange")}
        </Button>
        {onDone && (
          <Button
            variant="subtle"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}

function Balance({ options }: { readonly options: readonly CouncilOption[] }) {
  const { t } = useTranslation("council");
  const { isBalanced, imbalances } = optionBalance(options);
  const titleOf = (id: string) => options.find(({ optionId }) => optionId === id)?.title ?? id;
  if (isBalanced) return <p className={classes.soft}>{t("options.balanced")}</p>;
  return (
    <aside className={classes.hint}>
      {t("options.unbalanced")}
      <ul>
        {imbalances.map(({ optionId, lacks, has, wants }) => {
          const option = titleOf(optionId);
          const count = wants - has;
          return (
            <li key={`${optionId} ${lacks}`}>
              {lacks === "words" && t("options.lacksWords", { option, has, wants })}
              {lacks === "upsides" && t("options.lacksUpsides", { option, count })}
              {lacks === "downsides" && t("options.lacksDownsides", { option, count })}
            </li>
          );
        })}
      </ul>
    </aside>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== "")
    .slice(0, 20);
}
