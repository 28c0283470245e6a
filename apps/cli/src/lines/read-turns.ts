/** One turn as the perceivers and the judgement of risk take it. */
export interface LineTurn {
  readonly role: "person" | "assistant";
  readonly text: string;
}

/** The longest text of one line, in UTF-16 units. */
export const LONGEST_TEXT = 1_000_000;

// "user" is what chat logs call the person.
const ROLES: Readonly<Record<string, LineTurn["role"]>> = {
  person: "person",
  user: "person",
  assistant: "assistant",
};

/**
 * The turns of a line: those of `turns` up to the person's last, or `text` as the only one. A string says what is
 * wrong with the line.
 */
export function readTurns(fields: Readonly<Record<string, unknown>>): readonly LineTurn[] | string {
  const { text, turns } = fields;
  if (text !== undefined && turns !== undefined) return 'the line has both "text" and "turns"';
  if (turns === undefined) {
    if (typeof text !== "string")
      return text === undefined ? 'the line has no "text" or "turns"' : '"text" is not a string';
    return text.length > LONGEST_TEXT ? "the text is too long" : [{ role: "person", text }];
  }
  if (!Array.isArray(turns)) return '"turns" is not a list';
  const read = turns.map(readTurn);
  const wrong = read.find((turn) => typeof turn === "string");
  if (wrong !== undefined) return wrong;
  const all = read.filter((turn) => typeof turn !== "string");
  const last = all.findLastIndex(({ role }) => role === "person");
  return last === -1 ? '"turns" has no turn of the person' : all.slice(0, last + 1);
}

function readTurn(turn: unknown): LineTurn | string {
  if (typeof turn !== "object" || turn === null) return 'a turn is not an object with "role" and "text"';
  const { role, text } = turn as Readonly<Record<string, unknown>>;
  if (typeof text !== "string") return 'the "text" of a turn is not a string';
  if (text.length > LONGEST_TEXT) return "the text of a turn is too long";
  const known = typeof role === "string" && Object.hasOwn(ROLES, role) ? ROLES[role] : undefined;
  return known === undefined
    ? 'the "role" of a turn is not "person", "user" or "assistant"'
    : { role: known, text };
}
