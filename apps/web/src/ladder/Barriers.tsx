import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import classes from "./LadderSteps.module.css";
import { useLadderTexts } from "./use-ladder-texts.ts";

const BARRIERS = ["words", "burden", "serious", "phone", "control", "before", "other"] as const;

/** What often stands between somebody and help, and a word to each. What is chosen is remembered nowhere. */
export function Barriers() {
  const { t } = useLadderTexts();
  const [chosen, setChosen] = useState<(typeof BARRIERS)[number]>();
  return (
    <>
      <Radio.Group
        label={t("barriers.lead")}
        size="md"
        value={chosen ?? null}
        onChange={(value) => setChosen(BARRIERS.find((barrier) => barrier === value))}
      >
        <Stack gap={10} mt="sm">
          {BARRIERS.map((barrier) => (
            <Radio key={barrier} size="md" value={barrier} label={t(`barriers.${barrier}.name`)} />
          ))}
        </Stack>
      </Radio.Group>
      <div role="status">
        {chosen !== undefined && (
          <div className={classes.answer}>
            <p>{t(`barriers.${chosen}.answer`)}</p>
          </div>
        )}
      </div>
    </>
  );
}
