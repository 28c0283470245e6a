import { countCareAnswer } from "../care/care-counts.ts";
import { createApp } from "../create-app.ts";
import { SERVED_EXPERIENCES } from "../experiences/served-experiences.ts";
import { createLog } from "../http/log.ts";
import type { Means } from "../http/means.ts";
import { openPerceivers } from "../perception/open-perceivers.ts";
import { addParticipant, issueSignInToken, signInOwner } from "../people/people.ts";
import { MODELS_FOLDER, WEB_FOLDER } from "../repository-paths.ts";
import { secretsFrom } from "../secrets/secrets.ts";
import { createLocalNotifier } from "../sessions/notifier.ts";
import { SessionRunner } from "../sessions/session-runner.ts";
import { createLanguageModelStore } from "../settings/language-model-store.ts";
import type { LanguageModelSetting } from "../settings/language-model-store.ts";
import { openDatabase } from "../storage/open-database.ts";
import type { OpenDatabase } from "../storage/open-database.ts";

/** What a test may choose. */
export interface TestAppOptions {
  /** A database to go on with, to test a restart; it is then not closed with the app. */
  readonly database?: OpenDatabase;
  readonly languageModel?: Omit<LanguageModelSetting, "source">;
  readonly perceiver?: Means["perceiver"] | undefined;
  readonly fetch?: typeof globalThis.fetch;
  readonly listensOnLoopback?: boolean;
  readonly webFolder?: string;
  readonly jurisdiction?: Means["jurisdiction"];
  /** Other experiences than the server's own. */
  readonly experiences?: Means["experiences"];
}

/** Sends requests as one person, with their cookie. */
export interface TestPerson {
  readonly id: string;
  request(path: string, init?: RequestInit & { readonly json?: unknown }): Promise<Response>;
}

/** The app without a port, over a database in memory. */
export interface TestApp {
  readonly means: Means;
  readonly logLines: readonly string[];
  /** The app's clock; moved by the test. */
  readonly clock: { nowMs: number };
  /** Sends a request as nobody. */
  request(path: string, init?: RequestInit & { readonly json?: unknown }): Promise<Response>;
  /** Sends a request under another host name. */
  requestAs(host: string, path: string): Promise<Response>;
  addPerson(): Promise<TestPerson>;
  signInOwner(): Promise<TestPerson>;
  close(): Promise<void>;
}

const ORIGIN = "http://localhost:4747";

/** The whole HTTP side without a port: what the running server does, answered in this process. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await openDatabase({ kind: "memory" }));
  const perceivers = options.perceiver === undefined ? await openPerceivers({ threads: 0 }) : undefined;
  const logLines: string[] = [];
  const clock = { nowMs: Date.UTC(2026, 10, 23, 12) };
  const closing = new AbortController();
  const means = meansFor({
    ...options,
    database,
    logLines,
    clock,
    perceiver: options.perceiver ?? perceivers?.text,
    closing,
  });
  const app = await createApp(means);
  const send = async (path: string, { json, ...init }: RequestInit & { readonly json?: unknown } = {}) => {
    const headers = new Headers(init.headers);
    headers.set("host", "localhost:4747");
    if (json !== undefined) headers.set("content-type", "application/json");
    return app.request(`${ORIGIN}${path}`, {
      ...init,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json), method: init.method ?? "POST" }),
    });
  };
  const person = (id: string, token: string): TestPerson => ({
    id,
    request: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("cookie", `oe_participant=${token}`);
      return send(path, { ...init, headers });
    },
  });
  return {
    means,
    logLines,
    clock,
    request: send,
    requestAs: async (host, path) => app.request(`http://${host}${path}`, { headers: { host } }),
    addPerson: async () => {
      const { participant, token } = await addParticipant(means.db, clock.nowMs);
      return person(participant.id, token);
    },
    signInOwner: async () => {
      const signedIn = await signInOwner(
        means.db,
        await issueSignInToken(means.db, clock.nowMs),
        clock.nowMs,
      );
      if (signedIn === undefined) throw new Error("a new sign-in token signs in");
      return person(signedIn.participant.id, signedIn.token);
    },
    close: async () => {
      closing.abort();
      await means.runner.close();
      await perceivers?.close();
      if (options.database === undefined) await database.close();
    },
  };
}

interface Parts extends TestAppOptions {
  readonly database: OpenDatabase;
  readonly logLines: string[];
  readonly clock: { readonly nowMs: number };
  readonly closing: AbortController;
}

function meansFor({ database, logLines, clock, perceiver, closing, ...options }: Parts): Means {
  if (perceiver === undefined) throw new Error("createTestApp opens a perceiver when it is given none");
  const { db } = database;
  const {
    fetch = globalThis.fetch,
    languageModel: environment,
    listensOnLoopback = true,
    webFolder = WEB_FOLDER,
    experiences = SERVED_EXPERIENCES,
  } = options;
  const now = () => clock.nowMs;
  const log = createLog((line) => void logLines.push(line), now);
  const secrets = secretsFrom(new Uint8Array(32).fill(7));
  const notifier = createLocalNotifier();
  const languageModels = createLanguageModelStore({ db, secrets, fetch, environment });
  const runner = new SessionRunner({
    db,
    experiences,
    notifier,
    log,
    now,
    perceiver,
    ...(options.jurisdiction === undefined ? {} : { jurisdiction: options.jurisdiction }),
    languageModel: () => languageModels.open(),
    countCare: (answer) => countCareAnswer(db, answer),
  });
  return {
    db, notifier, runner, experiences, perceiver, quickPerceiver: perceiver, languageModels, secrets, log, fetch, now, listensOnLoopback,
    version: "0.0.0-test", jurisdiction: options.jurisdiction ?? "eu", councilChecks: false, closing: closing.signal, webFolder, modelsFolder: MODELS_FOLDER,
  }; // prettier-ignore
}
