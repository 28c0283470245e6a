import type { Need, ReplyLanguage } from "../plan.ts";
import type { NeedBasis } from "./choose-need.ts";

/** What a plan rests on, for wording. */
export type ReasonFor =
  { readonly kind: "crisis" } | { readonly kind: "need"; readonly need: Need; readonly basis: NeedBasis };

type Words<Key extends string> = Readonly<Record<Key, string>>;

const CRISIS: Words<ReplyLanguage> = {
  en: "Your words, now or earlier, may mean that someone is in danger, so the answer is a prepared one.",
  de: "Deine Worte, jetzt oder vorhin, könnten bedeuten, dass jemand in Gefahr ist, deshalb kommt eine vorbereitete Antwort.",
};

/** How words by which a need is recognised sound. Nobody said the need itself, so none of this claims it. */
const SOUND: Readonly<Record<ReplyLanguage, Words<Need>>> = {
  en: {
    heard: "wanting someone to listen",
    advice: "a question about what to do",
    information: "a question about facts",
    joy: "good news",
    company: "wanting someone around",
    space: "wanting quiet",
  },
  de: {
    heard: "dem Wunsch, dass jemand zuhört",
    advice: "einer Frage, was zu tun ist",
    information: "einer Frage nach einer Sache",
    joy: "einer guten Nachricht",
    company: "dem Wunsch, dass jemand da ist",
    space: "dem Wunsch nach Ruhe",
  },
};

/** What was guessed from tone sounds heavy or pleasant; nothing else is guessed from it. */
const TONE: Readonly<Record<ReplyLanguage, (need: Need) => string>> = {
  en: (need) => `This sounds ${need === "joy" ? "pleasant" : "heavy"}, which may be wrong`,
  de: (need) => `Das klingt ${need === "joy" ? "schön" : "schwer"}, und das kann falsch sein`,
};

const SEEN: Readonly<Record<ReplyLanguage, Readonly<Record<NeedBasis, (need: Need) => string>>>> = {
  en: {
    said: (need) => `Your words sound like ${SOUND.en[need]}`,
    "said-earlier": (need) => `Your words a moment ago sounded like ${SOUND.en[need]}`,
    tone: TONE.en,
    assumed: () => "Nothing in your words points to one particular wish",
  },
  de: {
    said: (need) => `Deine Worte klingen nach ${SOUND.de[need]}`,
    "said-earlier": (need) => `Deine Worte vorhin klangen nach ${SOUND.de[need]}`,
    tone: TONE.de,
    assumed: () => "Deine Worte lassen keinen bestimmten Wunsch erkennen",
  },
};

/** The guess that follows. What the answer does with it is shown beside the reason, so it is not said here. */
const GUESS: Readonly<Record<ReplyLanguage, Words<Need>>> = {
  en: {
    heard: "so being heard may matter most now.",
    advice: "so some advice may be welcome.",
    information: "so knowing more may matter most now.",
    joy: "so you may like to share it.",
    company: "so some company may be welcome.",
    space: "so some space may be welcome.",
  },
  de: {
    heard: "deshalb ist es jetzt vielleicht am wichtigsten, gehört zu werden.",
    advice: "deshalb ist ein Rat vielleicht willkommen.",
    information: "deshalb ist eine Auskunft vielleicht willkommen.",
    joy: "deshalb möchtest du das vielleicht teilen.",
    company: "deshalb ist Gesellschaft vielleicht willkommen.",
    space: "deshalb ist etwas Abstand vielleicht willkommen.",
  },
};

/**
 * One plain sentence for the person: what was seen in their words, and which wish it may point to. It claims
 * nothing that they did not say, and leaves the move itself to the plan's strategy.
 */
export function planReason(reasonFor: ReasonFor, language: ReplyLanguage): string {
  if (reasonFor.kind === "crisis") return CRISIS[language];
  const { need, basis } = reasonFor;
  return `${SEEN[language][basis](need)}, ${GUESS[language][need]}`;
}
