import { Modal } from "@mantine/core";
import { messageOf } from "@openempathic/experiences";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import { viewsOfEstimate, viewsOfState } from "./category-views.ts";
import { isInDanger, wasInDanger } from "./is-in-danger.ts";
import { SelfReportForm } from "./SelfReportForm.tsx";

/** "That's not how I feel", for one message or for right now. */
export function SelfReportDialog(props: {
  readonly opened: boolean;
  readonly of: number | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { store, snapshot } = useSession();
  const message = props.of === undefined ? undefined : messageOf(snapshot.state, props.of);
  const inDanger = message ? wasInDanger(message) : isInDanger(snapshot.state.latch.level);
  const estimate = message?.estimate;
  const guessed = inDanger ? [] : estimate ? viewsOfEstimate(estimate) : viewsOfState(snapshot.state.affect);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size={520}
      title={<span className="oe-serif">{t("selfReport.title")}</span>}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <SelfReportForm
        guessed={guessed.slice(0, 3).map(({ id }) => id)}
        onSubmit={(report) => {
          props.onClose();
          void store.send({
            kind: "self-reported",
            ...(props.of === undefined ? {} : { of: props.of }),
            ...report,
          });
        }}
      />
    </Modal>
  );
}
