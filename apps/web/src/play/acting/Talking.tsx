import { Button, Textarea } from "@mantine/core";
import { guestOf, isCareFirst, maySpeak, MOMENTS, teaText } from "@openempathic/experiences/play";
import type { PlayState, TeaWordKey } from "@openempathic/experiences/play";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { draftKey } from "../../settings/preferences.ts";
import playClasses from "../Play.module.css";
import type { PlaySession } from "../play-session.ts";
import { FocusedHeading } from "../../experience/FocusedHeading.tsx";
import classes from "./Talking.module.css";

interface TalkingProps {
  readonly sessionId: string;
  readonly session: PlaySession;
  readonly state: PlayState;
  readonly onInkChoice: (index: number) => void;
  readonly takesFocus: boolean;
}

/** What can be done in this moment: one of its choices, and something in one's own words. */
export function Talking(props: TalkingProps) {
  const { t } = useTranslation("play");
  const { sessionId, session, state, takesFocus } = props;
  const guest = state.night === undefined ? undefined : guestOf(state.night);
  const last = state.messages.at(-1);
  const isWaiting = last !== undefined && last.answer === undefined;
  return (
    <section className={playClasses.card}>
      <FocusedHeading takesFocus={takesFocus}>{t("talk.title")}</FocusedHeading>
      <Choices {...props} isWaiting={isWaiting} />
      {(maySpeak(state) || isWaiting) && guest !== undefined && (
        <OwnWords
          sessionId={sessionId}
          label={isCareFirst(state) ? t("talk.ownLabel") : t("talk.own", { name: t(`guests.${guest}`) })}
          isWaiting={isWaiting}
          onSay={(text) => void session.send({ kind: "message", text })}
        />
      )}
      {!maySpeak(state) && !isWaiting && <p className={playClasses.small}>{t("talk.spoken")}</p>}
    </section>
  );
}

function Choices({ session, state, onInkChoice, isWaiting }: TalkingProps & { readonly isWaiting: boolean }) {
  const { t, i18n } = useTranslation("play");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const { night, teller, ink } = state;
  const moment = MOMENTS[night?.moment ?? MOMENTS.length];
  if (teller === "ink") {
    const choices = ink?.phase === "talking" ? ink.choices : [];
    if (choices.length === 0) return <p className={playClasses.small}>{t("talk.inkGoesOn")}</p>;
    return (
      <ol className={classes.choices}>
        {choices.map((choice, index) => (
          <li key={index}>
            <Choice disabled={isWaiting} onChoose={() => onInkChoice(index)}>
              {choice}
            </Choice>
          </li>
        ))}
      </ol>
    );
  }
  return (
    <ol className={classes.choices}>
      {moment?.choices.map((choice) => (
        <li key={choice}>
          <Choice disabled={isWaiting} onChoose={() => void session.send({ kind: "chosen", choice })}>
            {/* The cast is safe: every choice has its words, by test. */}
            {teaText(`${moment.id}.${choice}` as TeaWordKey, language)}
          </Choice>
        </li>
      ))}
    </ol>
  );
}

function Choice(props: {
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Button
      variant="default"
      size="md"
      fullWidth
      justify="flex-start"
      className={classes.choice}
      disabled={props.disabled}
      onClick={props.onChoose}
    >
      {props.children}
    </Button>
  );
}

/** Where something is said in the player's own words; they survive a reload until they are sent. */
function OwnWords(props: {
  readonly sessionId: string;
  readonly label: string;
  readonly isWaiting: boolean;
  readonly onSay: (text: string) => void;
}) {
  const { t } = useTranslation("play");
  const key = draftKey(props.sessionId);
  const [text, setText] = useState(() => window.localStorage.getItem(key) ?? "");
  const write = (next: string): void => {
    setText(next);
    if (next === "") window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, next);
  };
  const say = (): void => {
    if (text.trim() === "" || props.isWaiting) return;
    props.onSay(text.trim());
    write("");
  };
  return (
    <form
      className={classes.own}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <Textarea
        label={props.label}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          say();
        }}
      />
      <Button type="submit" variant="light" disabled={text.trim() === ""} loading={props.isWaiting}>
        {t("talk.send")}
      </Button>
    </form>
  );
}
