import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";

describe("a logged failure", () => {
  it("shows places in the code, and no line of the message that looks like one", () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => void lines.push(line),
      () => 0,
    );
    const said = "I walked\n    at midnight (past the quillwort pond:3:15)\n    at home:1:1";
    const error = new Error(`Failed query: insert …\nparams: ${said}`, { cause: new Error(said) });
    error.name = "DrizzleQueryError";
    log.failure("session-run", error);
    log.failure("session-run", Object.assign(new Error(said), { message: "changed later" }));
    expect(lines.join("\n")).not.toMatch(/midnight|quillwort|home/u);
    expect(lines[0]).toContain("log.test.ts");
    expect(lines[0]).toContain('["DrizzleQueryError","Error"]');
  });
});
