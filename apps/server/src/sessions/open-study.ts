import type { StudyProtocol, StudyState } from "@openempathic/experiences/study";
import type { Means } from "../http/means.ts";

/** A study that people can take part in. */
export interface OpenStudy {
  readonly id: string;
  readonly protocol: StudyProtocol;
  readonly hash: string;
}

/** A session's study, if it is frozen. */
export async function openStudy(
  { runner, experiences }: Pick<Means, "runner" | "experiences">,
  id: string,
): Promise<OpenStudy | undefined> {
  if (experiences.get("study") === undefined) return undefined;
  // The cast is safe: a session of another experience has neither of the two fields that are asked for.
  const state = (await runner.stateOf(id)) as StudyState | undefined;
  if (state?.protocol === undefined || state.frozen === undefined) return undefined;
  return { id, protocol: state.protocol, hash: state.frozen.hash };
}
