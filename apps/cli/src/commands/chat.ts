import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { ApiError, ServerUnreachableError, countrySchema, messageOf } from "@openempathic/client";
import type { Client, CompanionState } from "@openempathic/client";
import { CommandFailure } from "../command-failure.ts";
import { readChatLine } from "../chat/chat-commands.ts";
import { chatWords } from "../chat/chat-words.ts";
import type { ChatLanguage } from "../chat/chat-words.ts";
import { connect } from "../chat/connect.ts";
import { Conversation } from "../chat/conversation.ts";
import { ChatPage } from "../chat/show.ts";
import { oneOf, readFlags } from "../flags.ts";
import type { Command } from "../command.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const command = "chat";

// What usually comes at once must not keep a person waiting for long where it does not.
const SOON_MS = 3000;

/** `open-empathic chat`: a conversation in the terminal. */
export const chat: Command = async (args, terminal) => {
  const { values } = readFlags(args, {
    command,
    options: {
      server: { type: "string" },
      key: { type: "string" },
      data: { type: "string" },
      language: { type: "string" },
      country: { type: "string" },
      session: { type: "string" },
    },
  });
  const { env } = terminal;
  const place = placeOf(env);
  const language = oneOf(values.language ?? place.language, ["en", "de"], { flag: "language", command });
  const country = values.country === undefined ? place.country : countryIn(values.country);
  const key = values.key ?? env["OPEN_EMPATHIC_API_KEY"];
  const connection = await connect({
    env,
    ...(values.server === undefined ? {} : { server: values.server }),
    ...(key === undefined ? {} : { key }),
    ...(values.data === undefined ? {} : { dataDir: values.data }),
  });
  try {
    const { client } = connection;
    const begun = {
      experience: "companion",
      language,
      ...(country === undefined ? {} : { country }),
    } as const;
    const { id } =
      values.session === undefined ? await client.createSession(begun) : await client.session(values.session);
    await converse(terminal, client, { id, language, isNew: values.session === undefined });
  } catch (error) {
    throw error instanceof ServerUnreachableError
      ? new CommandFailure("the server is gone", { cause: error })
      : error;
  } finally {
    await connection.close();
  }
};

interface Begun {
  readonly id: string;
  readonly language: ChatLanguage;
  readonly isNew: boolean;
}

async function converse(terminal: Terminal, client: Client, { id, language, isNew }: Begun): Promise<void> {
  const page = new ChatPage(terminal, language);
  const conversation = new Conversation(client, id, page);
  if (!isNew) await conversation.catchUp();
  const leave = new AbortController();
  const left = AbortSignal.any([terminal.signal, leave.signal]);
  const input = openInput(terminal, leave);
  const following = conversation.follow(left);
  try {
    await soon(conversation.until(({ notices }) => Object.keys(notices.shownAtMs).length > 0));
    await page.aside(chatWords(language).welcome);
    await listen(input, conversation, page);
    await page.aside(chatWords(page.language).goodbye);
  } finally {
    leave.abort();
    input.close();
    await following;
  }
}

interface Input extends AsyncIterable<string> {
  ask(): void;
  close(): void;
}

function openInput(terminal: Terminal, leave: AbortController): Input {
  const { stdin, stdout } = terminal;
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true;
  const lines: Interface = createInterface({
    input: stdin,
    ...(isTerminal ? { output: stdout } : {}),
    prompt: "› ",
  });
  // Asked for at once: lines that arrive before anybody iterates would be lost.
  const iterator = lines[Symbol.asyncIterator]();
  const close = (): void => lines.close();
  lines.on("SIGINT", () => leave.abort());
  leave.signal.addEventListener("abort", close);
  terminal.signal.addEventListener("abort", close);
  return {
    [Symbol.asyncIterator]: () => iterator,
    ask: () => {
      if (isTerminal) lines.prompt();
    },
    close,
  };
}

async function listen(input: Input, conversation: Conversation, page: ChatPage): Promise<void> {
  input.ask();
  for await (const line of input) {
    if (line.trim() !== "") {
      const isOver = await act(line, conversation, page);
      if (isOver) return;
    }
    input.ask();
  }
}

/** Does what a line asks for, and says whether it was to leave. */
async function act(line: string, conversation: Conversation, page: ChatPage): Promise<boolean> {
  const action = readChatLine(line, conversation.state, page.language);
  if (action.kind === "leave") return true;
  if (action.kind === "tell") {
    await page.aside(action.text);
    return false;
  }
  try {
    const seq = await conversation.post(action.event);
    if (action.event.kind === "language-changed") page.language = action.event.language;
    if (action.said !== undefined) await page.aside(action.said);
    const of = action.event.kind === "reply-retried" ? action.event.of : seq;
    const isAnswered = (state: CompanionState): boolean => messageOf(state, of)?.reply?.finished === true;
    await conversation.until((state) => state.lastSeq >= seq && (!action.answers || isAnswered(state)));
    // An offer to remember something comes right behind the answer, before the next line is read.
    await soon(conversation.until(({ found }) => found.length === 0));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await page.aside(error.message);
  }
  return false;
}

async function soon(happening: Promise<void>): Promise<void> {
  const happened = new AbortController();
  const late = setTimeout(SOON_MS, undefined, { signal: happened.signal }).catch(() => undefined);
  await Promise.race([happening, late]).finally(() => happened.abort());
}

/** Language and country of this machine's user, as far as its locale tells, such as de_AT.UTF-8. */
function placeOf(env: Terminal["env"]): { readonly language: ChatLanguage; readonly country?: string } {
  const locale = env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "";
  const [, language, country] = /^([a-z]{2})(?:[_-]([A-Z]{2}))?/u.exec(locale) ?? [];
  return { language: language === "de" ? "de" : "en", ...(country === undefined ? {} : { country }) };
}

function countryIn(value: string): string {
  const country = countrySchema.safeParse(value.toUpperCase());
  if (country.success) return country.data;
  throw new UsageError(`--country must be two letters, such as DE; got ${JSON.stringify(value)}`, command);
}
