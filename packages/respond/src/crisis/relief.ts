import { isGraveRisk, judgeRisk, type Turn } from "@openempathic/govern";

import { foldMessage, READ_CHARACTERS } from "../words/fold-text.ts";
import { textsOf } from "../words/turns.ts";

/** For so many of the person's later messages, relief is remembered. */
const RELIEF_LASTS_MESSAGES = 4;

const MUCH =
  "(?:a (?:bit|little|lot)|a little bit|much|so much|really|actually|already|slightly|somewhat|quite|now|more|just|definitely|still) ";
const SEHR =
  "(?:jetzt|gerade|schon|etwas|ein (?:bisschen|wenig)|viel|wieder|deutlich|langsam|wirklich|inzwischen|mittlerweile|tatsaechlich|so|sehr|bisschen|heute) ";

/** Said of oneself, or of how it is; folded spelling. */
const RELIEF: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i(?:'m| am)?|feel|feeling|it(?:'s| is| feels)?|things are|everything is|(?:my )?(?:thoughts? (?:is|are)|head is|mind is)) (?:feel(?:ing)? )?(?:getting )?(?:${MUCH})*` +
      "(?:safer|safe|calmer|better|relieved|lighter|easier|quieter|steadier|less (?:alone|scared|afraid|overwhelmed|hopeless)|(?:okay|ok|alright|all right|fine|calm) now)\\b",
  ),
  /\b(?:(?:that|this|it|talking|writing|you)(?: really| actually)? (?:helped|helps|has helped|have helped)|what a relief|the worst (?:is|has) (?:over|past|passed)|the (?:urge|wave|feeling|thoughts?) (?:has |have |is |are )?(?:passed|gone|fading|eased))\b/,
  /\b(?:threw|thrown) (?:away|out|(?:it|them|(?:all )?(?:the|my) \p{L}+)(?: all)? (?:away|out))\b/u,
  new RegExp(
    `\\b(?:fuehle? mich|bin ich|ich bin|mir ist|ist es|es ist|es wird|wird es|kopf ist|gedanken sind|geht(?:'s| es)?(?: mir)?|mir geht(?:'s| es)|es geht mir) (?:${SEHR})*` +
      "(?:sicherer|sicher|in sicherheit|ruhiger|besser|erleichtert|leichter|wohler|gefasster|weniger (?:allein|einsam|schlimm))\\b",
  ),
  /\b(?:(?:das|es|du|reden|schreiben)(?: hat|hat|hast)? (?:mir |wirklich |sehr |echt |etwas |ein bisschen )*geholfen|es geht (?:jetzt |schon )?wieder|das schlimmste ist vorbei|hab(?:e)? (?:es|sie|alles) weg(?:geworfen|geraeumt|gegeben|gebracht))\b/,
  new RegExp(`^ *(?:${MUCH})*(?:safer|calmer|better|easier|quieter)(?: now)? *$`),
  new RegExp(`^ *(?:${SEHR})*(?:sicherer|ruhiger|besser|leichter)(?: jetzt)? *$`),
];

/** Within a clause: denied, or only imagined. */
const DENIED =
  /\b(?:not|never|no longer|nothing|nobody|hardly|\p{L}+n't|would|could|should|might|will|wish|\p{L}+'(?:d|ll)|better off|than dead|pretend\p{L}*|nicht|nie|niemals|nichts|kaum|kein\p{L}*|waere|wuerde|koennte|ohne mich|besser dran)\b/u;
/** Within a sentence: tied to a condition. */
const CONDITIONAL = /\b(?:if|unless|until|when|once|wenn|falls|sobald|bis ich)\b/;
/** Anywhere: calm after a decision is no relief. */
const DECIDED =
  /\b(?:decided|decision|made up my mind|my mind is made up|at peace with|know what (?:to|i'll|i will|i have to|i must|i need to|i'm going to) do|weiss(?: ich)?(?: jetzt)?,? was (?:ich|zu) |entschieden|entschluss|entscheidung|beschlossen)\b/;

/**
 * Whether a message has words of relief: denied, wished for, tied to a condition or following a decision, they are
 * none.
 */
export function speaksOfRelief(text: string): boolean {
  const folded = foldMessage(text);
  if (DECIDED.test(folded)) return false;
  return folded
    .split(/[.!?\n]+/)
    .filter((sentence) => !CONDITIONAL.test(sentence))
    .flatMap((sentence) => sentence.split(/[,;:]| (?:but|and|though|aber|und|doch) /))
    .some((clause) => !DENIED.test(clause) && RELIEF.some((pattern) => pattern.test(clause)));
}

/** Whether a message says that it has become easier or safer, and nothing else in it speaks for a grave risk. */
export function isRelief(text: string): boolean {
  return speaksOfRelief(text) && isBelowPassive(text);
}

/** Whether the person said so a few messages ago, and has said nothing since that speaks for a grave risk. */
export function wasRelieved(turns: readonly Turn[]): boolean {
  const recent = textsOf(turns, "person").slice(-RELIEF_LASTS_MESSAGES);
  const since = recent.slice(recent.findLastIndex(isRelief) + 1);
  return since.length < recent.length && since.every((text) => isBelowPassive(text));
}

function isBelowPassive(text: string): boolean {
  return !isGraveRisk(riskOf(text));
}

function riskOf(text: string) {
  return judgeRisk([{ role: "person", text: text.slice(0, READ_CHARACTERS) }]).level;
}
