import { placeOf } from "../run/read-run.ts";
import type { StudyData, StudyRecord } from "./study-data.ts";

/** How far the participants of one arm came. Every one of the allocated is in exactly one of the four. */
export interface ArmFlow {
  readonly armId: string;
  readonly name: string;
  readonly allocated: number;
  readonly finished: number;
  readonly underWay: number;
  /** Stopped before the end and left their answers. */
  readonly stopped: number;
  /** Took their data away. */
  readonly withdrawn: number;
}

/** The flow of participants (CONSORT 2025, item 22, doi:10.1136/bmj-2024-081123). */
export interface Consort {
  /** Who read the consent and answered it: declined and consented together. */
  readonly asked: number;
  readonly declined: number;
  readonly consented: number;
  readonly arms: readonly ArmFlow[];
}

/** Counts the flow of participants; the counts add up at each step. */
export function consort(data: StudyData): Consort {
  const arms = data.protocol.arms.map(({ id, name }): ArmFlow => {
    const own = data.records.filter(({ armId }) => armId === id);
    const count = (kind: ReturnType<typeof endOf>): number =>
      own.filter((each) => endOf(each) === kind).length;
    return {
      armId: id,
      name,
      allocated: own.length,
      finished: count("finished"),
      underWay: count("under-way"),
      stopped: count("stopped"),
      withdrawn: count("withdrawn"),
    };
  });
  const consented = data.records.length;
  return { asked: consented + data.declined, declined: data.declined, consented, arms };
}

/** How a participant's way ended so far. */
export function endOf({ run }: StudyRecord): "finished" | "under-way" | "stopped" | "withdrawn" {
  if (run === undefined) return "withdrawn";
  const { kind } = placeOf(run);
  return kind === "finished" || kind === "stopped" ? kind : "under-way";
}
