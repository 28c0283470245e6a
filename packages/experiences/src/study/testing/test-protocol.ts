import { openInstruments } from "../instrument/library.ts";
import type { Instrument } from "../instrument/instrument.ts";
import { PROTOCOL_SCHEMA } from "../protocol/protocol.ts";
import type { StudyProtocol } from "../protocol/protocol.ts";

/** An open instrument by its id, in English. */
export function instrumentCalled(id: string): Instrument {
  const instrument = openInstruments("en").find((each) => each.id === id);
  if (instrument === undefined) throw new RangeError(`There is no open instrument ${id}`);
  return instrument;
}

/** A study with every kind of task, two arms and two days of sampling. */
export function testProtocol(fields: Partial<StudyProtocol> = {}): StudyProtocol {
  const phq: Instrument = instrumentCalled("phq-9");
  return {
    schema: PROTOCOL_SCHEMA,
    title: "Writing and feeling",
    version: "1.0",
    language: "en",
    contact: "Ada Example, ada@example.org",
    ethics: "",
    consents: [
      { version: "1", text: "An earlier text." },
      { version: "2", text: "You answer questions about how you feel." },
    ],
    arms: [
      { id: "writing", name: "Writing" },
      { id: "reading", name: "Reading" },
    ],
    allocation: { seed: 20_261, block: 4 },
    order: "latin-square",
    tasks: [
      { kind: "page", id: "welcome", title: "Welcome", text: "Thank you for being here." },
      { kind: "questionnaire", id: "mood", title: "The last two weeks", instrument: phq },
      {
        kind: "affective-slider",
        id: "slider1",
        title: "Right now",
        prompt: "How do you feel?",
        moves: true,
      },
      { kind: "affect-grid", id: "grid", title: "On a map", prompt: "How do you feel?", moves: true },
      { kind: "free-label", id: "label", title: "In a word", prompt: "What would you call it?", moves: true },
      { kind: "own-text", id: "story", title: "A story", prompt: "Write about your day.", arms: ["writing"] },
      {
        kind: "rate-texts",
        id: "texts",
        title: "Others’ words",
        prompt: "How does this sound to you?",
        texts: [
          { id: "a", text: "We laughed so much today, I was really happy." },
          { id: "b", text: "I could not sleep, and everything was too much for me." },
          { id: "c", text: "Nothing much happened; I cooked and went to bed." },
        ],
      },
      {
        kind: "affective-slider",
        id: "slider2",
        title: "Once more",
        prompt: "How do you feel?",
        retestOf: "slider1",
      },
    ],
    sampling: {
      days: 2,
      perDay: 2,
      awake: { from: "09:00", to: "21:00" },
      quiet: [{ from: "12:00", to: "13:00" }],
      answerWithinMinutes: 30,
      tasks: [{ kind: "affect-grid", id: "moment", title: "Now", prompt: "How do you feel?" }],
    },
    ...fields,
  };
}
