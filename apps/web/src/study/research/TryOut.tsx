import { checkProtocol, protocolHash, readStudyData, simulateRun } from "@openempathic/experiences/study";
import type { StudyProtocol } from "@openempathic/experiences/study";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { StudyFigures } from "./StudyFigures.tsx";

/** How many are simulated: enough for every figure, few enough for a moment. */
const SIMULATED = 40;

/** The whole study with people who do not exist: every figure and every file as it will be. */
export function TryOut({ protocol }: { readonly protocol: StudyProtocol }) {
  const { t } = useTranslation("study");
  const isWhole = checkProtocol(protocol).length === 0;
  const data = useMemo(() => (isWhole ? simulated(protocol) : undefined), [protocol, isWhole]);
  if (data === undefined) return <p className={classes.note}>{t("preview.notYet")}</p>;
  return (
    <>
      <p className={classes.note}>{t("simulate.lead", { count: SIMULATED })}</p>
      <div className={classes.after}>
        <StudyFigures data={data} />
      </div>
    </>
  );
}

function simulated(protocol: StudyProtocol) {
  const runs = Array.from({ length: SIMULATED }, (_, index) => ({
    code: `sim${String(index + 1).padStart(4, "0")}`,
    number: index + 1,
    events: simulateRun(protocol, { number: index + 1, seed: 1, startMs: Date.UTC(2026, 0, 5, 9) }),
  }));
  return readStudyData({ protocol, hash: protocolHash(protocol), declined: 4, simulated: true }, runs);
}
