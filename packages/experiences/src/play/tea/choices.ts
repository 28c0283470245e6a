import type { Consequence, Happening } from "../emotion/happening.ts";
import { KEEPER } from "./guests.ts";
import type { Guest } from "./guests.ts";
import type { TeaNight, TeaWordKey } from "./night.ts";

/** What comes of a choice: the line that tells it, what happens to the guests, and what it changes in the night. */
export interface Outcome {
  readonly line: TeaWordKey;
  readonly happenings: readonly Happening[];
  readonly changes?: Partial<Pick<TeaNight, "leaf" | "string" | "hasPlayed">>;
}

/** What each choice leads to, by moment and choice. How the guests feel decides which of its outcomes it is. */
export const OUTCOMES: Readonly<Record<string, (night: TeaNight) => Outcome>> = {
  "lin-arrives.tomorrow": () =>
    told("lin-arrives.tomorrow.told", kind(0.12, { "lin-heard": 0.6, "lin-ready": 0.2 })),
  "lin-arrives.lovely": (night) =>
    likes(night, "lin") >= 0.18
      ? told("lin-arrives.lovely.trusted", kind(0.09, { "lin-ready": 0.4, "lin-heard": 0.2 }))
      : told("lin-arrives.lovely.doubted", kind(0.03, { "lin-ready": -0.2, "lin-heard": -0.3 })),
  "lin-arrives.bus": () => told("lin-arrives.bus.told", lateness(0.35), kind(0.06, { "lin-heard": 0.1 })),

  "bruno-grumbles.mend": () =>
    told("bruno-grumbles.mend.told", kind(0.12, { "bruno-heard": 0.7, "bruno-needed": 0.2 })),
  "bruno-grumbles.hands": (night) =>
    likes(night, "bruno") >= 0.12
      ? told("bruno-grumbles.hands.warmed", kind(0.09, { "bruno-needed": 0.3, "bruno-heard": 0.1 }))
      : told("bruno-grumbles.hands.hidden", kind(0.03, { "bruno-needed": -0.2, "bruno-heard": -0.3 })),
  "bruno-grumbles.clock": () =>
    told("bruno-grumbles.clock.mended", kind(0.09, { "bruno-needed": 0.5, "pim-grandpa": 0.3 })),

  "pim-snail.ask": () => told("pim-snail.ask.told", kind(0.12, { "pim-heard": 0.6, "pim-moss": 0.4 })),
  "pim-snail.grandpa": (night) =>
    hopes(night, "bruno", "bruno-needed") >= 0.35 || likes(night, "bruno") >= 0.3
      ? told(
          "pim-snail.grandpa.told",
          kind(0.09, { "pim-grandpa": 0.5, "bruno-needed": 0.3, "pim-moss": 0.2 }),
        )
      : told("pim-snail.grandpa.shy", kind(0.06, { "pim-grandpa": 0.2, "bruno-needed": 0.1 })),
  "pim-snail.only": () => told("pim-snail.only.told", kind(0.015, { "pim-moss": -0.3, "pim-heard": -0.2 })),

  "leaf.ask": (night) =>
    likes(night, "bruno") >= 0.3 || hopes(night, "bruno", "bruno-needed") >= 0.5
      ? leafTold("leaf.ask.told")
      : {
          ...told("leaf.ask.denied", kind(0.03, { "bruno-heard": -0.3, "pim-grandpa": -0.2 })),
          changes: { leaf: "kept" },
        },
  "leaf.violin": (night) =>
    hopes(night, "bruno", "bruno-needed") >= 0.4
      ? leafTold("leaf.violin.told", { "lin-heard": 0.4 })
      : {
          ...told("leaf.violin.kept", kind(0.09, { "lin-heard": 0.4, "bruno-needed": 0.3 })),
          changes: { leaf: "kept" },
        },
  "leaf.quiet": () => ({
    ...told("leaf.quiet.kept", kind(0.09, { "bruno-heard": 0.4 })),
    changes: { leaf: "kept" },
  }),

  "peg.ask": (night) =>
    night.leaf === "told" && hopes(night, "bruno", "bruno-needed") >= 0.5
      ? mended("peg.ask.mended", "bruno", { "bruno-needed": 0.6, "pim-grandpa": 0.4 })
      : told("peg.ask.refused", kind(0.03, { "bruno-needed": -0.3 })),
  "peg.together": (night) =>
    likes(night, "lin") >= 0.25 && hopes(night, "bruno", "bruno-needed") >= 0.4
      ? mended("peg.together.mended", KEEPER, { "bruno-needed": 0.4, "pim-grandpa": 0.3 })
      : {
          line: "peg.together.half",
          happenings: [slipped(0.5), kind(0.09, { "bruno-needed": 0.2 })],
          changes: { string: "half" },
        },
  "peg.wait": () => told("peg.wait.told", kind(0.06, { "lin-heard": 0.3, "bruno-heard": 0.2 })),

  "bus.play": (night) =>
    night.string !== "slipped" && hopes(night, "lin", "lin-ready") >= 0.5
      ? {
          line: "bus.play.played",
          happenings: [
            { consequences: [settled("lin-ready")], by: "lin", approval: 0.5 },
            kind(0.09, { "bruno-needed": 0.3, "bruno-heard": 0.3, "pim-heard": 0.3 }),
          ],
          changes: { hasPlayed: true },
        }
      : told("bus.play.not-yet", kind(0.06, { "lin-ready": 0.1, "lin-heard": 0.2 })),
  "bus.moss": (night) =>
    hopes(night, "pim", "pim-grandpa") >= 0.5
      ? told("bus.moss.laughed", {
          consequences: [settled("pim-moss"), settled("pim-grandpa")],
          by: KEEPER,
          approval: 0.3,
        })
      : told("bus.moss.went", { consequences: [settled("pim-moss")], by: KEEPER, approval: 0.2 }),
  "bus.cup": () =>
    told("bus.cup.shared", kind(0.12, { "lin-heard": 0.4, "bruno-heard": 0.4, "pim-heard": 0.4 })),
};

