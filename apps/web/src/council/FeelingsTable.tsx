import { currentOf, itemsOf, optionsOf } from "@openempathic/experiences/council";
import type { Impact } from "@openempathic/experiences/council";
import { IconEyeSearch, IconHelpCircle, IconQuote } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCouncil, useWords } from "./council-context.ts";
import classes from "./Council.module.css";

/** A stakeholder and an option. */
export interface FeelingPlace {
  readonly stakeholderId: string;
  readonly optionId: string;
}

const ICONS = { said: IconQuote, "inferred-from-text": IconEyeSearch, guessed: IconHelpCircle } as const;

/** The likely feelings of each, by option, with what they rest on. Without `onPlace` it is for reading only. */
export function FeelingsTable(props: {
  readonly place?: FeelingPlace | undefined;
  readonly onPlace?: (place: FeelingPlace) => void;
}) {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  const { place, onPlace } = props;
  const options = optionsOf(state);
  return (
    <div className={classes.tableRoom} role="region" aria-label={t("feelings.table")} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("feelings.who")}</th>
            {options.map(({ optionId, title }) => (
              <th key={optionId} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {itemsOf(state, "stakeholder").map(({ stakeholderId, name }) => (
            <tr key={stakeholderId}>
              <th scope="row">{name}</th>
              {options.map(({ optionId, title }) => {
                const item = currentOf(state, `impact.${stakeholderId}.${optionId}`)?.item;
                const impact = item?.part === "impact" ? item : undefined;
                const isOpen = place?.stakeholderId === stakeholderId && place.optionId === optionId;
                const content = <Cell impact={impact} />;
                return (
                  <td key={optionId}>
                    {onPlace === undefined ? (
                      content
                    ) : (
                      <button
                        type="button"
                        className={classes.cell}
                        aria-pressed={isOpen}
                        aria-label={
                          impact === undefined ? t("feelings.note", { who: name, option: title }) : undefined
                        }
                        onClick={() => onPlace({ stakeholderId, optionId })}
                      >
                        {content}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ impact }: { readonly impact: Impact | undefined }) {
  const { t } = useTranslation(["council", "translation"]);
  const words = useWords();
  if (impact === undefined) return <span className={classes.soft}>{t("feelings.empty")}</span>;
  const Icon = ICONS[impact.basis];
  const felt = [
    ...impact.feelings.map((id) => t(`categories.${id}`, { ns: "translation" })),
    ...(impact.valence === undefined ? [] : [words.valence[Math.round((impact.valence + 1) * 2)] ?? ""]),
    ...(impact.note === undefined ? [] : [impact.note]),
  ];
  return (
    <>
      <span className={`${classes.felt} ${impact.basis === "guessed" ? classes.guess : ""}`}>
        {felt.join(", ")}
      </span>
      <span className={classes.basis}>
        <Icon size={16} stroke={1.7} aria-hidden="true" />
        {words.bases[impact.basis]}, {words.sureness[impact.sureness]}
      </span>
    </>
  );
}
