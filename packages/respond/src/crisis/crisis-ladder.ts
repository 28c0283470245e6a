import type { RiskLatch, Turn } from "@openempathic/govern";

import { foldMessage } from "../words/fold-text.ts";
import { lastAssistantText, lastPersonText, textsOf } from "../words/turns.ts";
import { CRISIS_WORDS_DE } from "./crisis-words-de.ts";
import { CRISIS_WORDS_EN } from "./crisis-words-en.ts";
import type { CrisisAnswerKind, CrisisStep } from "./crisis-words.ts";
import { isRelief, speaksOfRelief, wasRelieved } from "./relief.ts";

/** Which conversation this is. */
export type CrisisCase = "self" | "explicit" | "now" | "friend" | "threat";

const LADDERS: Readonly<Record<CrisisCase, readonly CrisisStep[]>> = {
  self: ["ask", "plan", "means", "barriers", "trusted", "coping", "safety-plan"],
  // Somebody who has said outright that they want to end their life is not asked whether they do.
  explicit: ["plan", "means", "barriers", "trusted", "coping", "safety-plan"],
  now: ["now", "now-called", "now-away", "trusted", "barriers", "coping", "safety-plan"],
  friend: ["friend", "friend-near", "friend-means", "friend-you"],
  threat: ["threat", "threat-before", "threat-person", "threat-later"],
};

