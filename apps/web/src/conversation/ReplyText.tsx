import classes from "./ReplyTurn.module.css";

/** An answer's words; those that came as parts fade in one after the other. */
export function ReplyText({ text, parts }: { readonly text: string; readonly parts: readonly string[] }) {
  const streamed = parts.join("");
  // The finished text wins over the parts: after a restart it may have been written afresh.
  if (parts.length === 0 || streamed.trim() !== text.trim()) return <p className={classes.text}>{text}</p>;
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
