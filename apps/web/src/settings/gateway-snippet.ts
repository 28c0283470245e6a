/** How a program uses the gateway with the `openai` package, in five lines; a made-up key where none is new. */
export function gatewaySnippet(origin: string, key: string | undefined): string {
  return [
    `import OpenAI from "openai";`,
    `const ai = new OpenAI({ baseURL: "${origin}/v1", apiKey: "${key ?? "oe_…"}" });`,
    `const messages = [{ role: "user", content: "I failed my exam today." }];`,
    `const answer = await ai.chat.completions.create({ model: "default", messages });`,
    `console.log(answer.choices[0].message.content);`,
  ].join("\n");
}
