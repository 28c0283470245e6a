import type { AffectState, CategoryId } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

import { checkSentence } from "../checking/check-sentence.ts";
import type { Plan } from "../plan.ts";
import { namedNeed } from "../planning/choose-need.ts";
import { justAsked } from "../planning/choose-strategy.ts";
import { feelingName, likelyFeelings } from "../planning/feelings.ts";
import { foldMessage, foldText, foldedWords } from "../words/fold-text.ts";
import { lastPersonText, textsOf } from "../words/turns.ts";
import { fragment, toldName, toldYears } from "./echo.ts";
import { listenerWords } from "./listener-words.ts";
import type { ListenerWords, Situation, Theme, ThemeWords, Tone } from "./listener-words.ts";
import type { Repertoire } from "./repertoire.ts";
import { situationOf } from "./situation.ts";
import { spokenClauses } from "./spoken-clauses.ts";
import { themeOf } from "./theme.ts";
import { toneOf } from "./tone.ts";

/** What one wording is made from. */
export interface Composition {
  readonly plan: Plan;
  readonly turns: readonly Turn[];
  readonly state: AffectState;
  readonly repertoire: Repertoire;
}

/** One wording of a reply; the caller compares several. */
export function composeReply(composition: Composition): string {
  const { plan, turns } = composition;
  const situation = situationOf(turns, plan);
  const reply = situation ? situationReply(situation, composition) : toldReply(composition);
  return withGentleQuestion(reply, situation, composition);
}

/** Situations in which the prepared words may leave the person with too little to go on. */
const THIN: ReadonlySet<Situation> = new Set<Situation>([
  "not-knowing",
  "yes",
  "no",
  "short",
  "maybe",
  "fine",
]);

function situationReply(situation: Situation, composition: Composition): string {
  const { plan, turns, repertoire } = composition;
  const words = listenerWords(plan.language);
  const asked = justAsked(turns);
  const options = words.situations[situation].filter((option) => !(asked && option.includes("?")));
  const all = options.length > 0 ? options : words.situations[situation];
  if (!THIN.has(situation)) return repertoire.fresh(all) ?? repertoire.leastUsed([...all, ...words.invite]);
  const opening = repertoire.fresh(all) ?? repertoire.fresh(words.invite) ?? repertoire.leastUsed(all);
  if (askedLately(turns) || hasTold(turns)) return join([opening, needsMore(opening, composition)]);
  return join([opening, repertoire.fresh(words.askEasily)]);
}

/** A little room after very short words, now and then, and where they were used up. */
function needsMore(opening: string, { plan, turns, repertoire }: Composition): string | undefined {
  const words = listenerWords(plan.language);
  const isUsed = textsOf(turns, "assistant").some((text) => text.startsWith(opening));
  return isUsed || repertoire.happens(0.4) ? repertoire.fresh(words.invite) : undefined;
}

/** Whether one of the last two answers asked something. */
function askedLately(turns: readonly Turn[]): boolean {
  return textsOf(turns, "assistant")
    .slice(-2)
    .some((text) => text.includes("?"));
}

/** Whether the person told anything of some length lately. */
function hasTold(turns: readonly Turn[]): boolean {
  return textsOf(turns, "person")
    .slice(-6, -1)
    .some((text) => text.trim().split(/\s+/).length >= 5);
}

/** What stays in the room for a while once it was told. */
const LASTING: ReadonlySet<Theme> = new Set<Theme>(["grief", "breakup", "job-loss", "illness", "newborn"]);

/** What toldReply works with. */
interface Told extends Composition {
  readonly words: ListenerWords;
  readonly tone: Tone;
  /** What the last message is certainly about. */
  readonly theme: Theme;
  /** A theme of the messages before it, where that one lasts. */
  readonly lasting: Theme;
}

