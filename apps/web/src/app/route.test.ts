import { describe, expect, it } from "vitest";
import { hashOf, routeOf, type Route } from "./route.ts";

describe("the address", () => {
  it.each<Route>([
    { kind: "arrival" },
    { kind: "settings" },
    { kind: "conversation", sessionId: "3f2a-9_b" },
  ])("comes back to the same place: $kind", (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it("leads to the start where it says nothing that the site knows", () => {
    for (const hash of ["", "#", "#/c/", "#/c/../x", "#/nothing"])
      expect(routeOf(hash).kind, hash).toBe("arrival");
  });
});
