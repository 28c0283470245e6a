import { useState } from "react";

/**
 * Words that somebody is writing and has not noted yet. They stay in this tab over a reload and are forgotten when they
 * are noted.
 *
 * @param name what the words are for; another name has other words
 * @param initial what stands there before anything is written
 */
export function useDraft(name: string, initial = ""): readonly [string, (text: string) => void, () => void] {
  const key = `open-empathic.draft.${name}`;
  const [draft, setDraft] = useState<{ readonly key: string; readonly text: string | null }>(() => ({
    key,
    text: window.sessionStorage.getItem(key),
  }));
  const text = draft.key === key ? draft.text : window.sessionStorage.getItem(key);
  const write = (next: string) => {
    window.sessionStorage.setItem(key, next);
    setDraft({ key, text: next });
  };
  const forget = () => {
    window.sessionStorage.removeItem(key);
    setDraft({ key, text: null });
  };
  return [text ?? initial, write, forget];
}
