import { isDeepStrictEqual } from "node:util";
import { asc, eq, sql } from "drizzle-orm";
import { makeQuestionSchema, OPEN_TO_ALL, RATING_POLICY, replayClip } from "@openempathic/collect";
import type { Answers, ClipAuditEvent } from "@openempathic/collect";
import { firstBreak } from "@openempathic/govern";
import type { ChainedEntry } from "@openempathic/govern";
import { seededRandom } from "@openempathic/measure";
import { assessmentOf } from "../collection/assess-task.ts";
import { addCampaign, findCampaign } from "../collection/campaigns.ts";
import { claimTask } from "../collection/claim-task.ts";
import type { ClaimedTask } from "../collection/claim-task.ts";
import {
  annotationDrafts,
  annotations,
  clipAudit,
  clips,
  slots,
  tasks,
} from "../collection/collection-tables.ts";
import { contributeClip } from "../collection/contribute-clip.ts";
import { submitAnnotation } from "../collection/submit-annotation.ts";
import type { SubmitOutcome } from "../collection/submit-annotation.ts";
import { addParticipant } from "../people/people.ts";
import type { Database } from "../storage/open-database.ts";

/** How a race is run. */
export interface RaceOptions {
  readonly db: Database;
  /** Clients at once, each another person. */
  readonly clients: number;
  /** Claims to make before the race ends. */
  readonly claims: number;
  readonly seed: number;
  /** Called after every hundred claims: cuts connections, where the database has any. */
  readonly kill?: () => Promise<void>;
  readonly onProgress?: (claims: number) => void;
}

/** What happened, and what must not have. */
export interface RaceReport {
  readonly claims: number;
  readonly submits: number;
  readonly repeats: number;
  readonly skips: number;
  readonly late: number;
  readonly foreign: number;
  readonly abandoned: number;
  /** Transactions that a fault of ours rolled back, or whose acknowledgement it swallowed. */
  readonly faults: number;
  /** Errors of the database itself, such as a connection that was cut. */
  readonly cut: number;
  /** Looks at the whole database during the race. */
  readonly looks: number;
  /** Tasks that a look found with more live leases and submissions than wanted, and places given away while held. */
  readonly overAssignments: number;
  /** Answers that were acknowledged and are not there as they were, or are there twice, or were never sent. */
  readonly lostAnswers: number;
  /** Refused answers of which no draft is there. */
  readonly lostDrafts: number;
  /** Clips whose audit record does not hold or does not tell their state; tasks whose state is not what their answers come to. */
  readonly wrongRecords: number;
  readonly seconds: number;
  /** Claims by how long they took, in milliseconds. */
  readonly claimMs: { readonly p50: number; readonly p95: number };
}

const LANGUAGE = "en";
/** In the race's own time, in which a claim takes some ten milliseconds: a lease lasts for hundreds of claims. */
const LEASE_MS = 5_000;
const CLAIM_MS = 10;
const QUESTION = "strength";
const CAMPAIGN = {
  id: "race",
  questions: makeQuestionSchema({
    id: "race",
    version: 1,
    title: { en: "A race", de: "Ein Rennen" },
    questions: [
      {
        kind: "intensity",
        id: QUESTION,
        about: null,
        most: 7,
        steps: null,
        prompt: { en: "How strongly?", de: "Wie stark?" },
      },
    ],
  }),
  acceptance: RATING_POLICY,
  eligibility: OPEN_TO_ALL,
};

class Fault extends Error {}

/**
 * Lets many clients at once claim, answer, skip, stall, vanish, send again and send for places that are not theirs,
 * while transactions are rolled back, acknowledgements get lost and connections are cut; then holds everything that was
 * acknowledged against the tables. Time is the race's own, so that stalls cost none.
 */
export async function raceForTasks(options: RaceOptions): Promise<RaceReport> {
  const race = new Race(options);
  await race.prepare();
  const start = performance.now();
  await Promise.all(race.people.map((person, index) => race.runClient(person, index)));
  const seconds = (performance.now() - start) / 1000;
  return { ...(await race.report()), seconds };
}

