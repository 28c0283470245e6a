import { Button, VisuallyHidden } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconCheck } from "@tabler/icons-react";
import { useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { CareNotes } from "./CareNotes.tsx";
import { COUNCIL_STEPS, isBegun, storedStep, storeStep, type CouncilStep } from "./council-steps.ts";
import { useCouncil } from "./council-context.ts";
import classes from "./Council.module.css";
import { Step } from "./Step.tsx";
import { BiasesStep } from "./steps/BiasesStep.tsx";
import { ConsequencesStep } from "./steps/ConsequencesStep.tsx";
import { DecideStep } from "./steps/DecideStep.tsx";
import { FeelingsStep } from "./steps/FeelingsStep.tsx";
import { FrameStep } from "./steps/FrameStep.tsx";
import { LensesStep } from "./steps/LensesStep.tsx";
import { ObjectionStep } from "./steps/ObjectionStep.tsx";
import { OptionsStep } from "./steps/OptionsStep.tsx";
import { OthersStep } from "./steps/OthersStep.tsx";
import { RecordStep } from "./steps/RecordStep.tsx";
import { StakeholdersStep } from "./steps/StakeholdersStep.tsx";
import { ValuesStep } from "./steps/ValuesStep.tsx";

const STEPS: Readonly<Record<CouncilStep, ComponentType>> = {
  frame: FrameStep,
  options: OptionsStep,
  stakeholders: StakeholdersStep,
  feelings: FeelingsStep,
  values: ValuesStep,
  consequences: ConsequencesStep,
  lenses: LensesStep,
  objection: ObjectionStep,
  biases: BiasesStep,
  others: OthersStep,
  decide: DecideStep,
  record: RecordStep,
};

/** The host's way through a council: the steps at the side, one question in the middle. */
export function CouncilWork() {
  const { t } = useTranslation("council");
  const { sessionId } = useCouncil();
  const [{ step, moved }, setPlace] = useState(() => ({ step: storedStep(sessionId), moved: false }));
  const go = (next: CouncilStep) => {
    storeStep(sessionId, next);
    setPlace({ step: next, moved: true });
  };
  const index = COUNCIL_STEPS.indexOf(step);
  const before = COUNCIL_STEPS[index - 1];
  const after = COUNCIL_STEPS[index + 1];
  const Body = STEPS[step];
  return (
    <div className={classes.work}>
      <StepNav step={step} onGo={go} />
      <div>
        <p className={classes.where}>{t("steps.of", { number: index + 1, count: COUNCIL_STEPS.length })}</p>
        <CareNotes step={step} />
        <Step key={step} ask={t(`${step}.ask`)} help={t(`${step}.help`)} takesFocus={moved}>
          <Body />
        </Step>
        <div className={classes.steps}>
          {before === undefined ? (
            <span />
          ) : (
            <Button variant="subtle" leftSection={<IconArrowLeft size={18} />} onClick={() => go(before)}>
              {t("steps.back")}
            </Button>
          )}
          {after !== undefined && (
            <Button variant="light" rightSection={<IconArrowRight size={18} />} onClick={() => go(after)}>
              {t("steps.next", { step: t(`steps.${after}`) })}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function StepNav({ step, onGo }: { readonly step: CouncilStep; readonly onGo: (step: CouncilStep) => void }) {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  return (
    <nav className={classes.nav} aria-label={t("steps.label")}>
      <ol>
        {COUNCIL_STEPS.map((each, index) => {
          const done = isBegun(state, each);
          return (
            <li key={each}>
              <button
                type="button"
                className={classes.navItem}
                aria-current={each === step ? "step" : undefined}
                onClick={() => onGo(each)}
              >
                <span className={classes.mark} data-done={done || undefined} aria-hidden="true">
                  {done ? <IconCheck size={15} stroke={2.4} /> : index + 1}
                </span>
                {t(`steps.${each}`)}
                {done && <VisuallyHidden>, {t("steps.done")}</VisuallyHidden>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
