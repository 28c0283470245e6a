import { Button, Slider, Switch } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { brewOf, guestOf, TEAS } from "@openempathic/experiences/play";
import type { Brew, PlayState, Tea } from "@openempathic/experiences/play";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import playClasses from "../Play.module.css";
import type { PlaySession } from "../play-session.ts";
import { brewPlace } from "./brew-position.ts";
import classes from "./Brewing.module.css";
import { FocusedHeading } from "../../experience/FocusedHeading.tsx";
import { Gauge } from "./Gauge.tsx";
import { useGuestWords } from "../scene/use-guest-words.ts";
import { usePot } from "./use-pot.ts";

/** A cup for the guest of the moment: pick a tea, and stop the pot when it is right, by clock or without one. */
export function Brewing(props: {
  readonly session: PlaySession;
  readonly state: PlayState;
  readonly takesFocus: boolean;
}) {
  const { session, state, takesFocus } = props;
  const { t } = useTranslation("play");
  const [tea, setTea] = useState<Tea>("lemon-balm");
  const [unhurried, setUnhurried] = useLocalStorage({
    key: "open-empathic.play.unhurried",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const brew = brewOf(state);
  const guest = state.night === undefined ? undefined : guestOf(state.night);
  const character = guest === undefined ? undefined : state.night?.cast[guest];
  const wordsFor = useGuestWords();
  if (brew === undefined || guest === undefined) return null;
  const pour = (position: number): void => void session.send({ kind: "cup-poured", tea, position });
  return (
    <section className={playClasses.card}>
      <FocusedHeading takesFocus={takesFocus}>
        {t("brew.title", { name: t(`guests.${guest}`) })}
      </FocusedHeading>
      <p className={classes.looks}>
        {t("scene.looks", {
          name: t(`guests.${guest}`),
          feelings: character === undefined ? "" : wordsFor(character),
        })}
      </p>
      <fieldset className={classes.teas}>
        <legend>{t("brew.which")}</legend>
        {TEAS.map((kind) => (
          <label key={kind} className={classes.tea} data-tea={kind}>
            <input
              type="radio"
              name="tea"
              value={kind}
              checked={tea === kind}
              onChange={() => setTea(kind)}
            />
            <span>
              <strong>{t(`brew.teas.${kind}`)}</strong>
              <small>{t(`brew.does.${kind}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {unhurried ? <Unhurried brew={brew} onPour={pour} /> : <Timed brew={brew} tea={tea} onPour={pour} />}
      <Switch
        className={classes.unhurried}
        label={t("brew.unhurried")}
        checked={unhurried}
        onChange={({ currentTarget }) => setUnhurried(currentTarget.checked)}
      />
    </section>
  );
}

interface PotProps {
  readonly brew: Brew;
  readonly onPour: (position: number) => void;
}

function Timed({ brew, tea, onPour }: PotProps & { readonly tea: Tea }) {
  const { t } = useTranslation("play");
  const pot = usePot(brew, onPour);
  const button = useRef<HTMLButtonElement>(null);
  const begunByKey = useRef(false);
  useEffect(() => {
    // The key that has put the kettle on is still down: only the next press pours.
    const lifted = (): void => void (begunByKey.current = false);
    window.addEventListener("keyup", lifted);
    return () => window.removeEventListener("keyup", lifted);
  }, []);
  return (
    <>
      <Gauge brew={brew} tea={tea} pot={pot} />
      <Button
        ref={button}
        size="lg"
        fullWidth
        className={classes.pour}
        color={pot.stage === "right" ? "clay" : "pine"}
        onKeyDown={(event) => {
          if (event.key !== " " && event.key !== "Enter") return;
          event.preventDefault();
          if (event.repeat || begunByKey.current) return;
          if (!pot.isDrawing) begunByKey.current = true;
          pot.press();
        }}
        onPointerDown={(event) => {
          if (event.button === 0 && pot.isDrawing) pot.press();
        }}
        onClick={() => {
          if (!pot.isDrawing) pot.press();
        }}
      >
        {t(pot.isDrawing ? "brew.pour" : "brew.start")}
      </Button>
    </>
  );
}

function Unhurried({ brew, onPour }: PotProps) {
  const { t } = useTranslation("play");
  const [percent, setPercent] = useState(50);
  return (
    <div className={classes.slow}>
      <p>{t("brew.unhurriedHow", { place: t(`brew.places.${brewPlace(brew)}`) })}</p>
      <Slider
        thumbLabel={t("brew.letDraw")}
        label={(value) => t("brew.percent", { percent: value })}
        thumbProps={{ "aria-valuetext": t("brew.percent", { percent }) }}
        value={percent}
        onChange={setPercent}
        min={0}
        max={100}
        size="lg"
      />
      <Button size="lg" fullWidth onClick={() => onPour(percent / 100)}>
        {t("brew.pour")}
      </Button>
    </div>
  );
}
