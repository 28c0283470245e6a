import type { AffectState } from "@openempathic/affect";
import type { ExperienceSchemas } from "@openempathic/client";
import type { Experience, SessionFrame, StoredEvent, Unstamped } from "@openempathic/experiences";
import type { RiskLatch } from "@openempathic/govern";
import type { EffectMeans, EffectRequest } from "./effect-means.ts";

/** An event before it has a number and a time, of whichever experience. */
export interface NewEvent {
  readonly kind: string;
}

/** An event that is to be added at a time, and not before. A session has one at most: its soonest. */
export interface Scheduled {
  readonly atMs: number;
  readonly event: NewEvent;
  /** Later than this many milliseconds it is no longer added (see `insteadOfLate`); absent: however late. */
  readonly latestMs?: number;
}

/** What the person's wish to forget takes out of stored events: words of those with this id. */
export interface Forgetting {
  /** The kinds of event that may hold it. */
  readonly kinds: readonly string[];
  /** The field by which it is known, and its value there. */
  readonly field: string;
  readonly value: string;
  /** The fields whose words go; `text` unless told. */
  readonly texts?: readonly string[];
}

/** How the server runs one experience. */
export interface ServedParts<
  State extends SessionFrame,
  Act extends NewEvent,
  Event extends StoredEvent,
  Effect extends { readonly kind: string },
> {
  readonly experience: Experience<State, Event, unknown, Effect>;
  /** Whose `personEvent` says which acts of a person are accepted. */
  readonly schemas: ExperienceSchemas<Act, Event>;
  /** The kinds of act that are answered, at the cost of computing and perhaps of money: strangers are limited. */
  readonly asksForWork: readonly Act["kind"][];
  /**
   * Runs one effect and gives the events that it results in, as they come. `show-notices` and what is scheduled are
   * seen to for all.
   * @throws What a means throws; that becomes the event of `failureEvent`.
   */
  runEffect(means: EffectMeans, request: EffectRequest<State, Effect>): AsyncIterable<Unstamped<Event>>;
  /** What stands in the log when an effect failed, so that the person sees it; `undefined` for work to leave out. */
  failureEvent(state: State, effect: Effect): Unstamped<Event> | undefined;
  /** For effects that wait for a time: what to add then. `undefined` for work to do now. */
  scheduled?(effect: Effect): Scheduled | undefined;
  /**
   * What is added in place of a scheduled event that came too late; the fold then says when the next is. Without it, or
   * where it is `undefined`, the event is moved on by whole days.
   */
  insteadOfLate?(event: NewEvent): Unstamped<Event> | undefined;
  /** What an event makes the session's name in lists; the first name stays. */
  titleFrom?(event: Unstamped<Event>): string | undefined;
  /** What an event wants forgotten. */
  forgottenBy?(event: Unstamped<Event>): Forgetting | undefined;
  /** How others take part in a session of it; absent: nobody else can. */
  readonly sharing?: Sharing<State, Act, Event> | undefined;
  /**
   * The log with which a session goes on from a saved record, numbered from 1 without gaps; absent: none can.
   * @throws {OpenEmpathicError} With what stands in the way, in a sentence without anybody's words.
   */
  readRecord?: ((text: string, nowMs: number) => readonly Event[]) | undefined;
  /** How its person is, for the gateway to go on with; `undefined` where the experience keeps no such picture. */
  pictureOf?(state: State): SessionPicture | undefined;
}

/** How several people share one session. `memberId` "m1" is whose session it is, others come after. */
export interface Sharing<State, Act extends NewEvent, Event extends StoredEvent> {
  /** Whether a member other than the one whose session it is may add this act. */
  isOpenToMembers(kind: Act["kind"]): boolean;
  /** The act as it is stored, with who it is from where that belongs to it. */
  storedFrom(act: Act, memberId: string): NewEvent;
  /** The event that says that somebody joined. */
  joined(memberId: string, name: string | undefined): NewEvent;
  /** What a member may see of an event. */
  eventFor(event: Event, viewer: { readonly memberId: string; readonly state: State }): StoredEvent;
  /** The events that change when a member has their words deleted, as they are to be stored from then on. */
  withoutWordsOf(events: readonly Event[], memberId: string): readonly StoredEvent[];
  /** The event that says that a member left, from the events as they stand before their words are taken out. */
  left(memberId: string, events: readonly Event[]): NewEvent;
}

/** The running picture of a session's person. */
export interface SessionPicture {
  readonly affect: AffectState;
  readonly latch: RiskLatch;
}

/** An experience as the server keeps it among others: what its states and events are, only itself knows. */
export type ServedExperience = Required<
  ServedParts<SessionFrame, NewEvent, StoredEvent, { readonly kind: string }>
>;

/** Experiences by id. */
export type ServedExperiences = ReadonlyMap<string, ServedExperience>;

/** Makes an experience one of many: the server hands each back its own states, events and effects, and no others. */
export function serve<
  State extends SessionFrame,
  Act extends NewEvent,
  Event extends StoredEvent,
  Effect extends { readonly kind: string },
>(parts: ServedParts<State, Act, Event, Effect>): ServedExperience {
  const whole: Required<ServedParts<State, Act, Event, Effect>> = {
    scheduled: () => undefined,
    insteadOfLate: () => undefined,
    titleFrom: () => undefined,
    forgottenBy: () => undefined,
    pictureOf: () => undefined,
    sharing: undefined,
    readRecord: undefined,
    ...parts,
    runEffect: (means, request) =>
      isShowNotices(request.effect) ? noticesShown(request.effect) : parts.runEffect(means, request),
  };
  // Here it is forgotten which experience this is. That is safe because the log of a session holds only events of its own
  // experience: what a person adds is read by its schema, and all else comes out of its own effects.
  return whole;
}

interface ShowingNotices {
  readonly kind: "show-notices";
  readonly notices: readonly string[];
}

function isShowNotices(effect: { readonly kind: string }): effect is ShowingNotices {
  return effect.kind === "show-notices";
}

// eslint-disable-next-line @typescript-eslint/require-await -- showing is done by the page that reads the event.
async function* noticesShown<Event>({ notices }: ShowingNotices): AsyncGenerator<Unstamped<Event>> {
  // The cast is safe: `notices-shown` is an event of every experience.
  yield { kind: "notices-shown", notices } as unknown as Unstamped<Event>;
}
