import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import type { ExperienceEntry } from "../experience/experience-entry.ts";
import classes from "./Home.module.css";

/** One experience introducing itself; the whole card leads to it. */
export function ExperienceCardLink({ entry }: { readonly entry: ExperienceEntry }) {
  const { i18n } = useTranslation();
  const { id, icon: Icon } = entry;
  const { title, lead } = entry.card[isLanguage(i18n.language) ? i18n.language : "en"];
  return (
    <li className={classes.card}>
      <span className={classes.icon} aria-hidden="true">
        <Icon size={26} stroke={1.5} />
      </span>
      <h2 className={classes.name}>
        <a href={`#/${id}`}>
          {title}
          <IconArrowRight size={20} stroke={1.7} aria-hidden="true" />
        </a>
      </h2>
      <p>{lead}</p>
    </li>
  );
}
