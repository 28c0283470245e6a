import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import playClasses from "../Play.module.css";
import type { PlaySession } from "../play-session.ts";
import { FocusedHeading } from "../../experience/FocusedHeading.tsx";

/** The night is over: another one, or the same one told by ink. */
export function Over({
  session,
  takesFocus,
}: {
  readonly session: PlaySession;
  readonly takesFocus: boolean;
}) {
  const { t } = useTranslation("play");
  return (
    <section className={playClasses.card}>
      <FocusedHeading takesFocus={takesFocus}>{t("over.title")}</FocusedHeading>
      <Group>
        <Button onClick={() => void session.send({ kind: "night-begun", teller: "house" })}>
          {t("over.again")}
        </Button>
        <Button variant="default" onClick={() => void session.send({ kind: "night-begun", teller: "ink" })}>
          {t("over.againInk")}
        </Button>
      </Group>
    </section>
  );
}
