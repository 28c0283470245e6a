import { IconArrowLeft } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { goTo } from "../app/route.ts";
import { CareCounts } from "../care/CareCounts.tsx";
import { ReadingSettings } from "../reading/ReadingSettings.tsx";
import { TimeSettings } from "../usage/TimeSettings.tsx";
import { AppearanceSettings } from "./AppearanceSettings.tsx";
import { KeySettings } from "./KeySettings.tsx";
import { LanguageModelSettings } from "./LanguageModelSettings.tsx";
import { MyData } from "./MyData.tsx";
import { SafetyPlanSettings } from "./SafetyPlanSettings.tsx";
import { Section } from "./Section.tsx";
import classes from "./SettingsPage.module.css";

/** Everything that can be set, on one quiet page. */
export function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const isOwner = me.data?.participant.role === "owner";
  return (
    <main id="main" tabIndex={-1} className={classes.page}>
      <div className={classes.column}>
        <button type="button" className={classes.back} onClick={goBack}>
          <IconArrowLeft size={18} aria-hidden="true" />
          {t("settings.back")}
        </button>
        <h1 className={classes.title}>{t("settings.title")}</h1>
        <AppearanceSettings />
        <ReadingSettings />
        <Section title={t("model.title")} lead={t("model.lead")}>
          {isOwner ? <LanguageModelSettings /> : <OwnerOnly pending={me.isPending} />}
        </Section>
        <Section title={t("keys.title")} lead={t("keys.lead")}>
          {isOwner ? <KeySettings /> : <OwnerOnly pending={me.isPending} />}
        </Section>
        {isOwner && <CareCounts />}
        <SafetyPlanSettings />
        <TimeSettings />
        <MyData />
      </div>
    </main>
  );
}

/** Where the person came from; the start, where the page was opened here. */
function goBack() {
  if (window.history.length > 1) window.history.back();
  else goTo({ kind: "home" });
}

function OwnerOnly({ pending }: { readonly pending: boolean }) {
  const { t } = useTranslation();
  return <p className={classes.owner}>{pending ? t("app.loading") : t("settings.ownerOnly")}</p>;
}
