import { openReplySteps, type CheckedPart, type ReplyCheckOptions, type Waiting } from "./reply-check.ts";
import { untilAborted } from "./until-aborted.ts";

/** How a stream is checked. Aborting makes the iteration throw the signal's reason at once and closes the source. */
export type CheckedStreamOptions = ReplyCheckOptions;

/**
 * Checks a reply while it arrives, without waiting for its end: see `openReplyCheck` for what is passed on.
 *
 * @param source The reply as it arrives, cut anywhere.
 * @throws The source's own error, or the signal's reason.
 */
export async function* checkedStream(
  source: AsyncIterable<string>,
  options: CheckedStreamOptions,
): AsyncIterable<CheckedPart> {
  const check = openReplySteps(options);
  for await (const chunk of untilAborted(source, options.signal)) yield* shownOf(check.push(chunk));
  yield* shownOf(check.end());
}

async function* shownOf(steps: Iterator<CheckedPart | Waiting>): AsyncIterable<CheckedPart> {
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    if (step.value.kind === "waiting") await step.value.until;
    else yield step.value;
  }
}
