import { createContext, useContext } from "react";

/** Which message the panel looks at, and which one is being corrected. */
export interface Selection {
  /** The message's seq; `undefined` for "right now". */
  readonly of: number | undefined;
  select(of: number | undefined): void;
  /** Opens "that's not how I feel" for a message, or for right now. */
  correct(of: number | undefined): void;
}

/** Holds the selection of the conversation on the page. */
export const SelectionContext = createContext<Selection | undefined>(undefined);

/** The selection of the conversation on the page. */
export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (selection === undefined) throw new Error("useSelection needs a SelectionContext above it");
  return selection;
}
