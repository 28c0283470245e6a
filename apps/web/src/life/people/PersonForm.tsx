import { TextInput } from "@mantine/core";
import type { KeptPerson } from "@openempathic/experiences";
import { useState } from "react";
import { FormEnd } from "../FormEnd.tsx";
import classes from "../Life.module.css";
import { useLifeTexts } from "../use-life-texts.ts";

type PersonWords = Pick<KeptPerson, "name" | "relation" | "reach">;

/** Names somebody, or changes what is kept of them. */
export function PersonForm(props: {
  readonly person?: PersonWords;
  readonly submit: string;
  readonly onSave: (words: PersonWords) => void;
  readonly onCancel?: () => void;
}) {
  const { t } = useLifeTexts();
  const { person } = props;
  const [name, setName] = useState(person?.name ?? "");
  const [relation, setRelation] = useState(person?.relation ?? "");
  const [reach, setReach] = useState(person?.reach ?? "");
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        props.onSave({ name: name.trim(), relation: relation.trim(), reach: reach.trim() });
        if (person !== undefined) return;
        setName("");
        setRelation("");
        setReach("");
      }}
    >
      <TextInput
        label={t("people.name")}
        size="md"
        autoComplete="off"
        maxLength={80}
        autoFocus={person !== undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t("people.relation")}
        placeholder={t("people.relationPlaceholder")}
        size="md"
        autoComplete="off"
        maxLength={120}
        value={relation}
        onChange={(event) => setRelation(event.currentTarget.value)}
      />
      <TextInput
        label={t("people.reach")}
        placeholder={t("people.reachPlaceholder")}
        size="md"
        autoComplete="off"
        maxLength={300}
        value={reach}
        onChange={(event) => setReach(event.currentTarget.value)}
      />
      <FormEnd submit={props.submit} onCancel={props.onCancel} />
    </form>
  );
}
