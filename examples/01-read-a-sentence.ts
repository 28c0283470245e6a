// What could be told from one sentence? Everything runs on this machine; nothing is sent anywhere.
import { readFileSync } from "node:fs";
import { openTextNgram } from "@openempathic/perceive";

const folder = new URL("../models/text-ngram/", import.meta.url);
const card = JSON.parse(readFileSync(new URL("card.json", folder), "utf8")) as { readonly digest: string };
const perceiver = await openTextNgram({
  weights: readFileSync(new URL("weights.bin", folder)),
  digest: card.digest,
});

const text = "Thank you so much for staying with me, I was terrified.";
const { likelihood, evidence } = await perceiver.perceive({ kind: "text", text });

// A likelihood is the share of people who would say that it is there, so several can be high at once.
console.log(
  `sounds like gratitude: ${(likelihood.Gratitude ?? 0) > 0.5 ? "most would say so" : "few would"}`,
);
// prints: sounds like gratitude: most would say so

const [strongest] = evidence.filter(({ category }) => category === "Gratitude");
console.log(
  `because of "Thank you": ${String(text.slice(strongest?.start, strongest?.end).includes("Thank you"))}`,
);
// prints: because of "Thank you": true

// What the model cannot assess at all is missing, which is not the same as zero.
console.log(`intoxication: ${String(likelihood.Intoxication)}`);
// prints: intoxication: undefined

// And what it cannot tell, it does not guess.
const { abstained } = await perceiver.perceive({ kind: "text", text: "今日は本当に疲れました。" });
console.log(`abstains: ${String(abstained?.reason)}`);
// prints: abstains: language

await perceiver.close();