/** An answer to somebody who told something. */
function toldReply(composition: Composition): string {
  const { plan, turns, repertoire, state } = composition;
  const words = listenerWords(plan.language);
  const theme = themeOf(lastPersonText(turns));
  const before = textsOf(turns, "person").slice(-5, -1).toReversed().map(themeOf);
  const lasting = before.find((other) => LASTING.has(other)) ?? "general";
  const told: Told = { ...composition, words, theme, lasting, tone: toneOf(turns, state) };
  const isGood = told.tone === "good" || (told.tone !== "hard" && namedNeed(lastPersonText(turns)) === "joy");
  if (isGood && plan.need !== "advice") return joyReply(told);
  // What changes a life is met first, whatever the plan.
  if (LASTING.has(theme) && !before.includes(theme) && plan.strategy !== "suggestion") return simple(told);
  switch (plan.strategy) {
    case "suggestion": {
      const idea = suggest(told);
      return idea
        ? join([told.tone === "hard" && repertoire.happens(0.5) ? meet(told) : undefined, idea])
        : join([meet(told), invite(told)]);
    }
    case "question": {
      const back = giveBack(told);
      const opening = back ?? (told.tone === "hard" ? meet(told) : undefined);
      if (askedLately(turns) && plan.need !== "company") return join([back, met(told, back)]);
      // A question after next to nothing sounds like a form.
      const isSlight = told.tone === "plain" && foldedWords(lastPersonText(turns).slice(0, 200)).length < 5;
      if (isSlight && plan.need !== "company" && theme === "general") return join([back, met(told, back)]);
      return join([opening, justAsked(turns) ? (opening ? undefined : invite(told)) : ask(told)]);
    }
    case "reflection-of-feelings":
      if (told.tone === "hard")
        return join([repertoire.happens(0.5) ? giveBack(told) : undefined, reflect(told)]);
      return simple(told);
    case "affirmation-and-reassurance":
    case "celebration":
    case "information":
    case "restatement":
      return simple(told);
  }
}

/** What was said given back, met where it is hard, and room left where it was not given back. */
function simple(told: Told): string {
  if (isStory(told)) return join([told.repertoire.fresh(told.words.story), meet(told)]);
  const back = giveBack(told);
  const meeting = met(told, back);
  return join([back, meeting, back || !told.repertoire.happens(0.5) ? undefined : invite(told)]);
}

/** So much at once that picking one sentence out of it would miss the rest. */
function isStory({ turns }: Told): boolean {
  return foldedWords(lastPersonText(turns).slice(0, 1000)).length > 60;
}

/** Words that meet a message: always where it is hard or nothing was given back, else seldom. */
function met(told: Told, back: string | undefined): string | undefined {
  return !back || told.tone === "hard" || told.repertoire.happens(0.35) ? meet(told) : undefined;
}

function joyReply(told: Told): string {
  const { words, repertoire, turns, plan } = told;
  const isNews = plan.strategy === "celebration" && plan.need === "joy" && isOutright(told);
  const cheer = isNews
    ? (repertoire.fresh(words.celebrate) ?? repertoire.leastUsed(words.tones.good.meet))
    : (repertoire.fresh(words.tones.good.meet) ?? repertoire.leastUsed(words.celebrate));
  const back = giveBack(told);
  const mayAsk = !askedLately(turns);
  const question = repertoire.fresh(isNews ? words.askAboutJoy : words.tones.good.ask);
  return join([
    isNews ? cheer : (back ?? cheer),
    isNews ? back : back && cheer,
    mayAsk ? question : back ? undefined : repertoire.fresh(words.inviteJoy),
  ]);
}

/** News is celebrated once; what is told about it is met. */
function isOutright({ turns, words }: Told): boolean {
  const said = textsOf(turns, "assistant").slice(-8).join("\n");
  return !words.celebrate.some((cheer) => said.includes(cheer));
}

const SMALL_TALK: ReadonlySet<Theme> = new Set<Theme>(["weather", "food", "pet", "boredom"]);

