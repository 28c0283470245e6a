import type { AffectState } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

import type { Need } from "../plan.ts";
import { foldMessage, foldedWords } from "../words/fold-text.ts";
import { textsOf } from "../words/turns.ts";
import { INFORMATION_CUES, NEED_CUES } from "./need-cues.ts";
import { leaningOf } from "./feelings.ts";

/** How a need was recognised: said outright now, said a few turns ago, or guessed from tone or from little. */
export type NeedBasis = "said" | "said-earlier" | "tone" | "assumed";

/** A need and what it rests on. */
export interface ChosenNeed {
  readonly need: Need;
  readonly basis: NeedBasis;
}

/** A wish to be heard or left alone holds for so many of the person's later messages. */
const WISH_LASTS_MESSAGES = 4;

/** The need that a message names outright; `undefined` where it names none. */
export function namedNeed(text: string): Need | undefined {
  const folded = foldMessage(text);
  const cue = NEED_CUES.find(({ pattern }) => pattern.test(folded));
  if (cue?.need === "joy" && SOURED.test(folded)) return undefined;
  if (cue) return cue.need;
  return INFORMATION_CUES.some((pattern) => pattern.test(folded)) ? "information" : undefined;
}

// "I should be happy but", "not happy": joy that is denied is no joy.
const SOURED =
  /\b(?:but|aber|not happy|isn't|nicht gluecklich|should be|sollte|wish|if only|unfortunately|leider|sarcasm|yeah,? i'm)\b/;

/**
 * What the person seems to want from the answer. What they say outright wins; a wish to be heard or to be left
 * alone holds for the next few messages; then the tone decides; and where nothing tells, being heard.
 *
 * @param turns The conversation, oldest first; the person's message is the last.
 * @param state The running picture of how they may feel.
 */
export function chooseNeed(turns: readonly Turn[], state: AffectState): ChosenNeed {
  const messages = textsOf(turns, "person");
  const latest = messages.at(-1) ?? "";
  const named = namedNeed(latest);
  if (named) return { need: named, basis: "said" };
  const before = messages.slice(-1 - WISH_LASTS_MESSAGES, -1).map(namedNeed);
  const earlier = before.findLast(Boolean);
  if (earlier === "heard") return { need: earlier, basis: "said-earlier" };
  if (earlier === "space" && isShort(latest)) return { need: earlier, basis: "said-earlier" };
  if (earlier === "joy" && leaningOf(state) !== "unpleasant" && !isHeavy(withoutTears(latest))) {
    return { need: "joy", basis: "said-earlier" };
  }
  if (isHeavy(latest)) return { need: "heard", basis: "tone" };
  if (isClearlyPleasant(state) && !isShort(latest) && !isDoubtful(latest))
    return { need: "joy", basis: "tone" };
  if (leaningOf(state) === "unpleasant") return { need: "heard", basis: "tone" };
  if (earlier === "company" || (isSmallTalk(latest) && isShort(latest)))
    return { need: "company", basis: "assumed" };
  return { need: "heard", basis: "assumed" };
}

/** A tone that was guessed must be strong before anything is celebrated: cheering at the wrong moment hurts. */
const CLEARLY_PLEASANT = 0.6;

function isClearlyPleasant(state: AffectState): boolean {
  if (leaningOf(state) !== "pleasant") return false;
  return state.selfReport !== undefined || (state.dimensions.valence?.mean ?? 0) >= CLEARLY_PLEASANT;
}

/** Questions, refusals and other people's words are no good news. */
function isDoubtful(text: string): boolean {
  return /\?|\b(?:not|no|never|don't|dont|didn't|can't|if|but|said|says|everyone|nicht|kein\w*|nie|aber|wenn|sagt|sagte|alle|haha|lol)\b/.test(
    foldMessage(text),
  );
}

function isShort(text: string): boolean {
  return foldedWords(foldMessage(text)).length <= 4;
}

const SMALL_TALK =
  /^(?:hi|hello|hey|good (?:morning|evening|afternoon)|hallo|moin|servus|guten (?:morgen|tag|abend)|na|how are you|wie geht)\b/;
const HEAVY =
  /\b(?:died|dead|death|funeral|passed away|cancer|fired|laid off|divorce|broke up|crying|cried|cry|alone|hopeless|worthless|exhausted|scared|afraid|terrified|panic|hate|hurts?|lost|awful|terrible|nervous|worried|anxious|nervoes|aengstlich|sorgen|worst|can't (?:sleep|stop|do|take|cope)|gestorben|tot|tod|beerdigung|krebs|gekuendigt|kuendigung|scheidung|getrennt|schluss gemacht|geweint|weine|weinen|einsam|hoffnungslos|wertlos|erschoepft|angst|panik|hasse|weh|verloren|furchtbar|schrecklich|schlimm)\b/;

function isSmallTalk(text: string): boolean {
  return SMALL_TALK.test(foldMessage(text));
}

/** Tears in good news are tears of joy, as far as can be told. */
function withoutTears(text: string): string {
  return text.replace(/\b(?:cried|crying|cry|tears|geweint|weinen?|weinte|Tränen)\b/gi, "");
}

function isHeavy(text: string): boolean {
  return HEAVY.test(foldMessage(text));
}
