import { Button, Switch } from "@mantine/core";
import { DIALS } from "@openempathic/experiences/play";
import type { Dial, PacingEntry, PacingReason, PacingState, Wish } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";
import playClasses from "../Play.module.css";
import type { PlaySession } from "../play-session.ts";
import classes from "./AdaptingPanel.module.css";

const WISHES: readonly Wish[] = ["less", "right", "more"];
const percentOf = (value: number): number => Math.round(value * 100);

/** How the game adapts: its dials with the player's own word on each, the switch, and every change with its reason. */
export function AdaptingPanel({
  session,
  pacing,
}: {
  readonly session: PlaySession;
  readonly pacing: PacingState;
}) {
  const { t } = useTranslation("play");
  const entries = pacing.log.toReversed().slice(0, 30);
  return (
    <section className={playClasses.card}>
      <h2>{t("adapting.title")}</h2>
      <Switch
        label={t("adapting.switch")}
        checked={pacing.on}
        onChange={({ currentTarget }) =>
          void session.send({ kind: "adapting-switched", on: currentTarget.checked })
        }
      />
      {!pacing.on && <p className={playClasses.small}>{t("adapting.off")}</p>}
      <ul className={classes.dials}>
        {DIALS.map((dial) => (
          <DialRow
            key={dial}
            dial={dial}
            value={pacing.dials[dial]}
            isOn={pacing.on}
            onWish={(wish) => void session.send({ kind: "dial-wished", dial, wish })}
          />
        ))}
      </ul>
      <details className={classes.log}>
        <summary>{t("adapting.log")}</summary>
        {entries.length === 0 ? (
          <p className={playClasses.small}>{t("adapting.none")}</p>
        ) : (
          <ol>
            {entries.map((entry, index) => (
              <Entry key={index} entry={entry} />
            ))}
          </ol>
        )}
      </details>
      <p className={playClasses.small}>{t("adapting.privacy")}</p>
      <p className={playClasses.small}>{t("adapting.model")}</p>
    </section>
  );
}

function DialRow(props: {
  readonly dial: Dial;
  readonly value: number;
  readonly isOn: boolean;
  readonly onWish: (wish: Wish) => void;
}) {
  const { t } = useTranslation("play");
  const { dial, value, isOn, onWish } = props;
  const name = t(`adapting.dials.${dial}`);
  const percent = percentOf(value);
  return (
    <li>
      <div className={classes.head}>
        <span>
          <strong>{name}</strong>
          <small>{t(`adapting.means.${dial}`)}</small>
        </span>
        <span className={classes.value}>{t("adapting.value", { percent })}</span>
      </div>
      <div className={classes.bar} aria-hidden="true">
        <div style={{ width: `${String(percent)}%` }} />
      </div>
      {isOn && (
        <div className={classes.wishes} role="group" aria-label={name}>
          {WISHES.map((wish) => (
            <Button key={wish} variant="default" size="compact-sm" onClick={() => onWish(wish)}>
              {t(`adapting.${wish}`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

function Entry({ entry: { turned, because } }: { readonly entry: PacingEntry }) {
  const { t } = useTranslation("play");
  const why = t(`adapting.why.${reasonKey(because)}`);
  if (turned === undefined) return <li>{t("adapting.only", { why })}</li>;
  const { dial, from, to } = turned;
  const fields = { dial: t(`adapting.dials.${dial}`), percent: percentOf(to), why };
  return <li>{to > from ? t("adapting.up", fields) : t("adapting.down", fields)}</li>;
}

function reasonKey(because: PacingReason) {
  switch (because.kind) {
    case "report":
      return because.wish;
    case "switch":
      return because.on ? "on" : "off";
    case "not-permitted":
      return because.modality === "voice" ? "notPermittedVoice" : "notPermittedFace";
    case "attempts":
    case "words":
    case "voice":
    case "face":
    case "set":
      return because.kind;
  }
}
