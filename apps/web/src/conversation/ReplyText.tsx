import { useState } from "react";
import classes from "./ReplyTurn.module.css";

/** An answer's words; those that come as parts while the person looks on fade in one after the other. */
export function ReplyText(props: {
  readonly text: string;
  readonly parts: readonly string[];
  readonly finished: boolean;
}) {
  const { text, parts } = props;
  // What was finished before it was shown, as after a reload, is simply there.
  const [isOld] = useState(props.finished);
  const streamed = parts.join("");
  // The finished text wins over the parts: after a restart it may have been written afresh.
  if (isOld || parts.length === 0 || streamed.trim() !== text.trim()) {
    return <p className={classes.text}>{text}</p>;
  }
  return (
    <p className={classes.text}>
      {parts.map((part, index) => (
        <span key={index} className={classes.part}>
          {part}
        </span>
      ))}
    </p>
  );
}
