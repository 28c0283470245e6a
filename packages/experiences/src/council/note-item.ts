import type { CouncilEvent } from "./council-event.ts";
import { NOTHING, keyOfItem, wordsOfItem } from "./council-item.ts";
import type { CouncilItem, CouncilOption, Impact } from "./council-item.ts";
import { isValueOf } from "./council-lists.ts";
import type { CouncilState, ItemHistory } from "./council-state.ts";
import { currentItem, currentOf, optionsOf } from "./read-council.ts";

type Noted = Extract<CouncilEvent, { kind: "noted" }>;

/** Adds a version of a thing to the record; the same state where it makes no sense. */
export function noteItem(state: CouncilState, event: Noted): CouncilState {
  const { item, seq, atMs, from } = event;
  if (!makesSense(state, item)) return state;
  const key = keyOfItem(item);
  const known = state.items[key];
  const version = { seq, atMs, item, ...(from === undefined ? {} : { from }) };
  const history: ItemHistory = { key, versions: [...(known?.versions ?? []), version] };
  const hasWords = wordsOfItem(item).some((words) => words.trim() !== "");
  return {
    ...state,
    items: { ...state.items, [key]: history },
    unjudged: hasWords ? [...state.unjudged, seq] : state.unjudged,
  };
}

/** Crosses a thing out; it stays in the record and can be noted again. Doing nothing cannot be crossed out. */
export function withdrawItem(
  state: CouncilState,
  { key, atMs }: { readonly key: string; readonly atMs: number },
): CouncilState {
  const known = Object.hasOwn(state.items, key) ? state.items[key] : undefined;
  if (known === undefined || known.withdrawnAtMs !== undefined || key === `option.${NOTHING}`) return state;
  return { ...state, items: { ...state.items, [key]: { ...known, withdrawnAtMs: atMs } } };
}

/** Whether a thing refers to what is there, and says what it must. */
function makesSense(state: CouncilState, item: CouncilItem): boolean {
  switch (item.part) {
    case "frame":
      return isWritten(item.question);
    case "option":
      return isWritten(item.title) && hasNoEmptyHeading(item);
    case "stakeholder":
      return isWritten(item.name);
    case "impact":
      return (
        hasStakeholder(state, item.stakeholderId) && hasOption(state, item.optionId) && restsOnWords(item)
      );
    case "value":
      return (
        isValueOf(item.taxonomy, item.value) &&
        [...item.upheldBy, ...item.hurtBy].every((optionId) => hasOption(state, optionId)) &&
        item.upheldBy.length + item.hurtBy.length > 0
      );
    case "consequence":
    case "objection":
      return hasOption(state, item.optionId) && isWritten(item.text);
    case "leaning":
      return item.optionId === null || hasOption(state, item.optionId);
    case "flip":
      return hasStakeholder(state, item.stakeholderId) && isWritten(item.text);
    case "lens":
    case "question":
    case "reason":
    case "outcome":
      return isWritten(item.text);
    case "bias":
      return true;
    case "decision":
      return mayDecide(state, item.choice);
    case "revisit":
      return isDay(item.onDay);
  }
}

function mayDecide(
  state: CouncilState,
  choice: Extract<CouncilItem, { part: "decision" }>["choice"],
): boolean {
  if (currentItem(state, "frame") === undefined) return false;
  if (choice.kind === "deferred") return choice.untilDay === undefined || isDay(choice.untilDay);
  // A choice needs something to choose between, and the person's own reason.
  return (
    optionsOf(state).length >= 2 &&
    hasOption(state, choice.optionId) &&
    currentItem(state, "reason") !== undefined
  );
}

/** A likely feeling rests on words, or is marked as a guess. */
function restsOnWords(impact: Impact): boolean {
  const { basis, evidence, feelings, valence, arousal } = impact;
  const isBounded = [valence, arousal].every((value) => value === undefined || Math.abs(value) <= 1);
  const says =
    feelings.length > 0 || valence !== undefined || arousal !== undefined || isWritten(impact.note);
  return isBounded && feelings.length <= 3 && says && (basis === "guessed" || isWritten(evidence));
}

function hasNoEmptyHeading({ upsides, downsides }: CouncilOption): boolean {
  return [...upsides, ...downsides].every(isWritten);
}

function hasOption(state: CouncilState, optionId: string): boolean {
  return optionId === NOTHING || currentOf(state, `option.${optionId}`) !== undefined;
}

function hasStakeholder(state: CouncilState, stakeholderId: string): boolean {
  return currentOf(state, `stakeholder.${stakeholderId}`) !== undefined;
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
