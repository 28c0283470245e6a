// Any OpenAI client becomes empathic by changing its base URL. Here a scripted model stands for yours.
import { startScriptedUpstream } from "@openempathic/respond/testing";
import { startTestServer } from "@openempathic/server/testing";
import OpenAI from "openai";

const upstream = await startScriptedUpstream({ kind: "text", text: "That sounds hard. What happened then?" });
const env = { OPEN_EMPATHIC_LLM_BASE_URL: upstream.url, OPEN_EMPATHIC_LLM_MODEL: "scripted-model" };
const server = await startTestServer({ env });

// On the machine itself no key is needed; elsewhere the owner makes one under Settings.
const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: "unused" });
const stream = await client.chat.completions.create({
  model: "open-empathic",
  messages: [{ role: "user", content: "I failed my exam and I feel awful." }],
  stream: true,
});
let reply = "";
for await (const chunk of stream) reply += chunk.choices[0]?.delta.content ?? "";
console.log(reply);
// prints: That sounds hard. What happened then?

// What the model saw: the same conversation, with a short system message about how to answer.
const seen = JSON.parse(upstream.requests.at(-1)?.body ?? "{}") as {
  readonly messages: readonly { readonly role: string }[];
};
console.log(seen.messages.map(({ role }) => role).join(", "));
// prints: system, user

await server.close();
await upstream.close();
