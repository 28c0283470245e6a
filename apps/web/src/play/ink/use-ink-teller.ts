import { teaInk, tellInk } from "@openempathic/experiences/play";
import type { PlayState } from "@openempathic/experiences/play";
import { useCallback, useEffect, useRef, useState } from "react";
import type { PlaySession } from "../play-session.ts";

/** Where the writer's own story is kept on this device. */
const OWN_INK_KEY = "open-empathic.play.ink";

/** The telling of a night by a story in ink. */
export interface InkTeller {
  /** The source that is told: ours, or the one that was written here. */
  readonly source: string;
  /** Takes another source, or ours again. It is told from the next beginning on. */
  readonly write: (source: string | undefined) => void;
  readonly choose: (index: number) => void;
  /** What the story engine says is wrong; `undefined` while nothing is. */
  readonly trouble: string | undefined;
}

/**
 * Tells the night by ink where that is asked for: goes on by itself at the beginning and after a cup, and by a choice
 * in between. The story engine is fetched when it is first needed; where it stands is in the session's own events, so
 * that a reload finds it again.
 */
export function useInkTeller(session: PlaySession, state: PlayState): InkTeller {
  const [own, setOwn] = useState(() => window.localStorage.getItem(OWN_INK_KEY) ?? undefined);
  const [trouble, setTrouble] = useState<string>();
  const isTelling = useRef(false);
  const source = own ?? teaInk(state.language);
  const { night, ink, teller, pacing, begunBy } = state;
  const { send, outgoing } = session;

  const tell = useCallback(
    async (choice?: number) => {
      if (isTelling.current || night === undefined) return;
      isTelling.current = true;
      try {
        const { Compiler, Story } = await import("inkjs/full");
        const compiled = new Compiler(source).Compile().ToJson();
        if (typeof compiled !== "string") throw new TypeError("The story could not be compiled.");
        const { turn, happenings } = tellInk(
          new Story(compiled),
          { cast: () => night.cast, dials: () => pacing.dials },
          { ...(ink === undefined ? {} : { from: ink }), ...(choice === undefined ? {} : { choice }) },
        );
        setTrouble(undefined);
        await send({ kind: "ink-told", turn, happenings });
      } catch (error) {
        // Whatever a writer's story does wrong is for the writer to read.
        setTrouble(error instanceof Error ? error.message : String(error));
      } finally {
        isTelling.current = false;
      }
    },
    [night, ink, pacing.dials, source, send],
  );

  const isDue =
    teller === "ink" &&
    outgoing.length === 0 &&
    trouble === undefined &&
    (ink === undefined || (ink.phase === "brewing" && night?.phase === "talking"));
  useEffect(() => {
    if (isDue) void tell();
  }, [isDue, tell, begunBy]);

  const write = useCallback((written: string | undefined) => {
    setOwn(written);
    setTrouble(undefined);
    if (written === undefined) window.localStorage.removeItem(OWN_INK_KEY);
    else window.localStorage.setItem(OWN_INK_KEY, written);
  }, []);
  return { source, write, choose: (index) => void tell(index), trouble };
}
