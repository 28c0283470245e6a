import type { EmpathyReport } from "@openempathic/respond";
import { replacementFor } from "@openempathic/respond";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openPerceivers } from "../perception/open-perceivers.ts";
import { readSettings } from "../settings/read-settings.ts";
import { startTestGateway } from "./testing/start-test-gateway.ts";
import type { TestGateway } from "./testing/start-test-gateway.ts";

const perceivers = await openPerceivers({ threads: 0 });
vi.setConfig({ testTimeout: 60_000 });

const opened: TestGateway[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((gateway) => gateway.close()));
});

const PRESSING = "Take your time to read it. You must decide right now.";

async function said(
  empathy: object,
  council?: boolean,
): Promise<{ text: string; checks: EmpathyReport["checks"] }> {
  const gateway = await startTestGateway(() => ({ kind: "text", text: PRESSING }), {
    perceiver: perceivers.text,
    ...(council === undefined ? {} : { dependencies: { council } }),
  });
  opened.push(gateway);
  const response = await fetch(`${gateway.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ messages: [{ role: "user", content: "Should I sign?" }], empathy }),
  });
  expect(response.status).toBe(200);
  const body = (await response.json()) as {
    choices: { message: { content: string } }[];
    empathy: EmpathyReport;
  };
  return { text: body.choices[0]?.message.content ?? "", checks: body.empathy.checks };
}

describe("the council set in the gateway", () => {
  it("is off unless asked for", async () => {
    expect(await said({})).toMatchObject({ text: PRESSING, checks: { findings: [] } });
  });

  it("is switched on by a request, and its finding is told", async () => {
    const { text, checks } = await said({ council: true });
    expect(text).toContain("Take your time to read it.");
    expect(text).not.toContain("decide right now");
    expect(text).toContain(replacementFor("pressure", "en"));
    expect(checks?.findings).toMatchObject([{ rule: "pressure", text: "You must decide right now" }]);
  });

  it("is switched on by the server's setting, and off again by a request", async () => {
    expect((await said({}, true)).checks?.findings).toHaveLength(1);
    expect((await said({ council: false }, true)).checks?.findings).toEqual([]);
    expect(readSettings({ OPEN_EMPATHIC_COUNCIL_CHECKS: "on" }).councilChecks).toBe(true);
    expect(readSettings({}).councilChecks).toBe(false);
    expect(() => readSettings({ OPEN_EMPATHIC_COUNCIL_CHECKS: "yes" })).toThrow(/COUNCIL_CHECKS/u);
  });
});
