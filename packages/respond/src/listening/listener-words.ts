import type { ReplyLanguage } from "../plan.ts";
// Written for this project, meant to be read aloud: plain, short, unhurried, nothing pretended.
import german from "./listener-words-de.json" with { type: "json" };
import english from "./listener-words-en.json" with { type: "json" };

/** What a message may be about, where its words tell. */
export type Theme =
  | "grief" | "breakup" | "job-loss" | "work" | "lonely" | "sleep" | "worry" | "anger" | "shame" | "overwhelm" | "illness"
  | "conflict" | "newborn" | "school" | "telling" | "boredom" | "weather" | "food" | "pet" | "general"; // prettier-ignore

/** How a message sounds by its own words; "gentle" where only what came before was hard. */
export type Tone = "hard" | "gentle" | "plain" | "good";

/** What can be said on a theme. Every entry is one or two whole sentences. */
export interface ThemeWords {
  /** Meets what was said, without asking. */
  readonly meet: readonly string[];
  /** Open questions. */
  readonly ask: readonly string[];
  /** Tentative words for how it sounds. */
  readonly reflect: readonly string[];
  /** One small idea that can be refused, without asking. */
  readonly suggest: readonly string[];
}

/** Messages that are answered as a whole rather than by what they tell. */
export type Situation =
  | "goodbye" | "good-night" | "vent" | "thanks" | "greeting" | "how-are-you" | "are-you-real" | "who-are-you" | "what-can-you-do"
  | "do-you-feel" | "do-you-remember" | "is-it-private" | "repair" | "facts" | "entertain" | "unreadable"
  | "emoji" | "other-language" | "empty" | "space" | "not-knowing" | "yes" | "no" | "short" | "maybe" | "sorry" | "laugh"
  | "about-you" | "judge-me" | "foresee" | "question" | "intends" | "no-advice" | "distrust" | "fine" | "hindsight" | "asks-advice" | "tried" | "be-my-friend"; // prettier-ignore

/** Everything that the built-in listener says in one language. */
export interface ListenerWords {
  readonly themes: Readonly<Record<Theme, ThemeWords>>;
  /** Where no theme is certain; what is hard is met with the general theme. */
  readonly tones: Readonly<Record<Exclude<Tone, "hard">, Pick<ThemeWords, "meet" | "ask">>>;
  readonly situations: Readonly<Record<Situation, readonly string[]>>;
  /** Leave room to go on, without asking. */
  readonly invite: readonly string[];
  readonly celebrate: readonly string[];
  /** Leave room in good news, without asking. */
  readonly inviteJoy: readonly string[];
  readonly askAboutJoy: readonly string[];
  readonly keepCompany: readonly string[];
  readonly askForCompany: readonly string[];
  /** Questions that take little to answer. */
  readonly askEasily: readonly string[];
  /** `{feeling}` is filled in from the running picture. */
  readonly nameFeeling: readonly string[];
  /** `{clause}` begins small, `{Clause}` with a capital. */
  readonly frames: readonly string[];
  /** Meets a span of years that was named. */
  readonly long: readonly string[];
  /** Meets a message that tells a whole story. */
  readonly story: readonly string[];
  /** Meets a name that was told. */
  readonly named: readonly string[];
  /** Asked once when something worrying was read, in place of another question. */
  readonly askGently: string;
  /** Said once, with the first reply. `mark` is how it is recognised later. */
  readonly noModel: { readonly text: string; readonly mark: string };
}

const WORDS: Readonly<Record<ReplyLanguage, ListenerWords>> = { en: english, de: german };

/** The words in a language. */
export function listenerWords(language: ReplyLanguage): ListenerWords {
  return WORDS[language];
}
