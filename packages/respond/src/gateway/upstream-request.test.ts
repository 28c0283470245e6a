import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { upstreamRequest } from "./upstream-request.ts";

const change = { instructions: "Be kind.", model: "set-model" };
const user = { role: "user", content: "Hello" };

function bodyOf(
  request: object,
  changed: Parameters<typeof upstreamRequest>[1] = change,
): Record<string, unknown> {
  return JSON.parse(upstreamRequest(JSON.stringify(request), changed)) as Record<string, unknown>;
}

describe("the request that goes upstream", () => {
  it("G3: keeps every byte but `empathy` and the plan", () => {
    const json =
      '{"model":"m", "seed": 12345678901234567890, "messages": [ {"role":"user","content":"H\\u00e9\\ud83d\\ude42"} ],\n' +
      ' "tools":[{"type":"function","x":1.50}],"empathy":{"purpose":"play"},"made_up":{"a":[null]}}';
    expect(upstreamRequest(json, change)).toBe(
      '{"model":"m","seed": 12345678901234567890,"messages": [ {"role":"system","content":"Be kind."},{"role":"user","content":"H\\u00e9\\ud83d\\ude42"} ],' +
        '"tools":[{"type":"function","x":1.50}],"made_up":{"a":[null]}}',
    );
  });

  it("G3: never carries `empathy`, and carries all other fields, whatever they are", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const ours = new Set(["model", "messages", "empathy"]);
        const others = Object.fromEntries(
          Object.entries(JSON.parse(JSON.stringify(fields)) as object).filter(([key]) => !ours.has(key)),
        );
        const request = { ...others, messages: [user], empathy: { explain: true } };
        const body = bodyOf(request, { instructions: undefined, model: "set-model" });
        expect(body).toEqual({ ...others, messages: [user], model: "set-model" });
      }),
    );
  });

  it("G4: puts the plan first where no instructions lead", () => {
    expect(bodyOf({ messages: [user] })["messages"]).toEqual([{ role: "system", content: "Be kind." }, user]);
  });

  it.each(["system", "developer"])(
    "G4: adds the plan to a %s message that leads, so that there is one",
    (role) => {
      const lead = { role, name: "x", content: "You are Max." };
      expect(bodyOf({ messages: [lead, user] })["messages"]).toEqual([
        { role, name: "x", content: "You are Max.\n\nBe kind." },
        user,
      ]);
      const inParts = { role, content: [{ type: "text", text: "You are Max.", cache: 1 }] };
      expect(bodyOf({ messages: [inParts, user] })["messages"]).toEqual([
        { role, content: [...inParts.content, { type: "text", text: "Be kind." }] },
        user,
      ]);
      expect(bodyOf({ messages: [{ role, content: "" }, user] })["messages"]).toEqual([
        { role, content: "Be kind." },
        user,
      ]);
    },
  );

  it("G5: fills in the model where the request leaves it to the gateway, and only there", () => {
    expect(bodyOf({ messages: [user] })["model"]).toBe("set-model");
    expect(bodyOf({ messages: [user], model: "open-empathic" })["model"]).toBe("set-model");
    expect(bodyOf({ messages: [user], model: "gpt-x" })["model"]).toBe("gpt-x");
  });
});
