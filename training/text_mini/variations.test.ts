import { GOEMOTIONS_LABELS } from "@openempathic/learn";
import { expect, it } from "vitest";
import { degreesOf } from "./degrees.ts";
import { swapPeople, tellOfSomebodyElse } from "./swap-people.ts";

const first = (): number => 0;
const never = (): number => 0.999;

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

it("tells of somebody else, in the same capitals", () => {
  expect(swapPeople("He told [NAME] that HIS dog left.", first)).toBe("She told Ana that HER dog left.");
  expect(swapPeople("He told [NAME] that his dog left.", never)).toBe("He told [NAME] that his dog left.");
  expect(tellOfSomebodyElse("[NAME] is here, she said", never)).toBe("Noa is here, she said");
});
