import type { ReplyLanguage } from "@openempathic/respond";
import type { Routine } from "./routine.ts";

/**
 * What is said when a routine's time has come: the person's own words, when they wanted to hear them, and that leaving it
 * is fine. Nothing of what was left out before, and no advice.
 */
export function routineReminder(
  { text, hour, minute, isSnoozed }: Pick<Routine, "text" | "hour" | "minute" | "isSnoozed">,
  language: ReplyLanguage,
): string {
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  if (language === "de") {
    return isSnoozed
      ? `Noch einmal, wie du wolltest: ${text}. Wenn es jetzt nicht passt, ist das auch gut.`
      : `Du wolltest um ${time} daran erinnert werden: ${text}. Wenn es jetzt nicht passt, ist das auch gut.`;
  }
  return isSnoozed
    ? `Once more, as you wished: ${text}. If it does not suit you now, that is fine.`
    : `You wanted to be reminded at ${time}: ${text}. If it does not suit you now, that is fine.`;
}
