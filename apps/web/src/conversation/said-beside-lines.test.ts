import { judgeCare } from "@openempathic/experiences/council";
import { describe, expect, it } from "vitest";
import { saidBesideLines } from "./said-beside-lines.ts";

// Words of somebody in danger right now, so that the answer says what to call before it names the lines.
const WORDS = {
  en: "I have the pills here and I am going to kill myself now.",
  de: "Ich habe die Tabletten hier und bringe mich jetzt um.",
} as const;

describe("what a scripted answer says besides its lines of help", () => {
  it.each([
    { language: "en", country: "GB", emergency: "999", line: "116 123" },
    { language: "en", country: "US", emergency: "911", line: "988" },
    { language: "de", country: "DE", emergency: "112", line: "0800 111 0 111" },
  ] as const)("holds every sentence but those of the lines ($language, $country)", (each) => {
    const { language, country, emergency, line } = each;
    const [crisis] = judgeCare(WORDS[language], { language, country, atMs: 0 });
    if (crisis?.kind !== "crisis") throw new Error("these words have to be heard as danger");
    expect(crisis.text).toContain(line);
    const said = saidBesideLines(crisis).join("\n\n");
    expect(said).toContain(emergency);
    for (const { name, contact, hours } of crisis.resources) {
      expect(said).not.toContain(name);
      expect(said).not.toContain(contact);
      expect(said).not.toContain(hours);
    }
    expect(saidBesideLines(crisis).length).toBe(crisis.text.split("\n\n").length - 1);
  });

  it("is all of an answer that names no line, and nothing of an empty one", () => {
    expect(saidBesideLines({ text: "Are you safe right now?", resources: [] })).toEqual([
      "Are you safe right now?",
    ]);
    expect(saidBesideLines({ text: "", resources: [] })).toEqual([]);
  });

  it("keeps a paragraph that names a number which is also a line’s", () => {
    const line = { name: "Line", contact: "112", hours: "always", checkedOn: "2026-11-23", source: "x" };
    const text = "Please call 112 now.\n\nA person:\nLine: 112 (always)\n\nAre you alone?";
    expect(saidBesideLines({ text, resources: [line] })).toEqual(["Please call 112 now.", "Are you alone?"]);
  });
});