class Race {
  readonly #options: RaceOptions;
  readonly #taken = new Map<string, { readonly taskId: string; readonly answers: Answers }>();
  readonly #drafts = new Map<string, Answers>();
  readonly #claimMs: number[] = [];
  readonly #count = {
    claims: 0, submits: 0, repeats: 0, skips: 0, late: 0, foreign: 0, abandoned: 0, faults: 0, cut: 0, looks: 0,
    overAssignments: 0,
  }; // prettier-ignore
  /** Who was given which place, until when, as the clients know it. */
  readonly #held = new Map<string, { readonly person: string; readonly untilMs: number }>();
  readonly people: string[] = [];
  #nowMs = 1_000_000;
  #running = 0;
  #waiting: { readonly atMs: number; readonly resolve: () => void }[] = [];

  constructor(options: RaceOptions) {
    this.#options = options;
  }

  get #context() {
    return { pseudonymOf: (id: string) => `h-${id}`, atMs: this.#nowMs };
  }

  async prepare(): Promise<void> {
    const { db, clients, claims } = this.#options;
    await addCampaign(db, CAMPAIGN, this.#nowMs);
    for (let i = 0; i < clients; i += 1)
      this.people.push((await addParticipant(db, this.#nowMs)).participant.id);
    const campaign = await findCampaign(db, CAMPAIGN.id);
    if (campaign === undefined) throw new Error("the campaign was added");
    // A clip takes 3 to 5 answers.
    const wanted = Math.ceil(claims / 2.8);
    for (let done = 0; done < wanted; done += 100) {
      await db.transaction(async (tx) => {
        for (let i = done; i < Math.min(wanted, done + 100); i += 1) {
          const contributorId = this.people[i % this.people.length] ?? "";
          const given = {
            ...{ contributorId, words: `It was clip number ${String(i)}.`, language: LANGUAGE },
            ...{ licence: "CC0-1.0", consentId: "c_race", intended: null },
          };
          const topic = { category: "Awe", chance: 0 } as const;
          await contributeClip(tx, { given, campaign, topic }, this.#context);
        }
      });
    }
  }

  async runClient(person: string, index: number): Promise<void> {
    const random = seededRandom(this.#options.seed * 1000 + index);
    const { claims } = this.#options;
    this.#running += 1;
    let idle = 0;
    while (this.#count.claims < claims && idle < 20) {
      const task = await this.#claim(person, random);
      if (task !== undefined) await this.#answer({ person, task }, random);
      else await this.#until(this.#nowMs + LEASE_MS / 10);
      idle = task === undefined ? idle + 1 : 0;
    }
    this.#running -= 1;
    this.#advance(0);
  }

  /** Lets time pass, and those go on who waited for it; where everybody waits, it passes until the first is due. */
  #advance(ms: number): void {
    this.#nowMs += ms;
    if (this.#waiting.length > 0 && this.#waiting.length >= this.#running)
      this.#nowMs = Math.max(this.#nowMs, Math.min(...this.#waiting.map(({ atMs }) => atMs)));
    const due = this.#waiting.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#waiting = this.#waiting.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { resolve } of due) resolve();
  }

  async #until(atMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ atMs, resolve });
      this.#advance(0);
    });
  }

  async #claim(person: string, random: () => number): Promise<ClaimedTask | undefined> {
    const { db, kill, onProgress } = this.#options;
    this.#advance(Math.ceil(random() * 2 * CLAIM_MS));
    const started = performance.now();
    const task = await this.#insisting(random, async (faulty) => {
      const campaign = await findCampaign(db, CAMPAIGN.id);
      if (campaign === undefined) throw new Error("the campaign is there");
      const request = { participantId: person, languages: [LANGUAGE], campaign };
      return claimTask(faulty, { ...request, nowMs: this.#nowMs, leaseMs: LEASE_MS });
    });
    if (task === undefined) return undefined;
    this.#claimMs.push(performance.now() - started);
    this.#count.claims += 1;
    const place = `${task.taskId} ${String(task.slot)}`;
    const before = this.#held.get(place);
    // A lease that begins before the former one ends was given away while somebody held it.
    if (before !== undefined && before.person !== person && before.untilMs > task.untilMs - LEASE_MS)
      this.#count.overAssignments += 1;
    this.#held.set(place, { person, untilMs: task.untilMs });
    if (this.#count.claims % 100 === 0) {
      onProgress?.(this.#count.claims);
      await kill?.();
      await this.#look();
    }
    return task;
  }

  async #answer(
    { person, task }: { readonly person: string; readonly task: ClaimedTask },
    random: () => number,
  ): Promise<void> {
    const fate = random();
    if (fate < 0.05) {
      this.#count.abandoned += 1;
      return this.#until(task.untilMs + Math.floor(random() * 200));
    }
    if (fate < 0.15) await this.#until(task.untilMs + Math.floor(random() * 200) - 100);
    const answers: Answers = {
      [QUESTION]:
        fate > 0.95
          ? { kind: "skipped", reason: "unclear" }
          : fate > 0.9
            ? { kind: "cant-tell" }
            : random() < 0.2
              ? { kind: "not-present" }
              : { kind: "value", value: 1 + Math.floor(random() * 7) },
    };
    const isForeign = fate > 0.15 && fate < 0.18;
    const sender = isForeign ? (this.people[Math.floor(random() * this.people.length)] ?? person) : person;
    const sent = { participantId: sender, taskId: task.taskId, slot: task.slot, token: task.token, answers };
    const send = () =>
      this.#insisting(random, (faulty) =>
        faulty.transaction((tx) => submitAnnotation(tx, sent, this.#context)),
      );
    // A skip gives its place back before its acknowledgement arrives.
    if (answers[QUESTION]?.kind === "skipped") this.#held.delete(`${task.taskId} ${String(task.slot)}`);
    const outcome = await send();
    this.#note(outcome, { sender, taskId: task.taskId, answers });
    // Some send again what was taken, as after an answer that got lost on its way.
    if (outcome.kind === "taken" && random() < 0.1) {
      const again = await send();
      if (again.kind !== "taken" || again.annotation !== outcome.annotation)
        throw new Error("a submit that is sent again is the same submit");
      this.#count.repeats += 1;
    }
  }

  #note(
    outcome: SubmitOutcome,
    sent: { readonly sender: string; readonly taskId: string; readonly answers: Answers },
  ): void {
    const { sender, taskId, answers } = sent;
    const place = `${taskId} ${sender}`;
    switch (outcome.kind) {
      case "taken":
        this.#count[answers[QUESTION]?.kind === "skipped" ? "skips" : "submits"] += 1;
        this.#taken.set(outcome.annotation, { taskId, answers });
        this.#drafts.delete(place);
        return;
      case "late":
      case "foreign":
        this.#count[outcome.kind] += 1;
        this.#drafts.set(place, answers);
        return;
      case "wrong":
      case "nothing":
        throw new Error(`a right answer to a task that is there was ${outcome.kind}`);
    }
  }

  /** Does something until its acknowledgement arrives, through faults before and after the commit and cut connections. */
  async #insisting<T>(random: () => number, work: (db: Database) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work(this.#faulty(random));
      } catch (error) {
        if (error instanceof Fault) this.#count.faults += 1;
        else if (isCut(error)) this.#count.cut += 1;
        else throw error;
      }
    }
  }

  /** The database, whose transactions fail now and then: just before the commit, or just after it. */
  #faulty(random: () => number): Database {
    const { db } = this.#options;
    const transaction: Database["transaction"] = async (work, config) => {
      const fate = random();
      const result = await db.transaction(async (tx) => {
        const done = await work(tx);
        if (fate < 0.03) throw new Fault("before the commit");
        return done;
      }, config);
      if (fate > 0.97) throw new Fault("after the commit");
      return result;
    };
    return new Proxy(db, {
      get: (target, key) => (key === "transaction" ? transaction : (Reflect.get(target, key) as unknown)),
    });
  }

  /** Counts tasks that have more live leases and submissions than answers are wanted of them. */
  async #look(): Promise<void> {
    const { db } = this.#options;
    this.#count.looks += 1;
    try {
      const result = await db.execute(sql`
        select count(*)::int as over from (
          select s.task_id from slots s join tasks t on t.id = s.task_id
          group by s.task_id, t.overlap
          having count(*) filter (where s.kind = 'submitted'
              or (s.kind = 'leased' and s.until_ms > ${this.#nowMs}::bigint)) > t.overlap
            or t.overlap > ${CAMPAIGN.acceptance.most}
        ) as crowded`);
      this.#count.overAssignments += (result as { rows: { over: number }[] }).rows[0]?.over ?? 1;
    } catch (error) {
      if (!isCut(error)) throw error;
    }
  }

  async report(): Promise<Omit<RaceReport, "seconds">> {
    const { db } = this.#options;
    await this.#look();
    const rows = await db.select().from(annotations);
    const places = await db.select().from(slots);
    const submitted = new Map(places.map(({ annotationId, taskId }) => [annotationId, taskId]));
    let lostAnswers = rows.length - this.#taken.size;
    for (const { id, taskId, answers, isSkip } of rows) {
      const sent = this.#taken.get(id);
      const isInPlace = isSkip || submitted.get(id) === taskId;
      if (sent?.taskId !== taskId || !isDeepStrictEqual(sent.answers, answers) || !isInPlace)
        lostAnswers += 1;
    }
    const twice = rows.length - new Set(rows.map(({ taskId, raterId }) => `${taskId} ${raterId}`)).size;
    const kept = new Map(
      (await db.select().from(annotationDrafts)).map((row) => [`${row.taskId} ${row.raterId}`, row.answers]),
    );
    const lostDrafts = [...this.#drafts].filter(
      ([place, answers]) => !isDeepStrictEqual(kept.get(place), answers),
    ).length;
    const byLength = this.#claimMs.toSorted((a, b) => a - b);
    const quantile = (share: number) => byLength[Math.floor(share * (byLength.length - 1))] ?? 0;
    return {
      ...this.#count,
      lostAnswers: Math.abs(lostAnswers) + twice,
      lostDrafts,
      wrongRecords: await this.#wrongRecords(),
      claimMs: { p50: quantile(0.5), p95: quantile(0.95) },
    };
  }

  /** Holds every clip against its audit record, and every task against what its answers come to. */
  async #wrongRecords(): Promise<number> {
    const { db } = this.#options;
    const record = new Map<string, { event: ClipAuditEvent; hash: string }[]>();
    for (const { clipId, event, hash } of await db.select().from(clipAudit).orderBy(asc(clipAudit.seq)))
      record.set(clipId, [...(record.get(clipId) ?? []), { event, hash }]);
    let wrong = 0;
    for (const { id, contributorId, state, auditSeq, auditHash } of await db.select().from(clips)) {
      const entries = record.get(id) ?? [];
      const chain = entries.map(({ event, hash }) => ({ entry: event, hash }) as unknown as ChainedEntry);
      const events = entries.map(({ event }) => event);
      const life = replayClip(events, { id, contributor: `h-${contributorId ?? ""}` });
      const holds = firstBreak(chain) === undefined && entries.at(-1)?.hash === auditHash;
      if (!holds || entries.length !== auditSeq || life?.state !== state) wrong += 1;
    }
    const campaign = await findCampaign(db, CAMPAIGN.id);
    for (const task of await db.select().from(tasks)) {
      const [clip] = await db.select().from(clips).where(eq(clips.id, task.clipId));
      if (clip === undefined || campaign === undefined) throw new Error("a task has a clip and a campaign");
      const { verdict, overlap } = await assessmentOf(db, { clip, task, campaign });
      if (verdict !== task.verdict || overlap !== task.overlap || clip.state !== verdict) wrong += 1;
    }
    return wrong;
  }
}

/** A connection that was cut, by whatever name the driver or the database gives it. */
function isCut(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = "code" in at ? String(at.code) : "";
    if (code === "57P01" || code === "ECONNRESET" || code === "EPIPE") return true;
    if (/connection terminated|client has encountered a connection error|not queryable/iu.test(at.message))
      return true;
  }
  return false;
}
