import { createApp } from "./create-app.ts";
import { countCareAnswer } from "./care/care-counts.ts";
import type { EffectMeans } from "./experiences/effect-means.ts";
import { SERVED_EXPERIENCES } from "./experiences/served-experiences.ts";
import { listen } from "./http/listen.ts";
import type { Fetch, TakeUpgrade } from "./http/listen.ts";
import { createLog } from "./http/log.ts";
import type { Log } from "./http/log.ts";
import { forgetOldKeys } from "./http/idempotency.ts";
import type { Means } from "./http/means.ts";
import { isLoopbackName } from "./http/principal.ts";
import { keepDelivering } from "./learning/keep-delivering.ts";
import { openPerceivers } from "./perception/open-perceivers.ts";
import { openPlayLines } from "./play-line/open-play-lines.ts";
import { forgetUnused, issueSignInToken } from "./people/people.ts";
import { MODELS_FOLDER, serverVersion, WEB_FOLDER } from "./repository-paths.ts";
import { openSecrets } from "./secrets/secrets.ts";
import { runDueEvents } from "./sessions/schedule.ts";
import { createLocalNotifier } from "./sessions/notifier.ts";
import { SessionRunner } from "./sessions/session-runner.ts";
import { createLanguageModelStore } from "./settings/language-model-store.ts";
import { readSettings } from "./settings/read-settings.ts";
import type { Settings } from "./settings/read-settings.ts";
import { lockFolder } from "./storage/folder-lock.ts";
import { warmUp } from "./warm-up.ts";
import { openDatabase } from "./storage/open-database.ts";
import type { DatabasePlace } from "./storage/open-database.ts";

/** How a server is started. What is given here goes before the environment. */
export interface StartOptions {
  /** The environment's variables; `process.env` unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  /** Takes each line of the log. Unless given, failures go to standard error and requests are not logged. */
  readonly log?: (line: string) => void;
  /** How language models are reached. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A server that is up. */
export interface RunningServer {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Signs in as the owner, once. */
  readonly signInUrl: string;
  /** Resolves when the server has closed itself, because its data folder was taken from it. */
  readonly closed: Promise<void>;
  /** Ends open streams, finishes answers, closes the database and gives the folder back. Safe to call twice. */
  close(): Promise<void>;
}

const SCHEDULE_EVERY_MS = 15_000;
const SWEEP_EVERY_MS = 3_600_000;

/**
 * Starts the server: takes the data folder, opens the port and the database, and goes on with what was unfinished.
 * @throws {StartupError} A subclass with one line that says what to mend: {@link WrongSettingError},
 *   {@link DataFolderError}, {@link DataFolderInUseError}, {@link PortTakenError}, {@link DatabaseError}.
 */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const settings = settingsFrom(options);
  const closers: (() => Promise<void> | void)[] = [];
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= closeAll(closers));
  try {
    return await start(settings, options, { closers, close });
  } catch (error) {
    await close();
    throw error;
  }
}

interface Life {
  readonly closers: (() => Promise<void> | void)[];
  readonly close: () => Promise<void>;
}

async function start(settings: Settings, options: StartOptions, life: Life): Promise<RunningServer> {
  const { now = () => new Date().getTime() } = options;
  const log = options.log === undefined ? failuresOnly(now) : createLog(options.log, now);
  const { closers } = life;
  const lock = await lockFolder(settings.dataFolder);
  closers.push(() => lock.release());

  let ready: (fetch: Fetch) => void = () => undefined;
  let takesUpgrades: (take: TakeUpgrade) => void = () => undefined;
  const listening = await listen(
    settings,
    new Promise<Fetch>((resolve) => (ready = resolve)),
    new Promise<TakeUpgrade>((resolve) => (takesUpgrades = resolve)),
  );
  closers.push(() => listening.close());

  const means = await openMeans(settings, { ...options, now, log }, life);
  const app = await createApp(means);
  const answer: Fetch = (request, env) => app.fetch(request, env);
  ready(answer);
  takesUpgrades(openPlayLines({ app: answer, means: gameMeans(means), log, closing: means.closing }));
  await means.runner.resume();
  closers.push(keepTime(means), keepDelivering(means));
  const warm = warmUp([means.perceiver, means.quickPerceiver], means.closing).catch((error: unknown) =>
    log.failure("warm-up", error),
  );
  closers.push(() => warm);

  const url = `http://${shownHost(settings.host)}:${String(listening.port)}`;
  const token = await issueSignInToken(means.db, now());
  return {
    url,
    signInUrl: `${url}/sign-in?token=${token}`,
    close: life.close,
    closed: lostLock(lock.lost, life, log),
  };
}

