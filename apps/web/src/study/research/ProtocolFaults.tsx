import type { ProtocolFault } from "@openempathic/experiences/study";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";

/** More than these help nobody at once. */
const SHOWN = 12;

/** What stands in the way of a protocol, each with its place. */
export function ProtocolFaults({ faults }: { readonly faults: readonly ProtocolFault[] }) {
  const { t } = useTranslation("study");
  return (
    <>
      <ul className={classes.faults}>
        {faults.slice(0, SHOWN).map(({ path, reason, line }, index) => (
          <li key={index}>
            {line !== undefined && <strong>{t("fault.line", { line })} </strong>}
            {path !== "" && <code>{path}</code>} {reason}
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <p>{t("fault.more", { count: faults.length - SHOWN })}</p>}
    </>
  );
}
