import { createContext, useContext } from "react";
import type { Api } from "./api.ts";

/** Holds the service that the page talks to. */
export const ApiContext = createContext<Api | undefined>(undefined);

/** The service that the page talks to. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error("useApi needs an ApiContext above it");
  return api;
}
