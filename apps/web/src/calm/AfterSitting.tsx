import { Button } from "@mantine/core";
import type { AffectiveSlider, PastSitting, Sitting } from "@openempathic/experiences/calm";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { arriveAt } from "./arrive-at.ts";
import { AffectiveSliderField, sliderOf } from "./choose/AffectiveSliderField.tsx";
import type { SliderDraft } from "./choose/AffectiveSliderField.tsx";
import classes from "./ReadySitting.module.css";
import { PackButton } from "./PackButton.tsx";
import { clockText } from "./play/clock-text.ts";
import { signed } from "./history/signed.ts";

/** After an exercise: how it is now, if the person likes to say, and what next. */
export function AfterSitting(props: {
  readonly sitting: Sitting;
  /** How it went; absent where the person left it out of their history. */
  readonly past: PastSitting | undefined;
  readonly onRate: (after: AffectiveSlider) => void;
  readonly onAgain: () => void;
  readonly onNext: () => void;
}) {
  const { t, i18n } = useTranslation("calm");
  const { sitting, past, onRate, onAgain, onNext } = props;
  const [draft, setDraft] = useState<SliderDraft>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => arriveAt(heading.current), []);
  const after = sliderOf(draft);
  const stopped = past?.how === "stopped";
  const isSleep = sitting.script.technique === "sleep-wind-down";
  return (
    <section className={classes.ready} aria-labelledby="calm-after">
      <p className={classes.over}>{sitting.script.title}</p>
      <h2 id="calm-after" tabIndex={-1} ref={heading}>
        {stopped ? t("after.stopped", { time: clockText(past.practisedSeconds) }) : t("after.finished")}
      </h2>
      {isSleep && !stopped && <p className={classes.summary}>{t("after.sleep")}</p>}
      {past !== undefined && past.after === undefined && (
        <>
          <h3>{t("after.title")}</h3>
          <AffectiveSliderField value={draft} onChange={setDraft} />
          <div className={classes.main}>
            <Button size="md" disabled={after === undefined} onClick={() => after && onRate(after)}>
              {t("after.save")}
            </Button>
          </div>
        </>
      )}
      <p className={classes.words} role="status">
        {past?.after !== undefined && t("after.saved")}
        {past?.after !== undefined &&
          past.before !== undefined &&
          ` ${t("after.changed", {
            valence: signed(past.after.valence - past.before.valence, i18n.language),
            arousal: signed(past.after.arousal - past.before.arousal, i18n.language),
          })}`}
      </p>
      <div className={classes.main}>
        <Button size="md" variant="light" onClick={onNext}>
          {t("after.next")}
        </Button>
        <Button size="md" variant="subtle" onClick={onAgain}>
          {t("after.again")}
        </Button>
      </div>
      <PackButton script={sitting.script} />
    </section>
  );
}
