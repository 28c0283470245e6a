import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";

/** Who is here. The first time a browser asks, the server makes it a participant; everything else comes after. */
export function useMe() {
  const api = useApi();
  return useQuery({ queryKey: ["me"], queryFn: () => api.me() });
}

/** The person's sessions, all or those of one experience, newest first. */
export function useSessions(experience?: string) {
  const api = useApi();
  const me = useMe();
  return useQuery({
    queryKey: ["sessions"],
    queryFn: () => api.sessions(),
    enabled: me.isSuccess,
    select: (all) => (experience === undefined ? all : all.filter((one) => one.experience === experience)),
  });
}
