import type {
  CouncilPersonEvent,
  CouncilItem,
  CouncilState,
  CouncilWords,
} from "@openempathic/experiences/council";
import { councilWords } from "@openempathic/experiences/council";
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";

/** A council as its parts use it. */
export interface CouncilSession {
  readonly sessionId: string;
  readonly state: CouncilState;
  /** Who looks: "m1" is the host. */
  readonly memberId: string;
  readonly send: (act: CouncilPersonEvent) => Promise<boolean>;
}

export const CouncilContext = createContext<CouncilSession | undefined>(undefined);

/** The council that the page shows. @throws {Error} outside of one */
export function useCouncil(): CouncilSession & { readonly note: (item: CouncilItem, from?: string) => void } {
  const session = useContext(CouncilContext);
  if (session === undefined) throw new Error("useCouncil needs a CouncilContext around it");
  const note = (item: CouncilItem, from?: string) =>
    void session.send({ kind: "noted", item, ...(from === undefined ? {} : { from }) });
  return { ...session, note };
}

/** The words of a council in the page's language. */
export function useWords(): CouncilWords {
  const { i18n } = useTranslation();
  return councilWords(isLanguage(i18n.language) ? i18n.language : "en");
}
