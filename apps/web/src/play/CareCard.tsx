import type { PlayState } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";
import { ScriptedCare } from "../conversation/ScriptedCare.tsx";
import classes from "./Play.module.css";
import type { PlaySession } from "./play-session.ts";

/** While somebody may be in danger: the scripted answer, the lines of help word for word, and a story that can wait. */
export function CareCard({ session, state }: { readonly session: PlaySession; readonly state: PlayState }) {
  const { t } = useTranslation("play");
  const answers = state.messages.flatMap(({ answer }) => (answer?.kind === "care" ? [answer] : []));
  const named = answers.findLast(({ resources }) => resources.length > 0)?.resources ?? [];
  return (
    <section className={classes.care} aria-labelledby="play-care">
      <h2 id="play-care">{t("care.title")}</h2>
      <ScriptedCare
        answer={answers.at(-1) ?? { text: "", resources: [] }}
        earlier={named}
        country={state.country}
        about={state.latch.about}
        onCountry={(country) => void session.send({ kind: "country-changed", country })}
      />
      <p className={classes.small}>{t("care.goOn")}</p>
    </section>
  );
}
