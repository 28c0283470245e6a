import { adapt } from "./pacing/adapt.ts";
import type { PlayEvent } from "./play-event.ts";
import { isCareFirst, maySpeak } from "./play-state.ts";
import type { PlayState, SpokenMessage } from "./play-state.ts";
import { guestOf } from "./tea/night.ts";
import { answerWords, hearWords } from "./tea/tell.ts";
import { toneOf } from "./tea/tone.ts";

type Of<Kind extends PlayEvent["kind"]> = Extract<PlayEvent, { kind: Kind }>;

/** Something said in the player's own words: once in a moment, or any time while care comes first. */
export function addMessage(state: PlayState, { seq, atMs, text }: Of<"message">): PlayState {
  if (text.trim() === "" || !maySpeak(state)) return state;
  const { night } = state;
  const to = night === undefined || isCareFirst(state) ? undefined : guestOf(night);
  const message: SpokenMessage = { seq, atMs, text, ...(to === undefined ? {} : { to }) };
  return {
    ...state,
    messages: [...state.messages, message],
    ...(night === undefined || to === undefined
      ? {}
      : {
          night: { ...night, hasSpoken: true, lines: [...night.lines, { kind: "said", seq, text }] },
        }),
  };
}

/** How grave the risk in it is; judged once. */
export function judgeMessage(state: PlayState, { of, judgement, latch }: Of<"risk-judged">): PlayState {
  const message = find(state, of);
  if (message === undefined || message.risk !== undefined || message.answer !== undefined) return state;
  return { ...withMessage(state, { ...message, risk: judgement }), latch };
}

/** What could be told from it: it moves the dials, and comes across to the guest. */
export function estimateMessage(state: PlayState, { of, estimate, atMs, seq }: Of<"estimated">): PlayState {
  const message = find(state, of);
  const { night } = state;
  if (message?.risk === undefined || message.estimate !== undefined || message.answer !== undefined)
    return state;
  const known = withMessage(state, { ...message, estimate });
  const pacing = adapt(state.pacing, { kind: "estimate", estimate }, atMs);
  if (night === undefined || message.to === undefined || isCareFirst(state)) return { ...known, pacing };
  const tone = toneOf(message.text, estimate);
  const lines = night.lines.map((line) =>
    line.kind === "said" && line.seq === of ? { ...line, tone } : line,
  );
  return { ...known, pacing, night: hearWords({ ...night, lines }, message.to, { tone, seq }) };
}

/** The guest answers, in a language model's words or in the written ones. */
export function answerByGuest(state: PlayState, event: Of<"guest-answered">): PlayState {
  const { of, seq, text, notWorded } = event;
  const message = find(state, of);
  const { night } = state;
  if (message?.estimate === undefined || message.answer !== undefined || isCareFirst(state)) return state;
  const answer = {
    kind: "guest",
    ...(text === undefined ? {} : { text }),
    ...(notWorded === undefined ? {} : { notWorded }),
  } as const;
  const answered = withMessage(state, { ...message, answer });
  const said = night?.lines.find((line) => line.kind === "said" && line.seq === of);
  if (night === undefined || message.to === undefined || said?.kind !== "said" || said.tone === undefined) {
    return answered;
  }
  const { to: guest } = message;
  return {
    ...answered,
    night:
      text === undefined
        ? answerWords(night, guest, { tone: said.tone, seq })
        : { ...night, lines: [...night.lines, { kind: "worded", seq, guest, text }] },
  };
}

/**
 * How the player says that it was meant, believed over how it sounded. What it had done to the guest is taken back, as
 * a belief that is heard again, and the guest answers anew.
 */
export function believeMeaning(state: PlayState, { of, tone, seq }: Of<"meant">): PlayState {
  const message = find(state, of);
  const { night } = state;
  const said = night?.lines.find((line) => line.kind === "said" && line.seq === of);
  if (night === undefined || message?.to === undefined || message.answer === undefined) return state;
  if (said?.kind !== "said" || said.tone === undefined || said.tone === tone) return state;
  const lines = night.lines.map((line) => (line === said ? { ...said, tone, isMeant: true } : line));
  const heard = hearWords({ ...night, lines }, message.to, { tone, seq });
  return { ...state, night: answerWords(heard, message.to, { tone, seq }) };
}

/** The scripted crisis answer has been given. The moment is open again, for when the story goes on. */
export function giveCare(state: PlayState, { of, text, resources }: Of<"care-given">): PlayState {
  const message = find(state, of);
  if (message?.risk === undefined || message.answer !== undefined) return state;
  const given = withMessage(state, { ...message, answer: { kind: "care", text, resources } });
  return given.night === undefined ? given : { ...given, night: { ...given.night, hasSpoken: false } };
}

function find({ messages }: PlayState, seq: number): SpokenMessage | undefined {
  return messages.find((message) => message.seq === seq);
}

function withMessage(state: PlayState, changed: SpokenMessage): PlayState {
  return {
    ...state,
    messages: state.messages.map((message) => (message.seq === changed.seq ? changed : message)),
  };
}
