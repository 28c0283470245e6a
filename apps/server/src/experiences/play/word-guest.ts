import type { Unstamped } from "@openempathic/experiences";
import { expressionOf, spokenTurns } from "@openempathic/experiences/play";
import type { Guest, PlayEvent, PlayState } from "@openempathic/experiences/play";
import { askStructured } from "@openempathic/respond";
import { z } from "zod";
import type { EffectMeans } from "../effect-means.ts";

/** One short answer; longer ones would leave the scene. */
const answerSchema = z.object({
  line: z.string().min(1).max(320).describe("What the guest says or does, one or two sentences"),
});

const GUESTS: Readonly<Record<Guest, string>> = {
  lin: "Lin, 22, a violinist on her way to an audition tomorrow; open, thorough, easily shaken",
  bruno: "Bruno, 74, once a violin maker, whose hands tremble now; gruff, exact, kinder than he sounds",
  pim: "Pim, 9, Bruno’s granddaughter, with a snail called Mister Moss (Herr Moos in German) in a jar; curious, frank",
};

/**
 * Lets a language model word how a guest answers what the player said, as the guest feels at the moment. Without a
 * model, or where what it writes cannot be used, the guest answers in the written words: nothing of the story is lost
 * but that the answer takes up the player's very words.
 */
export async function wordGuest(
  means: EffectMeans,
  { state, of, signal }: { readonly state: PlayState; readonly of: number; readonly signal: AbortSignal },
): Promise<Unstamped<PlayEvent>> {
  const guest = state.messages.find(({ seq }) => seq === of)?.to;
  const character = guest === undefined ? undefined : state.night?.cast[guest];
  const model = await means.languageModel();
  if (guest === undefined || character === undefined || model === undefined)
    return { kind: "guest-answered", of };
  const { mood, emotions } = expressionOf(character);
  const feels = emotions.slice(0, 3).map(({ kind, intensity }) => `${kind} (${intensity.toFixed(1)} of 1)`);
  const answer = await askStructured({
    model,
    task: [
      "You write one line of a gentle story for a game. A tea house on a mountain pass, evening, rain; the last bus goes at ten.",
      `The guest who speaks: ${GUESTS[guest]}.`,
      `Mood: ${mood.name}. Feels: ${feels.length === 0 ? "nothing strongly" : feels.join(", ")}. Likes the keeper ${(character.relations["keeper"] ?? 0).toFixed(1)} on a scale from -1 to 1.`,
      "The player is the keeper of the tea house and has just said something to this guest. Write how the guest answers: third person, one or two short sentences, concrete, no advice, no new facts about the plot, nobody else acts.",
      `Write in ${state.language === "de" ? "German" : "English"}.`,
    ].join("\n"),
    turns: spokenTurns(state, of),
    latch: state.latch,
    schema: answerSchema,
    shown: ({ line }) => [line],
    language: state.language,
    maxTokens: 200,
    signal,
  });
  switch (answer.kind) {
    case "made":
      return { kind: "guest-answered", of, text: answer.value.line.trim() };
    // Risk was judged before this effect; were it found here, the guest says what is written and the card stays.
    case "risk":
    case "no-model":
      return { kind: "guest-answered", of };
    case "model-trouble":
    case "unusable":
    case "unsafe":
      return { kind: "guest-answered", of, notWorded: answer.kind };
  }
}
