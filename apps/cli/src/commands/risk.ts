import { readFlags } from "../flags.ts";
import { mapLines } from "../lines/map-lines.ts";
import type { LineAnswer } from "../lines/map-lines.ts";
import { readTurns } from "../lines/read-turns.ts";
import type { Command } from "../command.ts";
import { say } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** `open-empathic risk`: risk of harm in messages, judged by code alone. */
export const risk: Command = async (args, terminal) => {
  const { values } = readFlags(args, {
    command: "risk",
    options: { text: { type: "string" }, jsonl: { type: "boolean", default: false } },
  });
  if (values.jsonl === (values.text !== undefined))
    throw new UsageError("say either --text or --jsonl", "risk");
  const { judgeRisk } = await import("@openempathic/server");

  const judge = (fields: Readonly<Record<string, unknown>>): LineAnswer => {
    const turns = readTurns(fields);
    if (typeof turns === "string") return { error: turns };
    const { level, about, reason } = judgeRisk(turns);
    return { fields: { level, about, reason } };
  };

  if (values.jsonl) {
    await mapLines(terminal, (lines) => Promise.resolve(lines.map(({ fields }) => judge(fields))));
    return;
  }
  const answer = judge({ text: values.text });
  if ("error" in answer) throw new UsageError(answer.error, "risk");
  await say(terminal.stdout, JSON.stringify(answer.fields));
};
