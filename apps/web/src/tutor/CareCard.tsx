import type { TutorPersonEvent, TutorState } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { ScriptedCare } from "../conversation/ScriptedCare.tsx";
import classes from "./Tutor.module.css";

/** What is said to somebody at risk, with lines of help from the checked table; those of their country once it is known. */
export function CareCard(props: {
  readonly care: NonNullable<TutorState["care"]>;
  readonly state: TutorState;
  readonly onSend: (act: TutorPersonEvent) => void;
}) {
  const { t } = useTranslation("tutor");
  const { care, state, onSend } = props;
  return (
    <section className={classes.card} aria-labelledby="tutor-care">
      <h2 id="tutor-care">{t("care.title")}</h2>
      <ScriptedCare
        answer={care}
        country={state.country}
        about={state.latch?.about ?? "self"}
        onCountry={(country) => onSend({ kind: "country-changed", country })}
      />
    </section>
  );
}
