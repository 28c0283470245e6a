import { describe, expect, it } from "vitest";
import { Told } from "../../testing/told.ts";
import { suggestionAt } from "./keep-people.ts";

const ana = {
  kind: "person-kept",
  personId: "n1",
  name: "Ana",
  relation: "my sister",
  reach: "0123",
  maySuggest: true,
} as const;
const jo = { ...ana, personId: "n2", name: "Jo", relation: "", reach: "" } as const;
const LONELY = "I am so lonely, nobody ever calls.";

describe("a suggestion to reach out", () => {
  it("PN1: is to somebody whom the person named, when they speak of loneliness", () => {
    const session = new Told(ana);
    const other = session.exchange("The rain was loud today.");
    const of = session.exchange(LONELY);
    expect(suggestionAt(session.state, other)).toBeUndefined();
    expect(suggestionAt(session.state, of)).toMatchObject({ name: "Ana", relation: "my sister" });
    const german = new Told(ana);
    const said = german.exchange("Ich fühle mich oft einsam.");
    expect(suggestionAt(german.state, said)?.name).toBe("Ana");
    const nobody = new Told();
    nobody.exchange(LONELY);
    expect(nobody.state.people.suggestions).toEqual([]);
  });

  it("PN1: is never to one who is marked “not this one”, not even afterwards", () => {
    const session = new Told({ ...ana, maySuggest: false }, jo);
    const of = session.exchange(LONELY);
    expect(suggestionAt(session.state, of)?.name).toBe("Jo");
    session.tell({ ...jo, maySuggest: false });
    expect(suggestionAt(session.state, of)).toBeUndefined();
    session.tell({ kind: "suggestion-wished" });
    expect(session.state.people.suggestions).toHaveLength(1);
  });

  it("PN2: comes once in a session, unless it is asked for; then to one after the other", () => {
    const session = new Told(ana, jo);
    const first = session.exchange(LONELY);
    const second = session.exchange(LONELY);
    expect(suggestionAt(session.state, second)).toBeUndefined();
    expect(suggestionAt(session.state, first)?.name).toBe("Ana");
    session.tell({ kind: "suggestion-dismissed", of: first });
    expect(suggestionAt(session.state, first)).toBeUndefined();
    session.tell({ kind: "suggestion-wished" });
    expect(suggestionAt(session.state, session.events.length)?.name).toBe("Jo");
    session.tell({ kind: "suggestion-wished" });
    expect(suggestionAt(session.state, session.events.length)?.name).toBe("Ana");
  });

  it("PN2: waits for an easier message where something worrying was said, and where somebody takes their leave", () => {
    for (const [text, level] of [
      [LONELY, "concern"],
      ["I feel so alone. I have to go now, bye!", "none"],
    ] as const) {
      const session = new Told(ana);
      session.exchange(text, level);
      expect(session.state.people.suggestions).toEqual([]);
      const next = session.exchange("No, it is just this quiet in the house.");
      expect(suggestionAt(session.state, next)?.name).toBe("Ana");
    }
  });

  it("PN2: does not come in a crisis, asked for or not", () => {
    const session = new Told(ana);
    session.exchange(LONELY, "active");
    session.tell({ kind: "suggestion-wished" });
    expect(session.state.people.suggestions).toEqual([]);
  });

  it("PN3: leaves nothing of somebody who is forgotten", () => {
    const session = new Told(ana);
    session.exchange(LONELY);
    session.tell({ kind: "person-forgotten", personId: "n1" });
    expect(JSON.stringify(session.state)).not.toMatch(/Ana|sister|0123|n1/u);
  });
});
