import { Button } from "@mantine/core";
import { calmCare } from "@openempathic/experiences/calm";
import type { CalmState } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import { ScriptedCare } from "../conversation/ScriptedCare.tsx";
import classes from "./CalmCare.module.css";

/** The scripted help that goes before any exercise; nothing where there is no sign of danger. */
export function CalmCare(props: {
  readonly state: CalmState;
  readonly onCountry: (country: string) => void;
}) {
  const { t } = useTranslation("calm");
  const { state, onCountry } = props;
  const care = calmCare(state);
  if (care === undefined) return null;
  return (
    <section className={classes.care} aria-labelledby="calm-care">
      <h2 id="calm-care">{t("care.title")}</h2>
      <ScriptedCare answer={care} country={state.country} about={state.latch.about} onCountry={onCountry} />
      <div className={classes.ways}>
        <Button component="a" href="#/companion" size="md">
          {t("care.talk")}
        </Button>
        <p>{t("care.alongside")}</p>
      </div>
    </section>
  );
}