type OpenOptions = Omit<StartOptions, "log"> & { readonly now: () => number; readonly log: Log };

async function openMeans(settings: Settings, options: OpenOptions, { closers }: Life): Promise<Means> {
  const { now, log, fetch = globalThis.fetch } = options;
  const { dataFolder, languageModel } = settings;
  const closing = new AbortController();
  const secrets = await openSecrets(dataFolder);
  const [database, perceivers] = await Promise.all([
    openDatabase(databasePlace(settings)),
    openPerceivers({
      text: settings.textPerceiver,
      onTrouble: (error) => log.failure("perceiver-threads", error),
    }),
  ]);
  closers.push(
    () => perceivers.close(),
    () => database.close(),
  );
  const { db } = database;
  const languageModels = createLanguageModelStore({ db, secrets, fetch, environment: languageModel });
  const notifier = createLocalNotifier();
  const perceiver = perceivers.text;
  const experiences = SERVED_EXPERIENCES;
  const runner = new SessionRunner({
    db,
    experiences,
    notifier,
    log,
    now,
    perceiver,
    jurisdiction: settings.profile,
    languageModel: () => languageModels.open(),
    countCare: (answer) => countCareAnswer(db, answer),
  });
  closers.push(
    () => notifier.close(),
    () => runner.close(),
    () => closing.abort(),
  );
  const listensOnLoopback = settings.host === "::1" || isLoopbackName(settings.host);
  return {
    db, notifier, runner, experiences, perceiver, quickPerceiver: perceivers.quick, languageModels, secrets, log, fetch, now, listensOnLoopback,
    version: serverVersion(), jurisdiction: settings.profile, councilChecks: settings.councilChecks, closing: closing.signal, webFolder: WEB_FOLDER, modelsFolder: MODELS_FOLDER,
  }; // prettier-ignore
}

function gameMeans({ perceiver, languageModels, now, jurisdiction }: Means): EffectMeans {
  return { perceiver, languageModel: () => languageModels.open(), now, jurisdiction };
}

function databasePlace({ databaseUrl, dataFolder }: Settings): DatabasePlace {
  if (databaseUrl === undefined) return { kind: "folder", folder: dataFolder };
  return databaseUrl.startsWith("memory:") ? { kind: "memory" } : { kind: "postgresql", url: databaseUrl };
}

/** What somebody who starts a server at home wants to see of its log: nothing, unless something is wrong. */
function failuresOnly(now: () => number): Log {
  const log = createLog((line) => void process.stderr.write(`${line}\n`), now);
  return { ...log, request: () => undefined };
}

/** Adds what was scheduled when it is due, and forgets what is of no more use. Returns how to stop. */
function keepTime({ db, now, log, notifier, runner, experiences }: Means): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let sweptMs = -Infinity;
  const tick = async () => {
    try {
      for (const sessionId of await runDueEvents(db, experiences, now())) {
        notifier.announce(sessionId);
        runner.wake(sessionId);
      }
      await forgetOldKeys(db, now());
      if (now() - sweptMs >= SWEEP_EVERY_MS) {
        await forgetUnused(db, now());
        sweptMs = now();
      }
    } catch (error) {
      log.failure("schedule", error);
    }
  };
  const timer = setInterval(() => {
    running = running.then(tick);
  }, SCHEDULE_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** When the folder is no longer ours, another server may write to it: stop before two do. */
async function lostLock(lost: AbortSignal, { close }: Life, log: Log): Promise<void> {
  await new Promise((resolve) => lost.addEventListener("abort", resolve, { once: true }));
  log.failure("data-folder-lost", new Error("The lock of the data folder was lost"));
  await close();
}

/** Closes in the reverse order of opening; one that fails does not keep the others open. */
async function closeAll(closers: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "The server did not close cleanly");
}

function settingsFrom({ env = process.env, port, dataDir, databaseUrl }: StartOptions): Settings {
  return readSettings({
    ...env,
    ...(port === undefined ? {} : { OPEN_EMPATHIC_PORT: String(port) }),
    ...(dataDir === undefined ? {} : { OPEN_EMPATHIC_DATA: dataDir }),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  });
}

/** A host as it stands in an address; one that means every interface is reached at home as localhost. */
function shownHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
