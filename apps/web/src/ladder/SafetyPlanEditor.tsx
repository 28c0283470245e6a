import { Button, Textarea } from "@mantine/core";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { saveFile } from "../settings/save-file.ts";
import classes from "./LadderSteps.module.css";
import { loadPlan, PLAN_PARTS, planText, savePlan, type PlanPart, type SafetyPlan } from "./safety-plan.ts";
import { useLadderTexts } from "./use-ladder-texts.ts";

/** The plan for hard hours: kept on this device as it is written, downloaded and deleted by the person. */
export function SafetyPlanEditor() {
  const { t } = useLadderTexts();
  const [plan, setPlan] = useState<SafetyPlan>(() => loadPlan(window.localStorage));
  const [status, setStatus] = useState<"saved" | "notSaved" | "deleted">();
  const [asking, setAsking] = useState(false);
  const isEmpty = Object.values(plan).every((text) => text.trim() === "");

  function write(next: SafetyPlan) {
    setPlan(next);
    setStatus(savePlan(window.localStorage, next) ? "saved" : "notSaved");
  }

  function download() {
    // The cast is safe: one heading for each part.
    const headings = Object.fromEntries(PLAN_PARTS.map((part) => [part, t(`plan.${part}`)])) as Record<
      PlanPart,
      string
    >;
    const text = planText(plan, { title: t("plan.title"), headings });
    saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), t("plan.file"));
  }

  return (
    <div className={classes.fields}>
      {PLAN_PARTS.map((part) => (
        <Textarea
          key={part}
          label={t(`plan.${part}`)}
          placeholder={t(`plan.${part}Placeholder`)}
          size="md"
          autosize
          minRows={1}
          maxRows={8}
          maxLength={2000}
          value={plan[part] ?? ""}
          onChange={(event) => write({ ...plan, [part]: event.currentTarget.value })}
        />
      ))}
      <p role="status" className={classes.status}>
        {status !== undefined && t(`plan.${status}`)}
      </p>
      <div className={classes.actions}>
        <Button
          variant="light"
          leftSection={<IconDownload size={17} />}
          disabled={isEmpty}
          onClick={download}
        >
          {t("plan.download")}
        </Button>
        {asking ? (
          <>
            <span>{t("plan.deleteAsk")}</span>
            <Button
              color="clay"
              variant="light"
              autoFocus
              onClick={() => {
                savePlan(window.localStorage, {});
                setPlan({});
                setStatus("deleted");
                setAsking(false);
              }}
            >
              {t("plan.deleteYes")}
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              {t("plan.deleteNo")}
            </Button>
          </>
        ) : (
          <Button
            variant="subtle"
            color="clay"
            leftSection={<IconTrash size={17} />}
            disabled={isEmpty}
            onClick={() => setAsking(true)}
          >
            {t("plan.delete")}
          </Button>
        )}
      </div>
    </div>
  );
}
