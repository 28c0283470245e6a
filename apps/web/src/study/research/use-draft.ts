import type { StudyPersonEvent, StudyProtocol } from "@openempathic/experiences/study";
import { useCallback, useEffect, useRef, useState } from "react";

/** After this long without a change the plan is kept. */
const PAUSE_MS = 1_000;

/** A plan that is being written. */
export interface Draft {
  readonly protocol: StudyProtocol;
  readonly change: (fields: Partial<StudyProtocol>) => void;
  /** Sends what is not sent yet; resolves once the server has it. */
  readonly saveNow: () => Promise<boolean>;
}

/** A plan that is kept by itself, a moment after the last change and before anything that rests on it. */
export function useDraft(stored: StudyProtocol, send: (act: StudyPersonEvent) => Promise<boolean>): Draft {
  const [own, setOwn] = useState<StudyProtocol>();
  const unsent = useRef<StudyProtocol>(undefined);
  const saveNow = useCallback(async () => {
    const protocol = unsent.current;
    if (protocol === undefined) return true;
    unsent.current = undefined;
    return send({ kind: "drafted", protocol });
  }, [send]);
  useEffect(() => {
    if (own === undefined) return undefined;
    const timer = setTimeout(() => void saveNow(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [own, saveNow]);
  useEffect(() => () => void saveNow(), [saveNow]);
  const protocol = own ?? stored;
  const change = (fields: Partial<StudyProtocol>): void => {
    const next = { ...protocol, ...fields };
    unsent.current = next;
    setOwn(next);
  };
  return { protocol, change, saveNow };
}
