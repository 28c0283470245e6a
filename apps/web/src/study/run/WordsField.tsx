import { Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

/** After this long without a letter what is written is kept. */
const PAUSE_MS = 800;

/** Words of one’s own, kept while they are written: a reload loses nothing but the last moment. */
export function WordsField(props: {
  readonly label: string;
  readonly rows: number;
  readonly longest: number;
  readonly value: string;
  readonly onGiven: (words: string) => void;
}) {
  const { label, rows, longest, value, onGiven } = props;
  const [words, setWords] = useState(value);
  const given = useRef(value);
  const latest = useRef(onGiven);
  useEffect(() => void (latest.current = onGiven));
  const give = (written: string): void => {
    if (written === given.current) return;
    given.current = written;
    latest.current(written);
  };
  useEffect(() => {
    const timer = setTimeout(() => give(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <Textarea
      size="md"
      label={label}
      autosize
      minRows={rows}
      maxRows={14}
      maxLength={longest}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
      onBlur={(event) => give(event.currentTarget.value)}
    />
  );
}
