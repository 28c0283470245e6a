import { useSyncExternalStore } from "react";

/** Where the page is. The address keeps it, so that a reload or a bookmark comes back to the same place. */
export type Route =
  | { readonly kind: "arrival" }
  | { readonly kind: "conversation"; readonly sessionId: string }
  | { readonly kind: "settings" };

/** Reads the part of the address after `#`. */
export function routeOf(hash: string): Route {
  const conversation = /^#\/c\/([\w-]+)$/.exec(hash);
  if (conversation?.[1] !== undefined) return { kind: "conversation", sessionId: conversation[1] };
  return hash === "#/settings" ? { kind: "settings" } : { kind: "arrival" };
}

/** Writes a route as the part of the address after `#`. */
export function hashOf(route: Route): string {
  switch (route.kind) {
    case "arrival":
      return "#/";
    case "conversation":
      return `#/c/${route.sessionId}`;
    case "settings":
      return "#/settings";
  }
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
