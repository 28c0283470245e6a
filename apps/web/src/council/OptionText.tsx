import type { CouncilOption } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import classes from "./Council.module.css";

/** What an option says of itself: its words, and what speaks for and against it. */
export function OptionText({ option }: { readonly option: CouncilOption }) {
  const { t } = useTranslation("council");
  const { detail, upsides, downsides } = option;
  const lists = [
    [t("options.upsides"), upsides],
    [t("options.downsides"), downsides],
  ] as const;
  return (
    <>
      {detail !== "" && <p>{detail}</p>}
      <div className={classes.points}>
        {lists.map(
          ([name, points]) =>
            points.length > 0 && (
              <div key={name}>
                <span className={classes.soft}>{name}</span>
                <ul>
                  {points.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
    </>
  );
}
