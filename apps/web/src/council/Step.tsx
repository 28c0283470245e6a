import { useEffect, useRef, type ReactNode } from "react";
import classes from "./Council.module.css";

/** One step: its question, a word of help, and what belongs to it. The heading takes the focus when it is come to. */
export function Step(props: {
  readonly ask: string;
  readonly help: string;
  /** Whether the reader came here by a button of the page, not by loading it. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { takesFocus = false } = props;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section className={classes.step}>
      <h2 ref={heading} tabIndex={-1} className={classes.ask}>
        {props.ask}
      </h2>
      <p className={classes.help}>{props.help}</p>
      {props.children}
    </section>
  );
}
