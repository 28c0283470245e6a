import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { detailOf } from "../api/api.ts";
import { goTo } from "../app/route.ts";
import { forgetDevice } from "./forget-device.ts";
import { saveFile } from "./save-file.ts";
import { Section } from "./Section.tsx";
import classes from "./SettingsPage.module.css";

/** Take everything along, or delete everything. */
export function MyData() {
  const { t } = useTranslation();
  const api = useApi();
  const [asking, ask] = useDisclosure(false);
  const download = useMutation({
    mutationFn: () => api.exportEverything(),
    onSuccess: (file) => saveFile(file, "open-empathic.json"),
  });
  return (
    <Section title={t("mine.title")} lead={t("mine.lead")}>
      <div className={classes.row}>
        <Button variant="light" loading={download.isPending} onClick={() => download.mutate()}>
          {t("mine.export")}
        </Button>
        <Button variant="subtle" color="clay" onClick={ask.open}>
          {t("mine.deleteOpen")}
        </Button>
      </div>
      {download.isError && (
        <p role="alert" className={classes.result} data-bad>
          {t("settings.failed", { detail: detailOf(download.error) })}
        </p>
      )}
      <Modal
        opened={asking}
        onClose={ask.close}
        title={<span className="oe-serif">{t("mine.deleteTitle")}</span>}
        closeButtonProps={{ "aria-label": t("app.close") }}
      >
        <DeleteForm onDone={ask.close} />
      </Modal>
    </Section>
  );
}

function DeleteForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const word = t("mine.deleteWord");
  const isConfirmed = typed.trim().toLowerCase() === word.toLowerCase();
  const remove = useMutation({
    mutationFn: () => api.deleteEverything(),
    onSuccess: async () => {
      await forgetDevice(window);
      onDone();
      goTo({ kind: "home" });
      await queries.resetQueries();
    },
  });
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed) remove.mutate();
      }}
    >
      <p className={classes.soft}>{t("mine.deleteLead")}</p>
      <TextInput
        data-autofocus
        size="md"
        autoComplete="off"
        label={t("mine.deleteConfirm", { word })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {remove.isError && (
        <p role="alert" className={classes.result} data-bad>
          {t("settings.failed", { detail: detailOf(remove.error) })}
        </p>
      )}
      <Button type="submit" color="clay" size="md" disabled={!isConfirmed} loading={remove.isPending}>
        {t("mine.deleteButton")}
      </Button>
    </form>
  );
}
