import type { CategoryId } from "@openempathic/affect";
import type { Script } from "../script/script.ts";
import type { Path } from "./follow-path.ts";
import { CLEARLY_HEARD, heardOn } from "./line-feeling.ts";
import type { FeelingSide } from "./line-feeling.ts";
import { storyArc } from "./story-arc.ts";
import type { ArcPoint, Readings } from "./story-arc.ts";

/** A line in which a character suddenly sounds otherwise, with nothing before it that would say why. */
export interface Jump {
  readonly kind: "jump";
  readonly utterance: number;
  readonly speaker: string;
  readonly side: FeelingSide;
  /** What is heard in the line. */
  readonly category: CategoryId;
  /** How probable it is that it is heard here and was not in any of their lines before, in [0, 1]. */
  readonly sure: number;
  /** Their lines before that were looked at. */
  readonly linesBefore: readonly number[];
}

/** How many lines of theirs before are looked at: what a reader still has in mind of them. */
const LINES_BEFORE = 3;
/** With one line before, nobody knows yet how somebody usually sounds. */
const FEWEST_BEFORE = 2;
/** One reader in five hears it: enough to have been a reason. */
const ENOUGH_FOR_CAUSE = 0.2;
/** So many utterances of others before the line are looked at for a cause, at least. */
const UTTERANCES_BEFORE = 3;

/**
 * Jumps without a cause on a way through a script. The rule: in a line of a character, more readers than not would hear a
 * feeling of one side (pleasant or unpleasant); with probability of one half or more it is heard here and in none of their
 * last two or three lines (the product of the likelihoods, which are calibrated shares of readers, taken as independent);
 * and nothing stands between that could be why: no new passage, no choice of the reader, no line of anybody else since
 * their last line (or in the last three utterances) in which one reader in five hears a feeling of that side.
 *
 * How sure: `sure` is the rule's own probability. It knows the words alone: a cause that the reader must work out is not
 * seen, so a jump is a question to the writer, never a fault.
 */
export function findJumps(script: Script, path: Path, readings: Readings): readonly Jump[] {
  const way = storyArc(script, path, { readings, of: { kind: "reader" } });
  const breaks = new Set(
    path.starts.filter((_start, at) => {
      const [here, before] = [script.blocks[path.blocks[at] ?? -1], script.blocks[path.blocks[at - 1] ?? -1]];
      return at > 0 && here?.passage !== before?.passage;
    }),
  );
  const said = new Map<string, ArcPoint[]>();
  const jumps: Jump[] = [];
  for (const point of way) {
    const { speaker } = point.utterance;
    if (speaker === undefined) continue;
    const before = said.get(speaker) ?? [];
    said.set(speaker, before);
    const jump = jumpAt(point, { speaker, before: before.slice(-LINES_BEFORE) });
    if (
      jump !== undefined &&
      !hasCause(point, { way, breaks, side: jump.side, last: before.at(-1)?.step ?? 0 })
    )
      jumps.push(jump);
    before.push(point);
  }
  return jumps;
}

function jumpAt(
  { utterance, alone }: ArcPoint,
  { speaker, before }: { readonly speaker: string; readonly before: readonly ArcPoint[] },
): Jump | undefined {
  if (alone === undefined || before.length < FEWEST_BEFORE) return undefined;
  for (const side of ["unpleasant", "pleasant"] as const) {
    const heard = heardOn(side, alone);
    if (heard === undefined || heard.likelihood < CLEARLY_HEARD) continue;
    let sure = heard.likelihood;
    for (const line of before) {
      const was = line.alone === undefined ? undefined : heardOn(side, line.alone);
      // A line that could not be read may have sounded like anything.
      sure *= was === undefined ? 0 : 1 - was.likelihood;
    }
    if (sure < 0.5) continue;
    const linesBefore = before.map((line) => line.utterance.id);
    return {
      kind: "jump",
      utterance: utterance.id,
      speaker,
      side,
      category: heard.category,
      sure,
      linesBefore,
    };
  }
  return undefined;
}

function hasCause(
  { step, utterance }: ArcPoint,
  among: {
    readonly way: readonly ArcPoint[];
    readonly breaks: ReadonlySet<number>;
    readonly side: FeelingSide;
    readonly last: number;
  },
): boolean {
  const { way, breaks, side, last } = among;
  for (let at = last + 1; at <= step; at += 1) if (breaks.has(at)) return true;
  const from = Math.max(0, Math.min(last + 1, step - UTTERANCES_BEFORE));
  return way.slice(from, step).some(({ utterance: other, alone }) => {
    if (other.kind === "choice") return true;
    if (other.speaker === utterance.speaker) return false;
    // What could not be read may be the cause.
    if (alone === undefined) return true;
    return (heardOn(side, alone)?.likelihood ?? 0) >= ENOUGH_FOR_CAUSE;
  });
}
