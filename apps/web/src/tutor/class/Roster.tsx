import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import classes from "../Tutor.module.css";

/** Who of the learning platform's course has joined; nothing where the class is from no platform. */
export function Roster({ id }: { readonly id: string }) {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const roster = useQuery({ queryKey: ["roster", id], queryFn: () => api.platforms.roster(id) });
  if (roster.data === undefined || roster.data.kind === "none") return null;
  return (
    <section className={classes.card} aria-labelledby="class-roster">
      <h2 id="class-roster">{t("class.roster")}</h2>
      {roster.data.kind === "unreachable" ? (
        <p role="status">{t("class.rosterUnreachable")}</p>
      ) : (
        <ul className={classes.skills}>
          {roster.data.members.map(({ name, hasJoined }, index) => (
            <li key={index} className={classes.skill}>
              <span>{name ?? t("class.nameless")}</span>
              <span>{t(hasJoined ? "class.joined" : "class.notJoined")}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.soft}>{t("class.rosterHelp")}</p>
    </section>
  );
}
