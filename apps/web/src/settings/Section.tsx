import { useId, type ReactNode } from "react";
import classes from "./SettingsPage.module.css";

/** A titled part of the settings. */
export function Section(props: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {props.title}
      </h2>
      {props.lead !== undefined && <p className={classes.lead}>{props.lead}</p>}
      <div className={classes.fields}>{props.children}</div>
    </section>
  );
}
