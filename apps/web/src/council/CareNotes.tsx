import type { CareFinding, CouncilItem } from "@openempathic/experiences/council";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ScriptedCare } from "../conversation/ScriptedCare.tsx";
import { useEmergencyNumber } from "../conversation/use-emergency-number.ts";
import { chosenCountry } from "../settings/preferences.ts";
import type { CouncilStep } from "./council-steps.ts";
import { useCouncil } from "./council-context.ts";
import classes from "./Council.module.css";

const PART_OF: Readonly<Record<CouncilItem["part"], CouncilStep>> = {
  frame: "frame",
  option: "options",
  stakeholder: "stakeholders",
  impact: "feelings",
  value: "values",
  consequence: "consequences",
  lens: "lenses",
  leaning: "objection",
  objection: "objection",
  bias: "biases",
  flip: "biases",
  question: "biases",
  reason: "decide",
  decision: "decide",
  revisit: "decide",
  outcome: "decide",
};

/** What was noticed in the words of this step: said once for each kind, with lines of help where somebody may need them. */
export function CareNotes({ step }: { readonly step: CouncilStep }) {
  const { state } = useCouncil();
  const findings = Object.values(state.items)
    .filter(({ withdrawnAtMs }) => withdrawnAtMs === undefined)
    .flatMap(({ versions }) => {
      const latest = versions.at(-1);
      if (latest === undefined) return [];
      return (state.care[String(latest.seq)] ?? []).map((finding) => ({ finding, part: latest.item.part }));
    });
  // Somebody who may be in danger sees the lines of help wherever they go.
  const shown = findings.filter(({ finding, part }) => finding.kind === "crisis" || PART_OF[part] === step);
  const once = [...new Map(shown.map(({ finding }) => [keyOf(finding), finding])).values()];
  return <CareList findings={once} />;
}

function keyOf(finding: CareFinding): string {
  return finding.kind === "referral" ? finding.field : finding.kind;
}

/** Things that were noticed; what is for somebody who may be in danger comes first. */
export function CareList({ findings }: { readonly findings: readonly CareFinding[] }) {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  // The record is shared and the danger is not for the others to see: where somebody is stays on this device.
  const [chosen, setChosen] = useState(chosenCountry);
  const country = chosen ?? state.country;
  const titleId = useId();
  const crisis = findings.find(({ kind }) => kind === "crisis");
  const notes = findings.filter((finding) => finding.kind !== "crisis");
  return (
    <>
      {crisis?.kind === "crisis" && (
        <section className={classes.crisis} aria-labelledby={titleId}>
          <h2 id={titleId}>{t("care.crisisTitle")}</h2>
          <ScriptedCare answer={crisis} country={country} about="self" onCountry={setChosen} />
        </section>
      )}
      <div className={classes.care} role="status" hidden={notes.length === 0}>
        {notes.map((finding) => (
          <CareNote key={keyOf(finding)} finding={finding} country={country} />
        ))}
      </div>
    </>
  );
}

/** One thing that was noticed in words that are not about the writer's own life. */
function CareNote(props: {
  readonly finding: Exclude<CareFinding, { readonly kind: "crisis" }>;
  readonly country: string | undefined;
}) {
  const { t } = useTranslation("council");
  const { finding, country } = props;
  const emergency = useEmergencyNumber(country);
  if (finding.kind === "referral") {
    return <p className={classes.careNote}>{t(`care.${finding.field}`, { word: finding.word })}</p>;
  }
  return (
    <p className={classes.careNote}>
      {finding.threat ? t("care.threat", { emergency }) : t("care.harm", { words: finding.words })}
    </p>
  );
}
