import { NOTHING } from "./council-item.ts";
import type { CouncilItem, CouncilOption, CouncilPart } from "./council-item.ts";
import { councilWords } from "./choose-council-words.ts";
import type { CouncilState, ItemHistory, ItemVersion } from "./council-state.ts";

/** The version of a thing that counts: the latest that was not set aside; `undefined` where it is crossed out or none. */
export function currentOf(state: CouncilState, key: string): ItemVersion | undefined {
  // A key may be any word that a person made, "constructor" too.
  const history = Object.hasOwn(state.items, key) ? state.items[key] : undefined;
  if (history === undefined || history.withdrawnAtMs !== undefined) return undefined;
  return history.versions.findLast((version) => version.setAside !== true);
}

type Of<Part extends CouncilPart> = Extract<CouncilItem, { part: Part }>;

/** All things of one kind that count, in the order in which they were first noted. */
export function itemsOf<Part extends CouncilPart>(state: CouncilState, part: Part): readonly Of<Part>[] {
  return Object.keys(state.items)
    .map((key) => currentOf(state, key)?.item)
    .filter((item): item is Of<Part> => item?.part === part)
    .filter((item) => refersToWhatCounts(state, item));
}

/** The one thing of a kind of which there is one: the frame, the leaning, the reason, the decision, the day to look back. */
export function currentItem<Part extends "frame" | "leaning" | "reason" | "decision" | "revisit">(
  state: CouncilState,
  part: Part,
): Of<Part> | undefined {
  // The cast is safe: under this key only things of this kind are kept.
  return currentOf(state, part)?.item as Of<Part> | undefined;
}

/**
 * The options, doing nothing among them: last, until the person says something about it, and never missing.
 *
 * @example
 * ```ts
 * import { INITIAL_COUNCIL_STATE, optionsOf } from "@openempathic/experiences/council";
 *
 * optionsOf(INITIAL_COUNCIL_STATE).map(({ optionId }) => optionId); // => ["nothing"]
 * ```
 */
export function optionsOf(state: CouncilState): readonly CouncilOption[] {
  const noted = itemsOf(state, "option");
  const nothing = noted.find(({ optionId }) => optionId === NOTHING) ?? {
    part: "option",
    optionId: NOTHING,
    title: councilWords(state.language).doingNothing,
    detail: "",
    upsides: [],
    downsides: [],
  };
  return [...noted.filter(({ optionId }) => optionId !== NOTHING), nothing];
}

/** Everything that was crossed out or set aside, and every earlier version: nothing of the record is hidden. */
export function historiesOf(state: CouncilState): readonly ItemHistory[] {
  return Object.values(state.items);
}

/** Whether harm was found in what the record says now: then nothing more is suggested until it is worded anew. */
export function isSetAside(state: CouncilState): boolean {
  return historiesOf(state).some(
    ({ versions, withdrawnAtMs }) => withdrawnAtMs === undefined && versions.at(-1)?.setAside === true,
  );
}

/** What speaks of an option or a stakeholder that was crossed out counts no more. */
function refersToWhatCounts(state: CouncilState, item: CouncilItem): boolean {
  const optionIds =
    item.part === "impact" || item.part === "consequence" || item.part === "objection" ? [item.optionId] : [];
  const stakeholderIds = item.part === "impact" || item.part === "flip" ? [item.stakeholderId] : [];
  return (
    optionIds.every((id) => id === NOTHING || currentOf(state, `option.${id}`) !== undefined) &&
    stakeholderIds.every((id) => currentOf(state, `stakeholder.${id}`) !== undefined)
  );
}
