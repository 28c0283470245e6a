import { helplinesFor } from "@openempathic/govern";
import type { TutorPersonEvent, TutorState } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { contactHref } from "../conversation/contact-href.ts";
import { useEmergencyNumber } from "../conversation/use-emergency-number.ts";
import { CountrySelect } from "../settings/CountrySelect.tsx";
import { chooseCountry } from "../settings/preferences.ts";
import classes from "./Tutor.module.css";

/** What is said to somebody at risk, with lines of help from the checked table; those of their country once it is known. */
export function CareCard(props: {
  readonly care: NonNullable<TutorState["care"]>;
  readonly state: TutorState;
  readonly onSend: (act: TutorPersonEvent) => void;
}) {
  const { t } = useTranslation("tutor");
  const { care, onSend } = props;
  const { country } = props.state;
  const emergency = useEmergencyNumber(country);
  const lines = country === undefined ? care.resources : helplinesFor(country).entries;
  return (
    <section className={classes.card} role="alert" aria-label={t("care.title")}>
      <h2>{t("care.title")}</h2>
      {care.text.split(/\n+/u).map((part, index) => (
        <p key={index}>{part}</p>
      ))}
      <ul className={classes.lines}>
        <li>
          {t("care.emergency")}: <Contact words={emergency} />
        </li>
        {lines.map(({ name, contact, hours }) => (
          <li key={`${name} ${contact}`}>
            {name}: <Contact words={contact} /> <small className={classes.soft}>{hours}</small>
          </li>
        ))}
      </ul>
      <CountrySelect
        label={t("care.country")}
        description={t("care.countryHelp")}
        value={country}
        onChoose={(chosen) => {
          if (chosen === undefined) return;
          chooseCountry(chosen);
          onSend({ kind: "country-changed", country: chosen });
        }}
      />
    </section>
  );
}

function Contact({ words }: { readonly words: string }) {
  const href = contactHref(words);
  return href === undefined ? <strong>{words}</strong> : <a href={href}>{words}</a>;
}
