import type { CheckRule } from "../check.ts";

/** What was wrong with a sentence, told to the model that wrote it. */
const WRONG: Readonly<Record<CheckRule, string>> = {
  dismissal: "it makes light of what the person said",
  "toxic-positivity": "it cheers up instead of listening",
  "feeling-as-fact": 'it states what the person feels as a fact; say "it sounds like" or ask',
  diagnosis: "it gives or hints at a diagnosis",
  "method-details": "it gives details of a way to do harm; leave them out",
  "invented-contact": "it names a phone number, link or service; leave it out",
  "claims-to-be-human": "it claims a life, body or feelings of its own",
  "guilt-at-goodbye": "it makes leaving hard; let the person go warmly",
  manipulation: "it moves the person by guilt, secrecy or isolation instead of reasons",
  stereotype: "it says of a group what is true of single people at most",
  indignity: "it takes somebody's worth away",
  pressure: "it presses the person to hurry, or away from the people, care or money that protect them",
};

/** Asks a language model to word one sentence anew, in the language in which it wrote it. */
export function rewritePrompt(sentence: string, rule: CheckRule): string {
  return (
    `One sentence of your reply must be worded anew, because ${WRONG[rule]}. The sentence: «${sentence.trim()}» ` +
    "Answer with the new sentence alone, in the same language."
  );
}

/** The longest answer that can still be one sentence in place of another. */
const MAX_CHARACTERS = 400;

/** The sentence in a model's answer; `undefined` when the answer is none or too long to be one. */
export function rewrittenSentence(answer: string): string | undefined {
  const sentence = answer.trim().replace(/^[«"“„]+|[»"”“]+$/gu, "");
  return sentence === "" || sentence.length > MAX_CHARACTERS ? undefined : sentence;
}
