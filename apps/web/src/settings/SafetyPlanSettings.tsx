import { SafetyPlanEditor } from "../ladder/SafetyPlanEditor.tsx";
import { useLadderTexts } from "../ladder/use-ladder-texts.ts";
import { Section } from "./Section.tsx";

/** The plan for hard hours, to be made in a calmer one. */
export function SafetyPlanSettings() {
  const { t } = useLadderTexts();
  return (
    <Section title={t("plan.title")} lead={t("plan.settingsLead")}>
      <SafetyPlanEditor />
    </Section>
  );
}
