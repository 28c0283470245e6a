import { Button } from "@mantine/core";
import { checkProtocol, protocolHash, study } from "@openempathic/experiences/study";
import type {
  StudyEvent,
  StudyPersonEvent,
  StudyProtocol,
  StudyState,
} from "@openempathic/experiences/study";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { RunView } from "../run/RunView.tsx";

/** The study as a participant has it, in this browser alone: nothing is sent, nothing is kept. */
export function PreviewRun({ protocol }: { readonly protocol: StudyProtocol }) {
  const { t } = useTranslation("study");
  const [number, setNumber] = useState(1);
  const isWhole = checkProtocol(protocol).length === 0;
  if (!isWhole) return <p className={classes.note}>{t("preview.notYet")}</p>;
  return (
    <>
      <div className={classes.note}>
        <p>{t("preview.lead", { number })}</p>
        <Button variant="subtle" onClick={() => setNumber(number + 1)}>
          {t("preview.next")}
        </Button>
      </div>
      <div className={classes.after}>
        <Preview key={number} protocol={protocol} number={number} />
      </div>
    </>
  );
}

function Preview({ protocol, number }: { readonly protocol: StudyProtocol; readonly number: number }) {
  const [state, setState] = useState(() => begun(protocol, number));
  const act = useCallback((event: StudyPersonEvent) => setState((before) => taken(before, event)), []);
  if (state.run === undefined) return null;
  return <RunView run={state.run} country={state.country} onAct={act} />;
}

function begun(protocol: StudyProtocol, number: number): StudyState {
  const consentVersion = protocol.consents.at(-1)?.version ?? "";
  const hash = protocolHash(protocol);
  const started = taken(study.initial, { kind: "session-started", language: protocol.language });
  return taken(started, { kind: "enrolled", protocol, hash, code: "preview", number, consentVersion });
}

type Unnumbered = StudyEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, "seq" | "atMs">
    : never
  : never;

function taken(state: StudyState, event: Unnumbered): StudyState {
  // The cast is safe: an event without its stamp, with a stamp.
  return study.apply(state, { ...event, seq: state.lastSeq + 1, atMs: Date.now() }).state;
}
