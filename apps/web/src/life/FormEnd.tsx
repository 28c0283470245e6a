import { Button } from "@mantine/core";
import classes from "./Life.module.css";
import { useLifeTexts } from "./use-life-texts.ts";

/** The end of a form: what saves it, and for a change the way out. */
export function FormEnd(props: {
  readonly submit: string;
  /** The one thing to do now, rather than one of several. */
  readonly isMain?: boolean;
  readonly onCancel?: (() => void) | undefined;
}) {
  const { t } = useLifeTexts();
  return (
    <div className={classes.row}>
      <Button type="submit" variant={props.isMain === true ? "filled" : "light"}>
        {props.submit}
      </Button>
      {props.onCancel && (
        <Button variant="subtle" onClick={props.onCancel}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}
