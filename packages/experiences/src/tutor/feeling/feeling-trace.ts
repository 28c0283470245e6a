import { filterFeeling } from "./filter-feeling.ts";
import { SAID_HOLDS } from "./feeling-reading.ts";
import type { FeelingTrace } from "./feeling-reading.ts";
import { byFeeling, FIRST_BELIEF } from "./learning-feeling.ts";
import type { ByFeeling, LearningFeeling } from "./learning-feeling.ts";

/** Before anything was seen. */
export const FIRST_TRACE: FeelingTrace = { belief: FIRST_BELIEF, seen: 0 };

/** What an own word leaves to doubt: people may still change their mind at the next task. */
const SAID_BELIEF = 0.94;

/** After an act at a task, with how probable it is under each feeling. */
export function traceAct(trace: FeelingTrace, evidence: ByFeeling): FeelingTrace {
  const belief = filterFeeling(trace.belief, evidence, true);
  const said = trace.said === undefined ? undefined : { ...trace.said, actsSince: trace.said.actsSince + 1 };
  return {
    belief,
    seen: trace.seen + 1,
    ...(said === undefined || said.actsSince >= SAID_HOLDS ? {} : { said }),
  };
}

/** After words, which are about the same moment as the act before them. */
export function traceWords(trace: FeelingTrace, evidence: ByFeeling): FeelingTrace {
  return { ...trace, belief: filterFeeling(trace.belief, evidence, false), seen: trace.seen + 1 };
}

/** After the person has said how it feels: their word stands in place of every guess. */
export function traceSaid(trace: FeelingTrace, feeling: LearningFeeling): FeelingTrace {
  const belief = byFeeling((each) => (each === feeling ? SAID_BELIEF : (1 - SAID_BELIEF) / 3));
  return { belief, seen: trace.seen + 1, said: { feeling, actsSince: 0 } };
}
