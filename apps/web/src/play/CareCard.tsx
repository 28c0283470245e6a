import { helplinesFor } from "@openempathic/govern";
import type { ShownResource } from "@openempathic/govern";
import type { PlayState } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";
import { contactHref } from "../conversation/contact-href.ts";
import { useEmergencyNumber } from "../conversation/use-emergency-number.ts";
import { CountrySelect } from "../settings/CountrySelect.tsx";
import { chooseCountry } from "../settings/preferences.ts";
import classes from "./Play.module.css";
import type { PlaySession } from "./play-session.ts";

/** While somebody may be in danger: the scripted answer, the lines of help word for word, and a story that can wait. */
export function CareCard({ session, state }: { readonly session: PlaySession; readonly state: PlayState }) {
  const { t } = useTranslation("play");
  const { t: site } = useTranslation();
  const { country } = state;
  const answers = state.messages.flatMap(({ answer }) => (answer?.kind === "care" ? [answer] : []));
  const named = answers.findLast(({ resources }) => resources.length > 0)?.resources ?? [];
  const shown: readonly ShownResource[] = country === undefined ? named : helplinesFor(country).entries;
  const emergency = useEmergencyNumber(country);
  return (
    <section className={classes.care} aria-label={site("crisis.title")} data-people>
      <h2>{t("care.title")}</h2>
      <div role="log" aria-live="assertive">
        <p>{answers.at(-1)?.text}</p>
      </div>
      <ul>
        <Line name={site("crisis.emergency")} contact={emergency} />
        {shown.map(({ name, contact, hours }) => (
          <Line key={`${name} ${contact}`} name={name} contact={contact} hours={hours} />
        ))}
      </ul>
      <CountrySelect
        label={site("crisis.country")}
        description={site("crisis.countryHelp")}
        value={country}
        onChoose={(chosen) => {
          if (chosen === undefined) return;
          chooseCountry(chosen);
          void session.send({ kind: "country-changed", country: chosen });
        }}
      />
      <p className={classes.small}>{t("care.goOn")}</p>
    </section>
  );
}

function Line(props: { readonly name: string; readonly contact: string; readonly hours?: string }) {
  const href = contactHref(props.contact);
  return (
    <li>
      <span>
        {props.name}
        {props.hours !== undefined && <small>{props.hours}</small>}
      </span>
      {href === undefined ? <strong>{props.contact}</strong> : <a href={href}>{props.contact}</a>}
    </li>
  );
}
