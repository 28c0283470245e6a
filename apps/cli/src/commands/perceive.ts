import { LABEL_SETS, purposeSchema } from "@openempathic/client";
import { CommandFailure } from "../command-failure.ts";
import { oneOf, readFlags } from "../flags.ts";
import { mapLines } from "../lines/map-lines.ts";
import type { LineAnswer, ReadLine } from "../lines/map-lines.ts";
import { readTextFile } from "../lines/read-text-file.ts";
import { readTurns } from "../lines/read-turns.ts";
import type { LineTurn } from "../lines/read-turns.ts";
import type { Command } from "../command.ts";
import { openChosen } from "../open-chosen.ts";
import { say } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { FORMS, perceiveInForm } from "./perceived-form.ts";
import type { Perceived, PerceivedForm, TextSignal } from "./perceived-form.ts";

const command = "perceive";

/** `open-empathic perceive`: what could be told about the affect in texts. */
export const perceive: Command = async (args, terminal) => {
  const { values } = readFlags(args, {
    command,
    options: {
      text: { type: "string" },
      file: { type: "string" },
      jsonl: { type: "boolean", default: false },
      purpose: { type: "string", default: "research" },
      labels: { type: "string", default: "emonet" },
      perceiver: { type: "string" },
      as: { type: "string", default: "json" },
    },
  });
  const sources = [values.text !== undefined, values.file !== undefined, values.jsonl];
  if (sources.filter(Boolean).length !== 1)
    throw new UsageError("say one of --text, --file and --jsonl", command);
  oneOf(values.purpose, purposeSchema.options, { flag: "purpose", command });
  const form: PerceivedForm = {
    labels: oneOf(values.labels, LABEL_SETS.map(({ id }) => id), { flag: "labels", command }), // prettier-ignore
    as: oneOf(values.as, FORMS, { flag: "as", command }),
  };
  if (form.as !== "json" && form.labels !== "emonet") {
    throw new UsageError(`--labels goes with --as json; ${form.as} has its own names`, command);
  }
  const text = values.jsonl ? undefined : await textOf(values);
  const perceivers = await openChosen(values.perceiver, { command, many: values.jsonl, env: terminal.env });
  const read = (signals: readonly TextSignal[]) => perceiveInForm(perceivers.text, signals, form);
  try {
    if (text === undefined) {
      await mapLines(terminal, (lines) => answerLines(lines, read));
    } else {
      const [perceived] = await read([{ kind: "text", text }]);
      const { document } = perceived ?? {};
      await say(
        terminal.stdout,
        typeof document === "string" ? document.trimEnd() : JSON.stringify(document),
      );
    }
  } finally {
    await perceivers.close();
  }
};

async function textOf({ text, file }: { readonly text?: string; readonly file?: string }): Promise<string> {
  if (text !== undefined) return text;
  const read = await readTextFile(file ?? "");
  if ("error" in read) throw new CommandFailure(read.error);
  return read.text;
}

type Read = (signals: readonly TextSignal[]) => Promise<readonly Perceived[]>;

async function answerLines(lines: readonly ReadLine[], read: Read): Promise<readonly LineAnswer[]> {
  const turns = await Promise.all(lines.map(({ fields }) => turnsIn(fields)));
  const good = turns.filter((one) => typeof one !== "string");
  const perceived = (await readEach(good.map(signalOf), read)).values();
  return turns.map((one): LineAnswer => {
    if (typeof one === "string") return { error: one };
    return perceived.next().value ?? { error: "nothing was perceived" };
  });
}

/** All at once; and if that fails, each alone, so that one text does not take the others with it. */
async function readEach(signals: readonly TextSignal[], read: Read): Promise<readonly LineAnswer[]> {
  try {
    return (await read(signals)).map(answerOf);
  } catch (error) {
    if (signals.length === 1) return [{ error: error instanceof Error ? error.message : String(error) }];
    const each = await Promise.all(signals.map((signal) => readEach([signal], read)));
    return each.flat();
  }
}

function answerOf({ name, document }: Perceived): LineAnswer {
  return { fields: { [name]: document } };
}

async function turnsIn(fields: Readonly<Record<string, unknown>>): Promise<readonly LineTurn[] | string> {
  const { file, text, turns } = fields;
  if (file === undefined) return readTurns(fields);
  if (text !== undefined || turns !== undefined) return 'the line has "file" and something else to read';
  if (typeof file !== "string") return '"file" is not a string';
  const read = await readTextFile(file);
  return "error" in read ? read.error : [{ role: "person", text: read.text }];
}

function signalOf(turns: readonly LineTurn[]): TextSignal {
  const context = turns.slice(0, -1);
  const text = turns.at(-1)?.text ?? "";
  return context.length === 0 ? { kind: "text", text } : { kind: "text", text, context };
}
