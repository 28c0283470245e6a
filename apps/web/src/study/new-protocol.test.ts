import { checkProtocol, studyProtocolSchema } from "@openempathic/experiences/study";
import { describe, expect, it } from "vitest";
import { freeId, newProtocol } from "./new-protocol.ts";

describe("a new study", () => {
  it("has the form of a protocol, and is told what it lacks before it can be frozen", () => {
    const protocol = newProtocol("Evening walks", "en", 7);
    expect(studyProtocolSchema.safeParse(protocol).success).toBe(true);
    expect(checkProtocol(protocol).map(({ path }) => path)).toEqual(["contact", "consents", "tasks"]);
  });

  it("names tasks so that no name comes twice", () => {
    expect(freeId("phq-9", [])).toBe("phq_9");
    expect(freeId("grid", ["grid", "grid2"])).toBe("grid3");
    expect(freeId("9", [])).toBe("task");
  });
});
