import { helplinesFor } from "@openempathic/govern";
import type { RiskLatch, ShownResource } from "@openempathic/govern";
import { useTranslation } from "react-i18next";
import { LadderSteps } from "../ladder/LadderSteps.tsx";
import { CountrySelect } from "../settings/CountrySelect.tsx";
import { chooseCountry } from "../settings/preferences.ts";
import { contactHref } from "./contact-href.ts";
import classes from "./CrisisCard.module.css";
import { useEmergencyNumber } from "./use-emergency-number.ts";

/**
 * Lines of help, verbatim from the checked table. As long as the country is unknown it can be chosen here, and the
 * lines shown are then those of that country.
 */
export function HelpLines(props: {
  /** What the answer named. */
  readonly resources: readonly ShownResource[];
  /** The session's country; absent where the person has not said. */
  readonly country: string | undefined;
  /** Whom the danger is about. */
  readonly about: RiskLatch["about"];
  readonly onCountry: (country: string) => void;
}) {
  const { t } = useTranslation();
  const { resources, country, about, onCountry } = props;
  const lines = helplinesFor(country);
  // What was shown stays, unless a country has become known since.
  const shown: readonly ShownResource[] = country === undefined ? resources : lines.entries;
  const emergency = useEmergencyNumber(country);
  const emergencyHref = contactHref(emergency);
  return (
    <section className={classes.card} aria-label={t("crisis.title")} data-people>
      <h3 className={classes.title}>{t("crisis.title")}</h3>
      <p className={classes.lead}>{t("crisis.lead")}</p>
      <ul className={classes.list}>
        <li className={classes.line}>
          <span className={classes.name}>{t("crisis.emergency")}</span>
          <Contact words={emergency} {...(emergencyHref ? { href: emergencyHref } : {})} />
        </li>
        {shown.map((line) => (
          <ResourceLine key={`${line.name} ${line.contact}`} line={line} />
        ))}
      </ul>
      <Checked lines={shown} />
      <div className={classes.country}>
        <CountrySelect
          label={t("crisis.country")}
          description={t("crisis.countryHelp")}
          value={country}
          onChoose={(chosen) => {
            if (chosen === undefined) return;
            chooseCountry(chosen);
            onCountry(chosen);
          }}
        />
      </div>
      {/* Its rungs are for the one who writes; a worry about somebody else has its own answers. */}
      {about !== "others" && <LadderSteps />}
      <p className={classes.stays}>{t("crisis.stays")}</p>
    </section>
  );
}

function ResourceLine({ line }: { readonly line: ShownResource }) {
  const href = contactHref(line.contact);
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        {line.name}
        <small>
          <Hours words={line.hours} />
        </small>
      </span>
      <Contact words={line.contact} {...(href ? { href } : {})} />
    </li>
  );
}

/** The day on which all of these lines had been compared with their sources, and which these are. */
function Checked({ lines }: { readonly lines: readonly ShownResource[] }) {
  const { t, i18n } = useTranslation();
  const [oldest] = lines.map(({ checkedOn }) => checkedOn).sort();
  if (oldest === undefined) return null;
  const date = new Date(`${oldest}T12:00:00`).toLocaleDateString(i18n.language, { dateStyle: "long" });
  return (
    <details className={classes.checked}>
      <summary>{t("crisis.checked", { date })}</summary>
      <ul className={classes.sources}>
        {lines.map(({ name, contact, source }) => (
          <li key={`${name} ${contact}`}>
            {name}:{" "}
            <a href={source} target="_blank" rel="noreferrer">
              {hostOf(source)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The name of the place that a number was compared with. */
function hostOf(source: string): string {
  return /^https?:\/\/([^/?#]+)/u.exec(source)?.[1] ?? source;
}

/** The table's usual words in the page's language; anything else as the table has it. */
const KNOWN_HOURS: Readonly<Record<string, "always" | "unchecked" | "directory">> = {
  "24 hours a day, every day": "always",
  "hours not checked; try at any time": "unchecked",
  "a directory; the hours are those of each line": "directory",
};

function Hours({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const known = KNOWN_HOURS[words];
  return known === undefined ? words : t(`crisis.hoursKnown.${known}`);
}

function Contact({ words, href }: { readonly words: string; readonly href?: string }) {
  const { t } = useTranslation();
  if (href === undefined) return <strong className={classes.contact}>{words}</strong>;
  const isCall = href.startsWith("tel:");
  return (
    <a
      className={classes.contact}
      href={href}
      {...(isCall
        ? { "aria-label": t("crisis.call", { contact: words }) }
        : { target: "_blank", rel: "noreferrer" })}
    >
      {words}
    </a>
  );
}
