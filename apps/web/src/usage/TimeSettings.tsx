import { Button, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../settings/Section.tsx";
import { loadUse, saveUse, type UseDays } from "./use-days.ts";
import { useUsageTexts } from "./use-usage-texts.ts";

/** One's own view of the time spent here, and whether a word is wanted about it. */
export function TimeSettings() {
  const { t } = useUsageTexts();
  const { i18n } = useTranslation();
  const [use, setUse] = useState(() => loadUse(window.localStorage));
  const change = (next: UseDays) => {
    saveUse(window.localStorage, next);
    setUse(next);
  };
  const days = Object.entries(use.minutes).toSorted(([one], [other]) => other.localeCompare(one));
  return (
    <Section title={t("settings.title")} lead={t("settings.lead")}>
      {days.length === 0 ? (
        <p>{t("settings.none")}</p>
      ) : (
        <ul>
          {days.map(([day, minutes]) => (
            <li key={day}>
              {t("settings.day", {
                day: new Date(`${day}T12:00:00`).toLocaleDateString(i18n.language, {
                  weekday: "long",
                  day: "numeric",
                  month: "long",
                }),
                minutes,
              })}
            </li>
          ))}
        </ul>
      )}
      <Switch
        size="md"
        label={t("settings.remind")}
        checked={use.remind}
        onChange={(event) => change({ ...use, remind: event.currentTarget.checked })}
      />
      {days.length > 0 && (
        <div>
          <Button variant="subtle" onClick={() => change({ ...use, minutes: {} })}>
            {t("settings.forget")}
          </Button>
        </div>
      )}
    </Section>
  );
}
