import { Button } from "@mantine/core";
import { IconPlayerStop, IconVolume } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Language } from "../i18n/start-i18n.ts";
import { canSpeak, speak, stopSpeaking } from "./speech.ts";
import { useReading } from "./use-reading.ts";
import { useReadingTexts } from "./use-reading-texts.ts";

/** Reads an answer aloud, or stops. With `fresh` it begins by itself where that is wanted. */
export function SpeakButton(props: {
  readonly text: string;
  readonly language: Language;
  /** The answer was finished while the person looked on. */
  readonly fresh: boolean;
}) {
  const { t } = useReadingTexts();
  const [reading] = useReading();
  const [speaking, setSpeaking] = useState(false);
  const { text, language, fresh } = props;
  const { slow } = reading;
  const begins = fresh && reading.spoken && canSpeak();
  useEffect(() => {
    if (!begins) return;
    setSpeaking(true);
    speak(text, { language, slow, onEnd: () => setSpeaking(false) });
    return stopSpeaking;
    // Only the answer's own coming begins it: a change of the settings is no reason to read it again.
  }, [text]);
  if (!canSpeak()) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={speaking ? <IconPlayerStop size={15} /> : <IconVolume size={15} />}
      onClick={() => {
        if (speaking) stopSpeaking();
        else speak(text, { language, slow, onEnd: () => setSpeaking(false) });
        setSpeaking(!speaking);
      }}
    >
      {t(speaking ? "stop" : "speak")}
    </Button>
  );
}
