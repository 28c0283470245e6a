import { describe, expect, it } from "vitest";
import { hashOf, hashOfSession, routeOf, type Route } from "./route.ts";

describe("the address", () => {
  it.each<Route>([
    { kind: "home" },
    { kind: "arrival" },
    { kind: "settings" },
    { kind: "conversation", sessionId: "3f2a-9_b" },
    { kind: "life", page: "story", sessionId: "3f2a-9_b" },
    { kind: "life", page: "digest", sessionId: "3f2a-9_b" },
    { kind: "experience", experience: "calm" },
    { kind: "experience", experience: "calm", sessionId: "s_3f2a-9" },
  ])("comes back to the same place: $kind", (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it("leads to the start where it names no place", () => {
    for (const hash of ["", "#", "#/", "#/c", "#/c/", "#/c/../x", "#/Calm", "#/calm/a/b"])
      expect(routeOf(hash).kind, hash).toBe("home");
  });

  it("of a conversation works under the companion's name, too", () => {
    expect(routeOf("#/companion/abc")).toEqual({ kind: "conversation", sessionId: "abc" });
    expect(hashOfSession({ id: "abc", experience: "companion" })).toBe("#/c/abc");
    expect(hashOfSession({ id: "abc", experience: "calm" })).toBe("#/calm/abc");
  });
});