/** How likely it is that the last bus has gone. At dusk Lin fears so; told that it has not, she is relieved of that. */
export function lateness(likelihood: number): Happening {
  const bearsOn = { "lin-ready": -0.4 };
  return {
    consequences: [{ kind: "belief", belief: "the last bus has gone", likelihood, bearsOn }],
    ...(likelihood < 0.5 ? { by: KEEPER } : {}),
  };
}

/** The damp has let the string slip, or it is believed again that it holds. */
export function slipped(likelihood: number): Happening {
  return {
    consequences: [
      {
        kind: "belief",
        belief: "the string slips",
        likelihood,
        bearsOn: { "lin-ready": -0.5, "bruno-needed": -0.15 },
      },
    ],
  };
}

/** How much a guest likes the keeper. */
function likes({ cast }: TeaNight, guest: Guest): number {
  return cast[guest]?.relations[KEEPER] ?? 0;
}

/** How likely a guest thinks one of their goals is. */
export function hopes({ cast }: TeaNight, guest: Guest, goal: string): number {
  return cast[guest]?.goals[goal]?.likelihood ?? 0;
}

function told(line: TeaWordKey, ...happenings: readonly Happening[]): Outcome {
  return { line, happenings };
}

/**
 * Something the keeper does: how far it is approved of, and what it speaks for. Each is a belief of its own, named by
 * what it speaks for and how much, so that it adds to what came before.
 */
function kind(approval: number, bearsOn: Readonly<Record<string, number>>): Happening {
  const belief = `keeper ${JSON.stringify(bearsOn)}`;
  return { consequences: [{ kind: "belief", belief, likelihood: 1, bearsOn }], by: KEEPER, approval };
}

function settled(goal: string): Consequence {
  return { kind: "goal", goal, likelihood: 1 };
}

function leafTold(line: TeaWordKey, more: Readonly<Record<string, number>> = {}): Outcome {
  const bearsOn = { "bruno-needed": 0.6, "lin-ready": 0.4, "pim-grandpa": 0.3, ...more };
  return { ...told(line, kind(0.12, bearsOn)), changes: { leaf: "told" } };
}

function mended(line: TeaWordKey, by: string, bearsOn: Readonly<Record<string, number>>): Outcome {
  return {
    line,
    happenings: [{ ...slipped(0.1), by, approval: 0.4 }, kind(0.09, bearsOn)],
    changes: { string: "mended" },
  };
}