const THREAT =
  /\b(?:i|i'm|i'll|ich|i'd)\b[^.!?]*\b(?:kill|hurt|stab|shoot|beat|strangle|choke|attack|murder|poison|smash|burn|make (?:him|her|them) pay|umbringen|toeten|verletzen|erstechen|abstechen|erschiessen|schlagen|verpruegeln|wehtun|fertig machen|bring(?:e)?)\b[^.!?]*/g;
const TURNED_ON_SELF = /\b(?:myself|mich|mir|himself|herself|themselves|sich)\b/;

/** Whose danger it is and how near. A worry about somebody is told from a threat by the person's own words. */
export function crisisCase(latch: RiskLatch, turns: readonly Turn[]): CrisisCase {
  if (latch.about === "others") {
    const threats = foldMessage(textsOf(turns, "person").slice(-6).join(". ")).match(THREAT) ?? [];
    return threats.some((clause) => !TURNED_ON_SELF.test(clause)) ? "threat" : "friend";
  }
  if (latch.level === "imminent") return "now";
  return latch.level === "active" ? "explicit" : "self";
}

/** The rungs whose question was asked in this conversation, in either language. */
export function stepsDone(turns: readonly Turn[]): ReadonlySet<CrisisStep> {
  const said = textsOf(turns, "assistant").join("\n");
  return new Set(steps().filter((step) => questionsOf(step).some((question) => said.includes(question))));
}

/** The rung whose question stands open; `undefined` where none does. */
export function openStep(turns: readonly Turn[]): CrisisStep | undefined {
  const last = lastAssistantText(turns);
  return steps().find((step) => questionsOf(step).some((question) => last.includes(question)));
}

/** Questions about the danger itself; who says that it has become easier is not asked them again. */
const PROBING: ReadonlySet<CrisisStep> = new Set<CrisisStep>([
  "ask", "plan", "means", "barriers", "now-called", "now-away", "threat-before",
]); // prettier-ignore

/** The next rung, or `undefined` once all are done. "means" is only asked of somebody who may have a plan. */
export function nextStep(which: CrisisCase, turns: readonly Turn[]): CrisisStep | undefined {
  const done = stepsDone(turns);
  const open = openStep(turns);
  const kind = answerKind(lastPersonText(turns));
  // Who says that they were misread is asked directly, once, and not led further down the ladder.
  if (kind === "misread" && (which === "self" || which === "explicit"))
    return done.has("ask") ? undefined : "ask";
  // Relief is met by staying in touch, once what is urgent was said. A friend's relief says nothing of the other.
  const urgent = which === "now" || which === "threat" ? which : undefined;
  if (kind === "relief" && which !== "friend" && (!urgent || done.has(urgent))) return undefined;
  const isRelieved = wasRelieved(turns);
  // Words of relief beside graver ones: the ladder goes on, but not with what might be near.
  const isEased = speaksOfRelief(lastPersonText(turns));
  const saysNo = kind === "no";
  return LADDERS[which].find((step) => {
    if (done.has(step) || (isRelieved && PROBING.has(step))) return false;
    if (step === "means" && (isEased || (saysNo && open === "plan"))) return false;
    return !(step === "plan" && saysNo && open === "ask");
  });
}

function steps(): readonly CrisisStep[] {
  // The keys are the steps by the type; Object.keys widens them to string.
  return Object.keys(CRISIS_WORDS_EN.steps) as CrisisStep[];
}

/** What comes before any blank that is filled in, long enough to be told apart. */
function questionsOf(step: CrisisStep): readonly string[] {
  return [CRISIS_WORDS_EN, CRISIS_WORDS_DE].map((words) => words.steps[step].question.split("{")[0] ?? "");
}

const KINDS: readonly (readonly [CrisisAnswerKind, RegExp])[] = [
  ["refuses-help", /\b(?:(?:don't|won't|not|never) (?:want to |going to |gonna )?(?:call|phone|talk to (?:them|anyone|a doctor|a therapist))|no (?:hotline|helpline|hotlines|police|ambulance)|hotlines? (?:don't|doesn't|never|won't)|(?:ruf|rufe) (?:da |dort )?(?:nicht|niemanden|keinen) an|(?:will|werde|kann) (?:da |dort |niemanden |nicht )+(?:anrufen|reden)|keine (?:hotline|polizei))\b/],
  ["misread", /\b(?:you(?:'ve)? (?:misunderstood|misread|got (?:that|me|it) wrong)|(?:that's|that is) not what i (?:meant|said)|(?:didn't|did not|don't) mean (?:it |that )?(?:like that|that way|me|myself)|^(?:no,? )?not me\b|i(?:'m| am) not (?:suicidal|going to (?:kill|hurt) myself)|(?:was|is|it's) (?:just |only )?(?:a joke|an expression|a figure of speech)|i was (?:just |only )?joking|du hast (?:mich|das) (?:falsch|missverstanden)|(?:so|das) (?:hab|habe|war) (?:ich )?(?:das |es )?nicht (?:so )?gemeint|nicht ich\b|ich bin nicht suizidal|war (?:nur|doch nur) (?:ein )?(?:spass|witz|spruch|so gesagt))/],
  ["safe", /\b(?:threw (?:it|them) (?:away|out)|(?:gave|flushed|locked|put) (?:it|them) .{0,30}|weggeworfen|weggegeben|weggeraeumt|weggebracht|i(?:'m| am) (?:safe|okay now|ok now|with (?:my|a|someone|them)|not alone)|i (?:won't|will not|wouldn't|would never) (?:do (?:it|anything)|hurt|kill|act)|called (?:my|the|a|them)|(?:she|he|they)(?:'s| is| are) (?:here|coming|with me)|ich bin (?:in sicherheit|sicher|bei (?:meine|einem|einer)|nicht allein)|(?:ich )?(?:werde|wuerde|tue|mache) (?:es |mir |das |nie |niemals )*(?:nichts an|nicht tun|nicht machen|nichts antun)|habe (?:meine|meinen|den|die) .{0,30}angerufen|ist (?:bei mir|hier|unterwegs))\b/],
  ["nobody", /\b(?:no ?one|nobody|have none|don't have any(?:one|body)|niemand|niemanden|keinen|keiner|gibt keine?n?)\b/],
  ["unsure", /^(?:i (?:don't|dont|do not) know|idk|dunno|not sure|i'm not sure|maybe|perhaps|kind of|sometimes|weiss (?:ich )?nicht|ich weiss (?:es )?nicht|keine ahnung|vielleicht|manchmal|irgendwie|schon irgendwie)\b/],
  ["no", /^(?:no|nope|nah|not really|never|i don't|i haven't|i do not|nein|ne|noe|nee|eigentlich nicht|nicht wirklich|noch nicht|habe ich nicht|hab ich nicht)\b/],
  ["yes", /^(?:yes|yeah|yep|yea|yup|i do|i am|i have|a lot|all the time|often|every day|ja|jo|jup|doch|habe ich|hab ich|oft|staendig|immer|jeden tag)\b/],
]; // prettier-ignore

/** How a message answers a question, as far as a few words tell. A refusal or a correction outranks relief. */
export function answerKind(text: string): CrisisAnswerKind {
  const folded = foldMessage(text);
  const kind = KINDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? "other";
  return kind !== "refuses-help" && kind !== "misread" && isRelief(text) ? "relief" : kind;
}