function meet(told: Told): string {
  const { words, repertoire, theme, lasting, tone, turns } = told;
  const { general } = words.themes;
  const isFollowingLoss = theme === "general" && lasting === "grief" && tone === "hard";
  const own = isFollowingLoss ? words.themes.grief.meet.slice(2) : words.themes[theme].meet;
  const toned = tone === "hard" ? general.meet : words.tones[tone].meet;
  // Condolences come first, and once.
  const isFirst = textsOf(turns, "person").filter((text) => themeOf(text) === theme).length <= 1;
  const condolences = theme === "grief" && !isFollowingLoss ? (isFirst ? own.slice(0, 2) : []) : own;
  const isSmallTalk = SMALL_TALK.has(theme) && tone !== "plain";
  const isWorkOnly = theme === "work" && tone !== "hard";
  const isThemed = (theme !== "general" || isFollowingLoss) && !isSmallTalk && !isWorkOnly;
  const themed = isThemed ? repertoire.fresh(condolences) : undefined;
  return (
    themed ??
    repertoire.fresh(toned) ??
    repertoire.fresh(words.tones.gentle.meet) ??
    repertoire.leastUsed(toned)
  );
}

function ask(told: Told): string {
  const { words, repertoire, theme, lasting, tone, plan } = told;
  const own = SMALL_TALK.has(theme) && tone !== "plain" ? "general" : theme;
  const topic = own === "general" && tone !== "plain" ? lasting : own;
  const toned = tone === "hard" ? words.themes.general.ask : words.tones[tone].ask;
  const chatty = plan.need === "company" && tone === "plain" ? words.askForCompany : toned;
  const themed = topic === "general" ? undefined : repertoire.fresh(words.themes[topic].ask);
  return (
    themed ??
    repertoire.fresh(chatty) ??
    repertoire.fresh(words.themes.general.ask) ??
    repertoire.leastUsed(chatty)
  );
}

function invite({ words, repertoire }: Told): string {
  return repertoire.fresh(words.invite) ?? repertoire.leastUsed(words.invite);
}

/** An idea on what was asked about, else on what was told before, else one that fits anything. */
function suggest({ words, repertoire, theme, turns }: Told): string | undefined {
  const before = textsOf(turns, "person").slice(-8, -1).toReversed().map(themeOf);
  const lastingFirst = before.toSorted((a, b) => Number(LASTING.has(b)) - Number(LASTING.has(a)));
  for (const topic of [theme, ...lastingFirst]) {
    if (topic === "general") continue;
    const idea = repertoire.next(words.themes[topic].suggest);
    if (idea) return idea;
  }
  return repertoire.next(words.themes.general.suggest);
}

/** Feelings that may be guessed aloud: being wrong about these does little harm. */
const NAMEABLE: ReadonlySet<CategoryId> = new Set<CategoryId>([
  "Sadness",
  "Fear",
  "Anger",
  "Disappointment",
  "Distress",
]);

function reflect(told: Told): string {
  const { state, plan, words, repertoire, theme } = told;
  const feeling = likelyFeelings(state, 1)[0];
  const mayName =
    feeling && feeling.likelihood >= 0.55 && !feeling.selfReported && NAMEABLE.has(feeling.category);
  const named = mayName && repertoire.happens(0.4) ? repertoire.fresh(words.nameFeeling) : undefined;
  if (feeling && named) return named.replace("{feeling}", feelingName(feeling.category, plan.language));
  const themed: ThemeWords = words.themes[theme];
  const general = repertoire.happens(0.5) ? undefined : repertoire.fresh(words.themes.general.reflect);
  return repertoire.fresh(themed === words.themes.general ? [] : themed.reflect) ?? general ?? meet(told);
}

/** What was said, turned around, with apostrophes as the person writes them; nothing where it is unwelcome. */
function giveBack(told: Told): string | undefined {
  const text = lastPersonText(told.turns);
  const back = dislikesEcho(told.turns) ? undefined : turnedAround(told, straight(text));
  return text.includes("’") ? back?.replaceAll("'", "’") : back;
}

