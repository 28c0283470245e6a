import { makeEstimate, toEmotionML } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import type { StudyData } from "../analysis/study-data.ts";
import { asDimension } from "../analysis/measures.ts";
import { taskOf } from "../run/read-run.ts";
import type { StudyRun, TaskWork } from "../run/study-state.ts";
import type { StudyFile } from "./table.ts";

/**
 * How far a slider of a hundred steps can be off by its steps alone: a uniform error of one step of 0.02 on [-1, 1] has
 * the standard deviation 0.02 / √12. How far people's own accounts scatter beyond that, a study itself has to tell.
 */
const STEP_SD = 0.02 / Math.sqrt(12);

/** What people said of their own feeling on sliders, and what models made of their words, as EmotionML 1.0: a file each. */
export function emotionMLFiles({ records }: StudyData): readonly StudyFile[] {
  return records.flatMap(({ code, run }): StudyFile[] => {
    if (run === undefined) return [];
    const estimates = Object.values(run.work).flatMap((work) => [
      ...selfReports(run, work),
      ...readings(work),
    ]);
    return estimates.length === 0 ? [] : [{ path: `${code}.xml`, text: toEmotionML(estimates) }];
  });
}

function selfReports(run: StudyRun, work: TaskWork): readonly Estimate[] {
  const kind = taskOf(run, work)?.kind;
  const { pleasure, arousal } = work.values;
  if (work.finishedAtMs === undefined || (kind !== "affective-slider" && kind !== "own-text")) return [];
  const spread = (value: number | undefined) =>
    value === undefined ? undefined : { mean: value, sd: STEP_SD };
  const valence = spread(asDimension(pleasure));
  const stirred = spread(asDimension(arousal));
  if (valence === undefined && stirred === undefined) return [];
  return [
    makeEstimate({
      modality: "self-report",
      likelihood: {},
      dimensions: {
        ...(valence === undefined ? {} : { valence }),
        ...(stirred === undefined ? {} : { arousal: stirred }),
      },
      source: { kind: "person", id: "affective-slider", version: "1" },
    }),
  ];
}

function readings({ estimates }: TaskWork): readonly Estimate[] {
  return Object.values(estimates).filter((estimate) => estimate !== null);
}
