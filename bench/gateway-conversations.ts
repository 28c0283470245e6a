/** What is said in the bench. */
export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

const OPENINGS = [
  "My boss moved the deadline again and I sat at the desk until half past",
  "I finally heard back from the clinic, and the appointment is number",
  "We took the train to my grandmother's old house, platform",
  "The exam went better than I thought, I think I got question",
  "I can't sleep since the neighbours started renovating flat",
  "My daughter laughed so hard at dinner that she dropped plate",
];
const FEELINGS = [
  "and honestly I am so tired and sad about it all.",
  "and I feel nervous even though there is no reason to.",
  "and I was so happy that I nearly cried on the way home.",
  "and the whole way there it rained without a break.",
  "and it was louder there than anybody had told us before.",
];
const QUESTIONS = [
  "What do you make of that?",
  "How do other people handle that?",
  "It is hard to explain, but it mattered to me.",
  "Is that usual, or was it only us?",
];

/** Replies as language models word them; each is streamed word by word. */
export const REPLIES: readonly string[] = [
  "That sounds like a lot to carry after an already long day. What part of it stays with you the most?",
  "It makes sense that this would keep going through your head. Thank you for telling me about it.",
  "I'm really glad you shared that. It sounds as if it meant more to you than it might look from outside.",
  "What a lovely moment to hold on to! How did the rest of the evening go?",
  "Hmm, that's a tricky spot to be in. One small thing that might help is writing down what you would tell a friend.",
  "It sounds exhausting to be the one who notices everything. Has anybody there ever asked how you are doing?",
  "You put a lot of care into this, and it shows. I wonder what you would wish for if it were up to you alone.",
  "Waiting for news can be so tiring. Is there something that makes the waiting a little easier?",
  "There is a lot in what you wrote, and none of it seems small. Where would you like to start?",
  "Congratulations, that is wonderful news! You worked for it, question by question.",
];

/**
 * The conversation of one request. As with real clients, a conversation comes back longer by an answer and a new
 * message: of the streams of a round, the first third opens conversations, the second continues them, the last again.
 *
 * @param stream - number of the stream within its round.
 * @param round - its number and how many streams it has; no other round has the same words.
 */
export function conversation(
  stream: number,
  round: { readonly number: number; readonly streams: number },
): readonly Message[] {
  const third = Math.ceil(round.streams / 3);
  const person = round.number * third + (stream % third);
  const turns: Message[] = [];
  for (let turn = 0; turn <= Math.floor(stream / third); turn += 1) {
    if (turn > 0) turns.push({ role: "assistant", content: pick(REPLIES, person + turn) });
    const content = `${pick(OPENINGS, person + turn)} ${person * 7 + turn} ${pick(FEELINGS, person * 3 + turn)} ${pick(QUESTIONS, person + 2 * turn)}`;
    turns.push({ role: "user", content });
  }
  return [{ role: "system", content: "You are a friendly assistant in a journaling app." }, ...turns];
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}
