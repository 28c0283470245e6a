import { Button } from "@mantine/core";
import { TONES, teaText } from "@openempathic/experiences/play";
import type { PlayState, TeaLine, Tone } from "@openempathic/experiences/play";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import classes from "./Story.module.css";

interface StoryProps {
  readonly state: PlayState;
  readonly onMeant: (of: number, tone: Tone) => void;
}

/** The story of this moment, read out as it comes, and what came before it on request. */
export function Story({ state, onMeant }: StoryProps) {
  const { t } = useTranslation("play");
  const lines = state.night?.lines ?? [];
  const last = lines.findLastIndex(
    (line) => line.kind === "chosen" || (line.kind === "ink" && line.chosen === true),
  );
  const from = Math.max(0, last);
  const waiting = state.messages.at(-1);
  const waitsFor = waiting?.answer === undefined ? waiting?.to : undefined;
  const story = useShownAnew(from);
  return (
    <section ref={story} className={classes.story} aria-label={t("story.label")}>
      {from > 0 && (
        <details className={classes.earlier}>
          <summary>{t(state.night?.phase === "over" ? "over.read" : "story.earlier")}</summary>
          <Lines lines={lines.slice(0, from)} state={state} onMeant={onMeant} isOld />
        </details>
      )}
      <div role="log" aria-live="polite">
        <Lines lines={lines.slice(from)} state={state} onMeant={onMeant} />
        {waitsFor !== undefined && (
          <p className={classes.waiting}>{t("story.waiting", { name: t(`guests.${waitsFor}`) })}</p>
        )}
      </div>
    </section>
  );
}

/** On a narrow page the story of a new moment is brought into sight: what comes next to be done is below it. */
function useShownAnew(moment: number): React.RefObject<HTMLElement | null> {
  const story = useRef<HTMLElement>(null);
  const shown = useRef(moment);
  useEffect(() => {
    if (shown.current === moment) return;
    shown.current = moment;
    if (window.matchMedia("(max-width: 920px)").matches) story.current?.scrollIntoView({ block: "start" });
  }, [moment]);
  return story;
}

function Lines(props: StoryProps & { readonly lines: readonly TeaLine[]; readonly isOld?: boolean }) {
  const { lines, isOld = false } = props;
  return (
    <div className={classes.lines}>
      {lines.map((line, index) => (
        <Line key={`${String(line.seq)} ${String(index)}`} {...props} line={line} isOld={isOld} />
      ))}
    </div>
  );
}

function Line({
  line,
  state,
  onMeant,
  isOld,
}: StoryProps & { readonly line: TeaLine; readonly isOld: boolean }) {
  const { t, i18n } = useTranslation("play");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  switch (line.kind) {
    case "told": {
      const isCup = line.key.startsWith("cup.") || line.key.startsWith("weather.");
      return <p className={isCup ? classes.aside : classes.told}>{teaText(line.key, language)}</p>;
    }
    case "chosen":
      return <Mine>{teaText(line.key, language)}</Mine>;
    case "ink":
      return line.chosen === true ? <Mine>{line.text}</Mine> : <p className={classes.told}>{line.text}</p>;
    case "worded":
      return (
        <p className={classes.told}>
          {line.text} <small className={classes.by}>({t("story.worded")})</small>
        </p>
      );
    case "said":
      return (
        <>
          <Mine>“{line.text}”</Mine>
          {!isOld && <CameAcross line={line} state={state} onMeant={onMeant} />}
        </>
      );
  }
}

function Mine({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation("play");
  return (
    <p className={classes.mine}>
      <span>{t("story.you")}</span> {children}
    </p>
  );
}

/** How something said came across, with the way to say that it was meant differently. */
function CameAcross({
  line,
  state,
  onMeant,
}: StoryProps & { readonly line: Extract<TeaLine, { kind: "said" }> }) {
  const { t } = useTranslation("play");
  const [asks, setAsks] = useState(false);
  const message = state.messages.find(({ seq }) => seq === line.seq);
  if (line.tone === undefined || message?.estimate === undefined) return null;
  const { abstained } = message.estimate;
  const tone = t(`tone.${line.tone}`);
  const isAnswered = message.answer !== undefined;
  return (
    <div className={classes.across}>
      <p>
        {line.isMeant === true ? t("story.toneMeant", { tone }) : t("story.tone", { tone })}
        {abstained !== null && line.isMeant !== true && ` ${t("story.unread", { detail: abstained.detail })}`}
      </p>
      {isAnswered && !asks && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsks(true)}>
          {t("story.notMeant")}
        </Button>
      )}
      {asks &&
        TONES.filter((other) => other !== line.tone).map((other) => (
          <Button
            key={other}
            variant="default"
            size="compact-sm"
            onClick={() => {
              setAsks(false);
              onMeant(line.seq, other);
            }}
          >
            {t(`tone.${other}`)}
          </Button>
        ))}
      {message.answer?.kind === "guest" && message.answer.notWorded !== undefined && (
        <p className={classes.aside}>{t("story.notWorded")}</p>
      )}
    </div>
  );
}
