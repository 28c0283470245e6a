import type { CalmPersonEvent, CalmState, Sitting, TechniqueId } from "@openempathic/experiences/calm";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConnectionBanner } from "../conversation/ConnectionBanner.tsx";
import { ExperienceFrame } from "../experience/ExperienceFrame.tsx";
import type { ExperienceSession } from "../experience/use-experience-session.ts";
import { AfterSitting } from "./AfterSitting.tsx";
import { CalmCare } from "./CalmCare.tsx";
import { ChooseSitting } from "./choose/ChooseSitting.tsx";
import { CalmHistoryPanel } from "./history/CalmHistoryPanel.tsx";
import { Preparing } from "./play/Preparing.tsx";
import { PlaySitting } from "./play/PlaySitting.tsx";
import { usePlayPreferences } from "./play/play-preferences.ts";
import { ReadySitting } from "./ReadySitting.tsx";
import { ResumeSitting } from "./ResumeSitting.tsx";
import { askAgain, askInstead } from "./ask-again.ts";
import { useSitting } from "./use-sitting.ts";

/** A session whose events are here. */
export type CalmSession = ExperienceSession<CalmState, CalmPersonEvent> & { readonly state: CalmState };

/** Somebody's place: choose, see what was put together, do it, say how it was, and look back. */
export function CalmPlace(props: {
  readonly session: CalmSession;
  readonly sessionId: string;
  readonly modelConnected: boolean;
}) {
  const { t } = useTranslation("calm");
  const { session, sessionId, modelConnected } = props;
  const { state, send } = session;
  const { current } = state;
  const [preferences, setPreferences] = usePlayPreferences();
  const { playing, begin, goOn, pause, resume, stop } = useSitting({
    sessionId,
    sitting: current,
    volume: preferences.volume,
    send,
  });
  /** Somebody who wants something else sees the choice again, though the last sitting is still at hand. */
  const [chooses, setChooses] = useState(() => current?.status === "over");

  if (playing.status === "preparing") return <Preparing />;
  if (current !== undefined && playing.moment !== undefined) {
    return (
      <>
        <ConnectionBanner connection={session.connection} />
        <PlaySitting
          script={current.script}
          moment={playing.moment}
          momentNow={playing.momentNow}
          paused={playing.status === "paused"}
          hasSound={playing.hasSound}
          preferences={preferences}
          onPreferences={setPreferences}
          onPause={pause}
          onResume={resume}
          onStop={stop}
        />
      </>
    );
  }
  const ask = async (...acts: readonly CalmPersonEvent[]) => {
    for (const act of acts) await send(act);
    setChooses(false);
  };
  const view = viewOf(current, chooses);
  return (
    <ExperienceFrame title={t("title")} session={session} {...(view === "choose" ? { lead: t("lead") } : {})}>
      <CalmCare state={state} onCountry={(country) => void send({ kind: "country-changed", country })} />
      {view === "choose" && <ChooseSitting modelConnected={modelConnected} onAsk={(acts) => ask(...acts)} />}
      {view === "ready" && current !== undefined && (
        <ReadySitting
          sitting={current}
          isNew={session.outgoing.some(({ event }) => event.kind === "sitting-asked")}
          onBegin={begin}
          onOther={() => setChooses(true)}
          onInstead={(technique: TechniqueId) => void ask(askInstead(current, technique))}
        />
      )}
      {view === "resume" && current !== undefined && (
        <ResumeSitting sitting={current} sessionId={sessionId} onGoOn={goOn} onStop={stop} />
      )}
      {view === "after" && current !== undefined && (
        <AfterSitting
          sitting={current}
          past={state.past.find(({ sitting }) => sitting === current.sitting)}
          onRate={(after) => void send({ kind: "sitting-rated", of: current.sitting, after })}
          onAgain={() => void ask(askAgain(current))}
          onNext={() => setChooses(true)}
        />
      )}
      <CalmHistoryPanel past={state.past} onForget={(of) => void send({ kind: "sitting-forgotten", of })} />
    </ExperienceFrame>
  );
}

function viewOf(current: Sitting | undefined, chooses: boolean): "choose" | "ready" | "resume" | "after" {
  if (current === undefined) return "choose";
  if (current.status === "running" || current.status === "paused") return "resume";
  if (chooses) return "choose";
  return current.status === "ready" ? "ready" : "after";
}
