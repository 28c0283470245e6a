import { beginNight, HOME_DIALS, nightfall } from "@openempathic/experiences/play";
import { IconAdjustments, IconEye, IconMessage2, IconTeapot } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import classes from "./Play.module.css";
import type { PlaySession } from "./play-session.ts";
import { Scene } from "./scene/Scene.tsx";

const STEPS = [
  { id: "look", Icon: IconEye },
  { id: "brew", Icon: IconTeapot },
  { id: "say", Icon: IconMessage2 },
  { id: "adapt", Icon: IconAdjustments },
] as const;

/** What awaits: the tea house, how it is played, and what has to be known before. */
export function FirstPage({ session }: { readonly session: PlaySession }) {
  const { t } = useTranslation("play");
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Scene night={beginNight(nightfall(), { seq: 1, dials: HOME_DIALS })} tension={HOME_DIALS.tension} />
        <section className={classes.how}>
          <h2>{t("how.title")}</h2>
          <ul>
            {STEPS.map(({ id, Icon }) => (
              <li key={id}>
                <Icon size={22} stroke={1.5} aria-hidden="true" />
                {t(`how.${id}`)}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className={classes.column}>
        <BeforeWeBegin
          session={session}
          onBegin={() => session.begin({ kind: "night-begun", teller: "house" })}
        />
      </div>
    </div>
  );
}
