import { describe, expect, test } from "vitest";

import type { Need } from "../plan.ts";
import type { NeedBasis } from "./choose-need.ts";
import { planReason } from "./plan-reason.ts";

const NEEDS: readonly Need[] = ["heard", "advice", "information", "joy", "company", "space"];
const BASES: readonly NeedBasis[] = ["said", "said-earlier", "tone", "assumed"];

describe.each(["en", "de"] as const)("in %s", (language) => {
  const reasons = NEEDS.flatMap((need) =>
    BASES.map((basis) => planReason({ kind: "need", need, basis }, language)),
  );
  reasons.push(planReason({ kind: "crisis" }, language));

  test("[P15] no reason claims that the person said what they want, or states how they feel", () => {
    for (const reason of reasons) {
      expect(reason).not.toMatch(
        /\byou (?:said|told|asked|want)|\bgesagt|du (?:willst|hast)|you(?:'|’)d like/i,
      );
      expect(reason).not.toMatch(/\byou (?:are|feel)\b|\bdu (?:bist|fühlst)\b/i);
    }
  });

  test("[P15] every reason names what was seen, not the move", () => {
    for (const reason of reasons) {
      expect(reason).toMatch(/sound|Your words|in your words|klingt|klingen|klangen|Deine Worte/);
      expect(reason).not.toMatch(/celebrat|gefeiert|question\.|asks for nothing|stays|bleibt|fragt/);
    }
  });
});

test("[P15] good news, a wish for quiet and a heavy tone each have their own cause", () => {
  expect(planReason({ kind: "need", need: "joy", basis: "said" }, "en")).toBe(
    "Your words sound like good news, so you may like to share it.",
  );
  expect(planReason({ kind: "need", need: "space", basis: "said-earlier" }, "de")).toBe(
    "Deine Worte vorhin klangen nach dem Wunsch nach Ruhe, deshalb ist etwas Abstand vielleicht willkommen.",
  );
  expect(planReason({ kind: "need", need: "heard", basis: "tone" }, "en")).toBe(
    "This sounds heavy, which may be wrong, so being heard may matter most now.",
  );
});
