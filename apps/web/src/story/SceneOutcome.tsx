import { Button } from "@mantine/core";
import type { Scene, StoryPersonEvent, StoryState, StoryWork } from "@openempathic/experiences/story";
import { helplinesFor } from "@openempathic/govern";
import { useTranslation } from "react-i18next";
import { contactHref } from "../conversation/contact-href.ts";
import { useEmergencyNumber } from "../conversation/use-emergency-number.ts";
import classes from "./Story.module.css";

/** What came of a scene that was asked for: the words beside those before, to be taken or left. */
export function SceneOutcome(props: {
  readonly scene: Scene;
  readonly work: StoryWork;
  readonly state: StoryState;
  readonly onSend: (act: StoryPersonEvent) => void;
}) {
  const { t, i18n } = useTranslation("story");
  const { scene, work, state, onSend } = props;
  const { outcome, seq } = scene;
  const number = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 2 });
  if (outcome.kind === "waiting") return <p role="status">{t("scene.waiting")}</p>;
  if (outcome.kind === "failed") {
    return (
      <div className={classes.alert} role="alert">
        <p>{t(`scene.trouble.${outcome.trouble}`)}</p>
        {outcome.care !== undefined && <Help care={outcome.care} country={state.country} />}
      </div>
    );
  }
  const { drafts, best, model, gapBefore } = outcome;
  const draft = drafts[best];
  const isOpen = outcome.kind === "written";
  return (
    <div className={classes.outcome} role="status">
      <p>{t("scene.tries", { count: drafts.length, model })}</p>
      <p className={classes.soft}>
        {draft?.gap === null || draft?.gap === undefined || gapBefore === null
          ? t("scene.gapUnknown")
          : t("scene.gap", { before: number(gapBefore), after: number(draft.gap) })}
      </p>
      {isOpen && (
        <>
          <dl className={classes.draft}>
            {draft?.words.map(({ of, text }) => (
              <div key={of}>
                <dt>{t("scene.was")}</dt>
                <dd>{work.script.utterances[of - 1]?.text}</dd>
                <dt>{t("scene.now")}</dt>
                <dd>
                  <strong>{text}</strong>
                </dd>
              </div>
            ))}
          </dl>
          <div className={classes.row}>
            <Button onClick={() => onSend({ kind: "scene-decided", of: seq, take: true })}>
              {t("scene.take")}
            </Button>
            <Button variant="default" onClick={() => onSend({ kind: "scene-decided", of: seq, take: false })}>
              {t("scene.leave")}
            </Button>
          </div>
        </>
      )}
      {outcome.kind === "taken" && (
        <>
          <p>{t("scene.taken")}</p>
          <Button variant="default" onClick={() => onSend({ kind: "words-undone" })}>
            {t("scene.undo")}
          </Button>
        </>
      )}
    </div>
  );
}

function Help(props: {
  readonly care: NonNullable<Extract<Scene["outcome"], { kind: "failed" }>["care"]>;
  readonly country: string | undefined;
}) {
  const emergency = useEmergencyNumber(props.country);
  const lines = props.country === undefined ? props.care.resources : helplinesFor(props.country).entries;
  return (
    <ul className={classes.faults}>
      <li>
        <Contact words={emergency} />
      </li>
      {lines.map(({ name, contact, hours }) => (
        <li key={`${name} ${contact}`}>
          {name}: <Contact words={contact} /> <small>{hours}</small>
        </li>
      ))}
    </ul>
  );
}

function Contact({ words }: { readonly words: string }) {
  const href = contactHref(words);
  return href === undefined ? <strong>{words}</strong> : <a href={href}>{words}</a>;
}