/** One spelling, to compare by. */
function straight(text: string): string {
  return text.replaceAll("’", "'");
}

/** A name, a span of years, a fragment, or the clause that carries most. */
function turnedAround(told: Told, text: string): string | undefined {
  const { turns, plan, repertoire, words } = told;
  const { language } = plan;
  const name = toldName(text, language);
  const named = name && repertoire.fresh(words.named);
  if (named) return fill(named, name);
  const years = toldYears(text, language);
  const long = years && repertoire.fresh(words.long);
  if (long) return fill(long, years);
  // Three echoes in a row sound like mockery.
  if (echoedLately(turns) >= 2) return undefined;
  const said = straight(textsOf(turns, "assistant").join("\n").toLowerCase());
  const echo = fragment(text, language);
  if (echo && !said.includes(echo.toLowerCase()) && checkSentence(echo, { language }).length === 0)
    return echo;
  return restate(told, { text, said });
}

/** How many of the last two answers began with the person's own words. */
function echoedLately(turns: readonly Turn[]): number {
  return turns.slice(-5).filter((turn, index, all) => {
    const said = foldedWords(foldMessage((all[index - 1]?.text ?? "").slice(0, 600)));
    const opening = foldedWords(foldText(turn.text.split(/[.!?\n]/)[0] ?? "")).filter(
      (word) => word.length > 2,
    );
    const shared = opening.filter((word) => said.includes(word)).length;
    return turn.role === "assistant" && opening.length > 0 && shared * 2 >= opening.length;
  }).length;
}

/** Whether the person asked not to be repeated, or has just said that an answer was wrong. */
function dislikesEcho(turns: readonly Turn[]): boolean {
  const stop =
    /\b(?:stop (?:repeating|parroting|echoing)|you(?:'re| are) (?:just )?repeating|wiederhol\w*|nachplapper\w*)\b/i;
  return textsOf(turns, "person")
    .slice(-20)
    .some((text) => text.length < 200 && stop.test(text));
}

function restate(
  { plan, words }: Told,
  { text: message, said }: { readonly text: string; readonly said: string },
): string | undefined {
  // Everyday words are only worth giving back while they are few.
  const clause = spokenClauses(message, plan.language).find(
    ({ text, weight }) =>
      !said.includes(text.toLowerCase()) &&
      (weight >= 3 || text.split(" ").length <= 9) &&
      !SELF_FEELING.test(text),
  );
  if (!clause) return undefined;
  return words.frames
    .map((frame) => fill(frame, clause.text))
    .find((sentence) => checkSentence(sentence, { language: plan.language }).length === 0);
}

/** What people say they feel is met and not given back, which would sound like doubt. */
const SELF_FEELING =
  /^(?:you(?:'re| are| feel| felt) (?!talking|making|moving|going|working|getting|both)|du (?:fühlst|schämst|hast (?:\S+ )?angst)|dir geht)[^,]*$/i;

/** Where something worrying was read, one gentle, direct question takes the place of any other, once. */
function withGentleQuestion(
  reply: string,
  situation: Situation | undefined,
  { plan, turns }: Composition,
): string {
  const { askGently } = listenerWords(plan.language);
  const wasAsked = textsOf(turns, "assistant").some((text) => text.includes(askGently));
  if (plan.risk !== "concern" || wasAsked || situation === "goodbye") return reply;
  const statements = reply.split(/(?<=[.!?])\s+/).filter((sentence) => !sentence.endsWith("?"));
  return join([...statements.slice(0, 2), askGently]);
}

function fill(frame: string, clause: string): string {
  const capital = clause.charAt(0).toUpperCase() + clause.slice(1);
  return frame.replace("{Clause}", capital).replace("{clause}", clause);
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
