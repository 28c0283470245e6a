import type { AffectState } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

import { foldMessage } from "../words/fold-text.ts";
import { textsOf } from "../words/turns.ts";
import { themeOf } from "./theme.ts";
import type { Theme, Tone } from "./listener-words.ts";

const HARD =
  /\b(?:horrible|terrible|awful|worst|bad day|rotten|sucks?|hurts?|hurting|pain|sad|cry|crying|cried|tears|so quiet|too quiet|scared|afraid|fear|worried|numb|empty|tired|exhausted|sick|ill|lost|missing|stolen|miss (?:him|her|them|it|the|you|how|my)|hate|hates|fight|fought|yell\w*|scream\w*|laughing at|laughed at|all laughing|fat|bull\w+|mean to|unfair|guilty|ashamed|can't (?:sleep|cope|stop|do|believe|take|just|have|talk)|never (?:listens|talks|calls|asks)|forgot|cancels?|doesn't (?:love|care|listen|recogni[sz]e)|didn't recogni[sz]e|don't (?:enjoy|want to be)|struggl\w*|depress\w*|stroke|died|too high|goes blank|threw up|feel (?:so )?(?:stupid|dumb)|have to be out|gereizt|hospital|(?:she|he) fell|won't come|didn't react|doesn't like|krankenhaus|hingefallen|meldet sich nicht|failed|froze|blames?|sighed|making jokes about|embarrassed|rejected|behind my back|stuck|stressed|dread|weird(?:ly)?|awkward|what's the point|whats the point|furchtbar|schrecklich|schlimm\w*|mies|doof\w*|beschissen|scheisse|kacke|weh|schmerz\w*|traurig|wein\w*|geweint|so still|zu still|angst|sorge\w*|leer|muede|erschoepft|krank|verloren|geklaut|gestohlen|vermiss\w*|fehlt (?:mir|so)|hass\w*|streit\w*|angeschrien|geschrien|schreit|verhauen|zerstritten|graut|ausgezogen|leer|schuldet|nagt|komisch an|versteht (?:das|mich) nicht|tagebuch|im stich|enttaeuscht|durchgefallen|rasten aus|faul|bloed\w*|gemein|schuld\w*|schaem\w*|keiner mag|kann nicht mehr|glaubt mir nicht|nervt|ein 5|eine 6|ne 5|ne 6|stress\w*)\b/;
const GOOD =
  /\b(?:happy|glad|great|awesome|amazing|wonderful|lovely|beautiful|excited|proud|love (?:it|this|that|her|him)|in love|won|passed|promoted|made it|finished|remembered my name|smiling|smile|yay|woo+|hoo+ray|came back|hugged|can't wait|looking forward|finally|my first|first time|fun|yes!|better now|celebrat\w*|applauded|adore|gluecklich|froh|super|toll\w*|klasse|schoen\w*|wunderbar|stolz|freue?|freude|geschafft|bestanden|gewonnen|zusage|verliebt|verknallt|endlich|zum ersten mal|juhu|yeah!|geklatscht|gefeiert|feiern|lachen)\b|[!]{3,}|😊|😍|🎉|🥳|❤/u;
const DENIED =
  /\b(?:not|isn't|don't|didn't|never|no|nicht|kein\w*|sarcasm|thrilled|oh great|how thoughtful)\b/;
const JOYFUL_TEARS = /\b(?:geweint vor freude|cried (?:with|for) joy|can't believe)\b/g;
const DENIED_HARDNESS =
  /\b(?:not|nicht|never|isn't|no)\s+(?:really |so |mehr |even )?(?:sad|angry|scared|afraid|tired|lonely|alone|sick|hurt\w*|pain|traurig|wuetend|muede|allein|krank|schlimm|angst)\b/g;
const THEMED: ReadonlySet<Theme> = new Set<Theme>([
  "grief", "breakup", "job-loss", "lonely", "sleep", "worry", "anger", "shame", "overwhelm", "illness", "conflict", "newborn", "school", "telling",
]); // prettier-ignore
/** How many messages back a tone still colours what is told without one. */
const CARRIES = 5;

/** The tone that a message's own words give it; `undefined` where they give none. */
export function ownTone(text: string): "hard" | "good" | undefined {
  const folded = foldMessage(text);
  const heavy = folded.replace(JOYFUL_TEARS, "").replace(DENIED_HARDNESS, "");
  const isHard = HARD.test(heavy);
  const isThemed = THEMED.has(themeOf(text));
  if (GOOD.test(folded) && !isHard && !isThemed && !DENIED.test(folded)) return "good";
  if (isHard || isThemed) return "hard";
  return undefined;
}

/**
 * How the last message sounds: by its own words, else coloured by the messages before it, else by a running
 * picture that leans far to one side.
 */
export function toneOf(turns: readonly Turn[], state: AffectState): Tone {
  const [latest = "", ...before] = textsOf(turns, "person")
    .slice(-1 - CARRIES)
    .toReversed();
  const own = ownTone(latest);
  if (own) return own;
  // Joy is not carried on: cheering at the wrong moment hurts.
  const carried = before.map(ownTone).find(Boolean);
  if (carried === "good") return "plain";
  if (carried) return "gentle";
  return (state.dimensions.valence?.mean ?? 0) < -0.5 ? "gentle" : "plain";
}
