import { expect, it } from "vitest";
import { gatewaySnippet } from "./gateway-snippet.ts";

it("is five lines that name this server and the new key", () => {
  const lines = gatewaySnippet("http://localhost:4747", "oe_abc").split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[1]).toContain("http://localhost:4747/v1");
  expect(lines[1]).toContain("oe_abc");
});
