import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useApi } from "../api/api-context.ts";

/** How long a deletion can be undone before the server is asked to do it. */
const UNDO_MS = 6000;

/** Deleting sessions with a moment to undo it. */
export interface SessionDeletion {
  /** The session that is about to be deleted: to be left out of lists. */
  readonly leaving: string | undefined;
  /** The last deletion did not work. */
  readonly failed: boolean;
  readonly remove: (id: string) => void;
  readonly undo: () => void;
}

/** Deletes sessions one at a time; a page that is closed before the moment is over still deletes. */
export function useSessionDeletion(): SessionDeletion {
  const api = useApi();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<string>();
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function reallyDelete(id: string) {
    setFailed(false);
    await api.deleteSession(id).catch(() => setFailed(true));
    setLeaving((current) => (current === id ? undefined : current));
    await queries.invalidateQueries({ queryKey: ["sessions"] });
  }

  useEffect(() => {
    if (leaving === undefined) return undefined;
    const finish = () => void reallyDelete(leaving);
    window.addEventListener("pagehide", finish);
    return () => window.removeEventListener("pagehide", finish);
  });

  return {
    leaving,
    failed,
    remove: (id) => {
      if (leaving !== undefined) void reallyDelete(leaving);
      clearTimeout(timer.current);
      setLeaving(id);
      timer.current = setTimeout(() => void reallyDelete(id), UNDO_MS);
    },
    undo: () => {
      clearTimeout(timer.current);
      setLeaving(undefined);
    },
  };
}
