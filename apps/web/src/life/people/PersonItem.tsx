import { ActionIcon, Switch } from "@mantine/core";
import type { KeptPerson } from "@openempathic/experiences";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";
import { PersonForm } from "./PersonForm.tsx";

/** Somebody who was named, to be changed, left out of suggestions, and forgotten. */
export function PersonItem(props: {
  readonly person: KeptPerson;
  readonly onChange: (person: KeptPerson) => void;
  readonly onForget: () => void;
}) {
  const { t } = useLifeTexts();
  const { person, onChange, onForget } = props;
  const [isChanging, setChanging] = useState(false);
  const { name, relation, reach, maySuggest } = person;
  if (isChanging)
    return (
      <li className={classes.item}>
        <PersonForm
          person={person}
          submit={t("save")}
          onCancel={() => setChanging(false)}
          onSave={(words) => {
            onChange({ ...person, ...words });
            setChanging(false);
          }}
        />
      </li>
    );
  return (
    <li className={classes.item}>
      <div className={classes.row} style={{ justifyContent: "space-between", flexWrap: "nowrap" }}>
        <div>
          <h2 className={classes.itemTitle}>
            {relation === "" ? name : t("people.whoWith", { name, relation })}
          </h2>
          {reach !== "" && <p className={classes.soft}>{reach}</p>}
        </div>
        <div className={classes.row} style={{ flexWrap: "nowrap", gap: 2 }}>
          <ActionIcon
            color="gray"
            size={36}
            aria-label={t("people.edit", { name })}
            onClick={() => setChanging(true)}
          >
            <IconPencil size={18} stroke={1.6} />
          </ActionIcon>
          <ActionIcon color="gray" size={36} aria-label={t("people.forget", { name })} onClick={onForget}>
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </div>
      </div>
      <Switch
        mt={8}
        checked={maySuggest}
        label={t("people.maySuggest", { name })}
        onChange={(event) => onChange({ ...person, maySuggest: event.currentTarget.checked })}
      />
    </li>
  );
}
