import { useSyncExternalStore } from "react";

/** The pages about what somebody keeps in a conversation. */
export const LIFE_PAGES = ["story", "days", "people", "digest"] as const;

/** One of them, by its word. */
export type LifePage = (typeof LIFE_PAGES)[number];

/** Where the page is. The address keeps it, so that a reload or a bookmark comes back to the same place. */
export type Route =
  | { readonly kind: "home" }
  /** The way into a conversation with the companion. */
  | { readonly kind: "arrival" }
  | { readonly kind: "conversation"; readonly sessionId: string }
  /** What its person keeps in a conversation: their life story, their days, their people, a digest for a carer. */
  | { readonly kind: "life"; readonly page: LifePage; readonly sessionId: string }
  | { readonly kind: "settings" }
  /** Any other experience: its first page, or one of its sessions. */
  | { readonly kind: "experience"; readonly experience: string; readonly sessionId?: string };

/** Reads the part of the address after `#`. */
export function routeOf(hash: string): Route {
  const [, place, sessionId] = /^#\/([a-z][a-z-]*)(?:\/([\w-]+))?$/.exec(hash) ?? [];
  if (place === undefined) return { kind: "home" };
  // `#/c/…` is how conversations were addressed from the first day on.
  if (place === "c" || place === "companion") {
    if (sessionId !== undefined) return { kind: "conversation", sessionId };
    return place === "c" ? { kind: "home" } : { kind: "arrival" };
  }
  if (place === "settings") return { kind: "settings" };
  const page = LIFE_PAGES.find((name) => place === `my-${name}`);
  if (page !== undefined)
    return sessionId === undefined ? { kind: "arrival" } : { kind: "life", page, sessionId };
  return { kind: "experience", experience: place, ...(sessionId === undefined ? {} : { sessionId }) };
}

/** Writes a route as the part of the address after `#`. */
export function hashOf(route: Route): string {
  switch (route.kind) {
    case "home":
      return "#/";
    case "arrival":
      return "#/companion";
    case "conversation":
      return `#/c/${route.sessionId}`;
    case "life":
      return `#/my-${route.page}/${route.sessionId}`;
    case "settings":
      return "#/settings";
    case "experience":
      return `#/${route.experience}${route.sessionId === undefined ? "" : `/${route.sessionId}`}`;
  }
}

/** The address of a session of whichever experience. */
export function hashOfSession({
  id,
  experience,
}: {
  readonly id: string;
  readonly experience: string;
}): string {
  return hashOf(
    experience === "companion"
      ? { kind: "conversation", sessionId: id }
      : { kind: "experience", experience, sessionId: id },
  );
}

/** Goes somewhere else in the site. */
export function goTo(route: Route): void {
  window.location.hash = hashOf(route);
}

/** Where the page is, followed as it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(followHash, () => window.location.hash);
  return routeOf(hash);
}

function followHash(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
