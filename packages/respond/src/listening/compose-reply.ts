import type { AffectState } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

import { checkSentence } from "../checking/check-sentence.ts";
import type { Plan } from "../plan.ts";
import { justAsked } from "../planning/choose-strategy.ts";
import { feelingName, likelyFeelings } from "../planning/feelings.ts";
import { lastPersonText, textsOf } from "../words/turns.ts";
import {
  listenerWords,
  type ListenerWords,
  type Situation,
  type Theme,
  type ThemeWords,
} from "./listener-words.ts";
import type { Repertoire } from "./repertoire.ts";
import { situationOf, themeOf } from "./situation.ts";
import { spokenClauses } from "./spoken-clauses.ts";

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

/** Situations in which more is said than the prepared words: they leave the person with too little to go on. */
const THIN: ReadonlySet<Situation> = new Set<Situation>(["not-knowing", "yes", "no", "short"]);

function situationReply(situation: Situation, composition: Composition): string {
  const { plan, turns, repertoire } = composition;
  const words = listenerWords(plan.language);
  const asked = justAsked(turns);
  const options = words.situations[situation].filter((option) => !(asked && option.includes("?")));
  const all = options.length > 0 ? options : words.situations[situation];
  if (!THIN.has(situation)) return repertoire.fresh(all) ?? repertoire.leastUsed([...all, ...words.invite]);
  const opening =
    repertoire.fresh(all) ??
    repertoire.fresh(words.invite) ??
    repertoire.leastUsed(words.themes.general.meet);
  const isBrief = opening.split(/[.!?] /).length === 1;
  if (asked)
    return isBrief && repertoire.happens(0.5) ? join([opening, repertoire.fresh(words.invite)]) : opening;
  return join([opening, repertoire.fresh(words.askEasily) ?? repertoire.leastUsed(words.themes.general.ask)]);
}

/** An answer to somebody who told something. */
function toldReply(composition: Composition): string {
  const { plan, turns, repertoire } = composition;
  const words = listenerWords(plan.language);
  const inSight = themeInSight(turns);
  const theme = words.themes[inSight];
  const latest = themeOf(lastPersonText(turns));
  const now = words.themes[latest === "general" && LIFE_EVENTS.has(inSight) ? inSight : latest];
  const general = words.themes.general;
  const mayAsk = !justAsked(turns);
  const meet = () =>
    repertoire.fresh(now.meet) ?? repertoire.fresh(general.meet) ?? repertoire.leastUsed(general.meet);
  const ask = () =>
    repertoire.fresh(theme.ask) ?? repertoire.fresh(general.ask) ?? repertoire.leastUsed(general.ask);
  const invite = () => repertoire.fresh(words.invite) ?? repertoire.leastUsed(words.invite);
  const restated = () => restate(composition, words);
  // Loneliness wants to be heard before it wants small talk.
  const wantsTalk = plan.need === "company" && inSight !== "lonely";
  switch (plan.need === "joy" ? "celebration" : wantsTalk ? "company" : plan.strategy) {
    case "celebration":
      return celebrate(composition, words);
    case "company": {
      const opening =
        restated() ?? repertoire.fresh(inSight === "boredom" ? now.meet : words.keepCompany) ?? meet();
      return join([opening, mayAsk ? (repertoire.fresh(words.askForCompany) ?? ask()) : invite()]);
    }
    case "question":
      return join([restated() ?? meet(), mayAsk ? ask() : invite()]);
    case "restatement": {
      const clause = restated();
      return clause
        ? join([clause, meet(), repertoire.happens(0.3) ? invite() : undefined])
        : join([meet(), invite()]);
    }
    case "reflection-of-feelings":
      return join([
        repertoire.happens(0.5) ? restated() : undefined,
        reflect(composition, words, theme),
        invite(),
      ]);
    case "affirmation-and-reassurance":
      return join([
        restated(),
        repertoire.fresh(words.affirm) ?? meet(),
        repertoire.happens(0.4) ? invite() : undefined,
      ]);
    case "suggestion": {
      const idea = repertoire.fresh(theme.suggest) ?? repertoire.fresh(general.suggest);
      return idea ? join([restated() ?? meet(), idea]) : join([meet(), mayAsk ? ask() : invite()]);
    }
    case "information":
      return repertoire.fresh(words.situations.facts) ?? join([meet(), invite()]);
  }
}

/** What stays in the room for a while once it was told. */
const LIFE_EVENTS: ReadonlySet<Theme> = new Set<Theme>(["grief", "breakup", "job-loss", "illness"]);

/** The theme of the last message; else a life event told before; else whatever was last spoken of. */
function themeInSight(turns: readonly Turn[]): Theme {
  const themes = textsOf(turns, "person").slice(-10).map(themeOf).toReversed();
  const [latest = "general"] = themes;
  if (latest !== "general") return latest;
  return (
    themes.find((theme) => LIFE_EVENTS.has(theme)) ??
    themes.slice(0, 5).find((theme) => theme !== "general") ??
    "general"
  );
}

function celebrate({ turns, repertoire, plan }: Composition, words: ListenerWords): string {
  const cheer = repertoire.fresh(words.celebrate) ?? repertoire.leastUsed(words.celebrate);
  const clause = spokenClauses(lastPersonText(turns), plan.language)[0];
  const restated = clause && clause.weight >= 2 ? plainFrame(clause.text, plan) : undefined;
  const question = justAsked(turns) ? repertoire.fresh(words.inviteJoy) : repertoire.fresh(words.askAboutJoy);
  return join([cheer, restated, question]);
}

/** What was said, turned around: as plain words, or marked as the person's own where it names a feeling. */
function restate({ turns, plan, repertoire }: Composition, words: ListenerWords): string | undefined {
  const said = textsOf(turns, "assistant").join("\n").toLowerCase();
  const clause = spokenClauses(lastPersonText(turns), plan.language).find(
    ({ text, weight }) => weight >= 1 && !said.includes(text.toLowerCase()),
  );
  if (!clause) return undefined;
  const ownOnly = /^(?:you(?:'re| are| feel| felt)|du (?:bist|fühlst|hast angst|hast das gefühl))\b/i.test(
    clause.text,
  );
  const frames = ownOnly ? [] : shuffled(words.frames, repertoire);
  const framed = [...frames, ...shuffled(words.reportFrames, repertoire)].map((frame) =>
    fill(frame, clause.text),
  );
  return framed.find((sentence) => checkSentence(sentence, { language: plan.language }).length === 0);
}

function plainFrame(clause: string, { language }: Plan): string | undefined {
  const sentence = fill("{Clause}.", clause);
  return checkSentence(sentence, { language }).length === 0 ? sentence : undefined;
}

function reflect({ state, plan, repertoire }: Composition, words: ListenerWords, theme: ThemeWords): string {
  const feeling = likelyFeelings(state, 1)[0];
  const named =
    feeling && feeling.likelihood >= 0.5 && !feeling.selfReported
      ? repertoire.fresh(words.nameFeeling)
      : undefined;
  if (feeling && named && repertoire.happens(0.5)) {
    return named.replace("{feeling}", feelingName(feeling.category, plan.language));
  }
  const { reflect: general } = words.themes.general;
  return repertoire.fresh(theme.reflect) ?? repertoire.fresh(general) ?? repertoire.leastUsed(general);
}

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

function shuffled(options: readonly string[], repertoire: Repertoire): readonly string[] {
  return options
    .map((option) => ({ option, order: repertoire.order() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ option }) => option);
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
