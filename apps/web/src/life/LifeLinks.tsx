import { IconBook2, IconClockHeart, IconHeartHandshake, IconUsers } from "@tabler/icons-react";
import { useId } from "react";
import { hashOf, LIFE_PAGES, type LifePage } from "../app/route.ts";
import { useSession } from "../session/use-session.ts";
import classes from "./Life.module.css";
import { useLifeTexts } from "./use-life-texts.ts";

const ICONS = {
  story: IconBook2,
  days: IconClockHeart,
  people: IconUsers,
  digest: IconHeartHandshake,
} as const;

/** The ways to what a person keeps in this conversation. */
export function LifeLinks({ current }: { readonly current?: LifePage }) {
  const { t } = useLifeTexts();
  const { store } = useSession();
  const heading = useId();
  return (
    <nav aria-labelledby={heading}>
      <h2 id={heading} className={classes.linksTitle}>
        {t("links.title")}
      </h2>
      <ul className={classes.links}>
        {LIFE_PAGES.map((page) => {
          const Icon = ICONS[page];
          return (
            <li key={page}>
              <a
                href={hashOf({ kind: "life", page, sessionId: store.sessionId })}
                aria-current={page === current ? "page" : undefined}
              >
                <Icon size={20} stroke={1.6} aria-hidden="true" />
                {t(`links.${page}`)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
