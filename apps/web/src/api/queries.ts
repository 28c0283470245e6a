import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";

/** Who is here. The first time a browser asks, the server makes it a participant; everything else comes after. */
export function useMe() {
  const api = useApi();
  return useQuery({ queryKey: ["me"], queryFn: () => api.me() });
}

/** The person's conversations, newest first. */
export function useSessions() {
  const api = useApi();
  const me = useMe();
  return useQuery({ queryKey: ["sessions"], queryFn: () => api.sessions(), enabled: me.isSuccess });
}
