import { Button } from "@mantine/core";
import { currentOf } from "@openempathic/experiences/council";
import { useTranslation } from "react-i18next";
import { useCouncil } from "./council-context.ts";
import classes from "./Council.module.css";

/** Changing a thing, or crossing it out; what was there before stays in the record. */
export function ItemActions(props: {
  readonly itemKey: string;
  readonly name: string;
  readonly onChange?: () => void;
  readonly mayCrossOut?: boolean;
}) {
  const { t } = useTranslation("council");
  const { state, send } = useCouncil();
  const { itemKey, name, onChange, mayCrossOut = true } = props;
  const isGuess = currentOf(state, itemKey)?.from !== undefined;
  return (
    <div className={classes.row}>
      {isGuess && <span className={classes.soft}>{t("suggest.mark")}</span>}
      {onChange && (
        <Button size="compact-md" variant="subtle" aria-label={t("changeName", { name })} onClick={onChange}>
          {t("change")}
        </Button>
      )}
      {mayCrossOut && (
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          aria-label={t("crossOutName", { name })}
          onClick={() => void send({ kind: "withdrawn", key: itemKey })}
        >
          {t("crossOut")}
        </Button>
      )}
    </div>
  );
}
