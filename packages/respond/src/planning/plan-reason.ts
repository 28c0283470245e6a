import type { Need, ReplyLanguage, Strategy } from "../plan.ts";
import type { NeedBasis } from "./choose-need.ts";

/** What a plan rests on, for wording. */
export type ReasonFor =
  | { readonly kind: "crisis" }
  | { readonly kind: "need"; readonly need: Need; readonly basis: NeedBasis; readonly strategy: Strategy };

type Words<Key extends string> = Readonly<Record<Key, string>>;

const CRISIS: Words<ReplyLanguage> = {
  en: "Your words may mean that someone is in danger, so the answer is a prepared one that asks about it directly.",
  de: "Deine Worte könnten bedeuten, dass jemand in Gefahr ist, deshalb kommt eine vorbereitete Antwort, die direkt danach fragt.",
};

const WANTED: Readonly<Record<ReplyLanguage, Words<Need>>> = {
  en: {
    heard: "to be heard",
    advice: "some advice",
    information: "information",
    joy: "to share something good",
    company: "some company",
    space: "some space",
  },
  de: {
    heard: "gehört werden",
    advice: "einen Rat",
    information: "eine Auskunft",
    joy: "etwas Schönes teilen",
    company: "Gesellschaft",
    space: "deine Ruhe",
  },
};

const BASIS: Readonly<Record<ReplyLanguage, Words<NeedBasis>>> = {
  en: {
    said: "You said so: you'd like",
    "said-earlier": "You said a moment ago that you'd like",
    tone: "By its tone, though this may be wrong, you'd like",
    assumed: "Nothing said otherwise, so the guess is that you'd like",
  },
  de: {
    said: "Du hast es gesagt: Du möchtest",
    "said-earlier": "Du hast vorhin gesagt, du möchtest",
    tone: "Dem Ton nach, und das kann falsch sein, möchtest du",
    assumed: "Nichts spricht dagegen, deshalb die Vermutung: Du möchtest",
  },
};

const MOVE: Readonly<Record<ReplyLanguage, Words<Strategy>>> = {
  en: {
    question: "so the answer stays with that and may ask one open question.",
    restatement: "so the answer stays with what you said.",
    "reflection-of-feelings": "so the answer stays with how it sounds.",
    "affirmation-and-reassurance": "so the answer stays close and asks for nothing.",
    suggestion: "and you have told what happened, so there is room for one small idea.",
    information: "so the answer is about the facts.",
    celebration: "so it is celebrated before anything else.",
  },
  de: {
    question: "deshalb bleibt die Antwort dabei und fragt vielleicht etwas Offenes.",
    restatement: "deshalb bleibt die Antwort bei dem, was du gesagt hast.",
    "reflection-of-feelings": "deshalb bleibt die Antwort dabei, wie es klingt.",
    "affirmation-and-reassurance": "deshalb bleibt die Antwort bei dir und fragt nach nichts.",
    suggestion: "und du hast erzählt, was war, deshalb ist Platz für eine kleine Idee.",
    information: "deshalb geht es in der Antwort um die Sache.",
    celebration: "deshalb wird es zuerst gefeiert.",
  },
};

/** One plain sentence for the person: why this answer. */
export function planReason(reasonFor: ReasonFor, language: ReplyLanguage): string {
  if (reasonFor.kind === "crisis") return CRISIS[language];
  const { need, basis, strategy } = reasonFor;
  return `${BASIS[language][basis]} ${WANTED[language][need]}, ${MOVE[language][strategy]}`;
}
