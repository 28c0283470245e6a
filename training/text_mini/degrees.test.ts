import { GOEMOTIONS_LABELS } from "@openempathic/learn";
import { expect, it } from "vitest";
import { degreesOf } from "./degrees.ts";

const first = (): number => 0;

it("says a feeling in five degrees, the strongest first", () => {
  expect(degreesOf("I'm happy about it", first)).toEqual({
    label: GOEMOTIONS_LABELS.indexOf("joy"),
    texts: [
      "I'm so happy about it",
      "I'm happy about it",
      "I'm a bit happy about it",
      "I'm barely happy about it",
      "I'm not happy about it",
    ],
  });
  expect(degreesOf("I love it", first)?.texts.at(-1)).toBe("I don't love it");
});

it("leaves sentences alone whose feeling word has a degree already, or is none", () => {
  for (const text of ["I'm not happy", "I'm so happy", "happy hour is at six", "we love it"]) {
    expect(degreesOf(text, first), text).toBeUndefined();
  }
});
