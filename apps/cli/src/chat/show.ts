import { noticeText } from "@openempathic/client";
import type { CompanionShow } from "@openempathic/client";
import { mayColour, say, write } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { chatWords } from "./chat-words.ts";
import type { ChatLanguage } from "./chat-words.ts";
import { soundsLike } from "./feelings.ts";

const DIM = "\u001B[2m";
const PLAIN = "\u001B[0m";

/** Puts a conversation on a terminal, line by line. */
export class ChatPage {
  language: ChatLanguage;
  readonly #terminal: Terminal;
  readonly #mayColour: boolean;
  /** What has been written of the answer that is coming in. */
  #written = "";

  constructor(terminal: Terminal, language: ChatLanguage) {
    this.#terminal = terminal;
    this.#mayColour = mayColour(terminal);
    this.language = language;
  }

  /** A line of the conversation. */
  line(text: string): Promise<void> {
    return say(this.#terminal.stdout, printable(text));
  }

  /** A line about the conversation, quieter. */
  aside(text: string): Promise<void> {
    const line = `  ${printable(text).replaceAll("\n", "\n  ")}`;
    return say(this.#terminal.stdout, this.#mayColour ? `${DIM}${line}${PLAIN}` : line);
  }

  /** Something that the companion has to show. */
  async show(show: CompanionShow): Promise<void> {
    const words = chatWords(this.language);
    switch (show.kind) {
      case "notices":
        for (const id of show.notices) await this.aside(noticeText(id, this.language));
        return;
      case "understood": {
        await this.aside(soundsLike(show.estimate, this.language));
        return;
      }
      case "plan":
        this.#written = "";
        return;
      case "reply-part":
        this.#written += show.text;
        {
          await write(this.#terminal.stdout, printable(show.text));
          return;
        }
      case "reply": {
        await this.#finish(show.reply);
        return;
      }
      case "check-in":
      case "life-question":
      case "routine": {
        await this.line(show.text);
        return;
      }
      case "memory-proposal": {
        await this.aside(words.offer(show.proposal.text));
        return;
      }
    }
  }

  async #finish(reply: Extract<CompanionShow, { kind: "reply" }>["reply"]): Promise<void> {
    const words = chatWords(this.language);
    const written = this.#written;
    this.#written = "";
    if (written.trim() === reply.text.trim()) await this.line("");
    // The finished text stands instead of what was shown before.
    else await this.line(`${written === "" ? "" : "\n"}${reply.text}`);
    // The crisis script names its resources itself; a line of help is never left out and never said twice.
    const unsaid = reply.resources.filter(({ contact }) => !reply.text.includes(contact));
    for (const { name, contact, hours, checkedOn } of unsaid) {
      await this.line(`  ${name}: ${contact} (${hours}; ${words.checked(checkedOn)})`);
    }
    if (reply.modelTrouble !== undefined) await this.aside(words.trouble(reply.modelTrouble));
  }
}

/** Without control characters: what a language model writes must not move the cursor or change the terminal. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to take out
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu, "");
}
