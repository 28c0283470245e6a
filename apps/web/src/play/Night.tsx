import { isCareFirst } from "@openempathic/experiences/play";
import type { PlayState } from "@openempathic/experiences/play";
import { useEffect, useState } from "react";
import { AdaptingPanel } from "./adapting/AdaptingPanel.tsx";
import { Brewing } from "./acting/Brewing.tsx";
import { Over } from "./acting/Over.tsx";
import { Talking } from "./acting/Talking.tsx";
import { CareCard } from "./CareCard.tsx";
import { useInkTeller } from "./ink/use-ink-teller.ts";
import { TellerPanel } from "./ink/TellerPanel.tsx";
import classes from "./Play.module.css";
import type { PlaySession } from "./play-session.ts";
import { Scene } from "./scene/Scene.tsx";
import { Story } from "./Story.tsx";

/** One night: the scene, the story so far, what can be done now, and beside it how it adapts and who tells it. */
export function Night(props: {
  readonly sessionId: string;
  readonly session: PlaySession;
  readonly state: PlayState;
}) {
  const { sessionId, session, state } = props;
  const { night } = state;
  const ink = useInkTeller(session, state);
  useBegun(session, state);
  const acting = `${String(state.begunBy)} ${String(night?.cups.length)} ${String(night?.moment)} ${String(night?.phase)}`;
  const [opened] = useState(acting);
  const takesFocus = acting !== opened;
  if (night === undefined) return null;
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Scene night={night} tension={state.pacing.dials.tension} />
        {isCareFirst(state) && <CareCard session={session} state={state} />}
        <Story state={state} onMeant={(of, tone) => void session.send({ kind: "meant", of, tone })} />
      </div>
      <div className={classes.column}>
        {/* Each pot and each talk is made anew. */}
        <div className={classes.acting} key={acting}>
          {night.phase === "brewing" && (state.teller === "house" || state.ink !== undefined) && (
            <Brewing session={session} state={state} takesFocus={takesFocus} />
          )}
          {night.phase === "talking" && (
            <Talking
              sessionId={sessionId}
              session={session}
              state={state}
              onInkChoice={ink.choose}
              takesFocus={takesFocus}
            />
          )}
          {night.phase === "over" && <Over session={session} takesFocus={takesFocus} />}
        </div>
        <AdaptingPanel session={session} pacing={state.pacing} />
        <TellerPanel session={session} state={state} ink={ink} />
      </div>
    </div>
  );
}

/** A night whose beginning did not get through with the session’s is begun here. */
function useBegun(session: PlaySession, { night }: PlayState): void {
  const isMissing = night === undefined && session.connection === "open" && session.outgoing.length === 0;
  const { send } = session;
  useEffect(() => {
    if (!isMissing) return;
    // The stream may still be on its way to that event.
    const soon = window.setTimeout(() => void send({ kind: "night-begun", teller: "house" }), 1500);
    return () => window.clearTimeout(soon);
  }, [isMissing, send]);
}
