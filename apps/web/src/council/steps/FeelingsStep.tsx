import { itemsOf, optionsOf } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCouncil } from "../council-context.ts";
import classes from "../Council.module.css";
import { FeelingForm } from "../FeelingForm.tsx";
import { FeelingsTable, type FeelingPlace } from "../FeelingsTable.tsx";

/** How each option might feel to each, and on what that rests. */
export function FeelingsStep() {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  const [place, setPlace] = useState<FeelingPlace>();
  const stakeholders = itemsOf(state, "stakeholder");
  const options = optionsOf(state);
  if (stakeholders.length === 0 || options.length < 2) {
    return <p className={classes.hint}>{t("feelings.needsBoth")}</p>;
  }
  return (
    <>
      <FeelingsTable place={place} onPlace={setPlace} />
      {place !== undefined && (
        <FeelingForm
          key={`${place.stakeholderId} ${place.optionId}`}
          place={place}
          onDone={() => setPlace(undefined)}
        />
      )}
    </>
  );
}
