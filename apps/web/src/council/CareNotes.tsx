import { Anchor } from "@mantine/core";
import type { CareFinding, CouncilItem } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import { contactHref } from "../conversation/contact-href.ts";
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
  return (
    <div className={classes.care} role="status" hidden={once.length === 0}>
      {once.map((finding) => (
        <CareNote key={keyOf(finding)} finding={finding} />
      ))}
    </div>
  );
}

function keyOf(finding: CareFinding): string {
  return finding.kind === "referral" ? finding.field : finding.kind;
}

/** One thing that was noticed. */
export function CareNote({ finding }: { readonly finding: CareFinding }) {
  const { t } = useTranslation("council");
  const emergency = useEmergencyNumber(chosenCountry());
  if (finding.kind === "referral") {
    return <p className={classes.careNote}>{t(`care.${finding.field}`, { word: finding.word })}</p>;
  }
  if (finding.kind === "harm") {
    return (
      <p className={classes.careNote}>
        {finding.threat ? t("care.threat", { emergency }) : t("care.harm", { words: finding.words })}
      </p>
    );
  }
  return (
    <div className={classes.careNote}>
      <strong>{t("care.crisisTitle")}</strong>
      <div>{finding.text}</div>
      <ul>
        {finding.resources.map(({ name, contact, hours }) => {
          const href = contactHref(contact);
          return (
            <li key={`${name} ${contact}`}>
              {name}: {href === undefined ? contact : <Anchor href={href}>{contact}</Anchor>} ({hours})
            </li>
          );
        })}
      </ul>
    </div>
  );
}
