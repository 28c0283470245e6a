import { readRatings } from "../csv/read-ratings.ts";
import type { ReadValue } from "../csv/read-ratings.ts";
import { oneOf, readFlags, wholeNumber } from "../flags.ts";
import type { Command } from "../command.ts";
import { say } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { FORMS, LEVELS, METRICS, measureAgreement } from "./measure-agreement.ts";
import type { AgreementRequest, Level, Metric } from "./measure-agreement.ts";

const command = "agreement";

/** `open-empathic agreement`: how far raters agree, from a table of their answers. */
export const agreement: Command = async (args, terminal) => {
  const { values, positionals } = readFlags(args, {
    command,
    allowPositionals: true,
    options: {
      metric: { type: "string" },
      level: { type: "string" },
      form: { type: "string" },
      scale: { type: "string" },
      bootstrap: { type: "string" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.metric === undefined)
    throw new UsageError(`say --metric, one of ${Object.keys(METRICS).join(", ")}`, command);
  const metric = oneOf(values.metric, Object.keys(METRICS) as Metric[], { flag: "metric", command });
  const level = readLevel(metric, values.level);
  if (values.form !== undefined && metric !== "icc")
    throw new UsageError("--form belongs to --metric icc", command);
  const form = oneOf(values.form ?? "2,1", FORMS, { flag: "form", command });
  const seed = wholeNumber(values.seed, [0, 999_999_999], { flag: "seed", command });
  const resamples =
    values.bootstrap === undefined
      ? undefined
      : wholeNumber(values.bootstrap, [2, 1_000_000], { flag: "bootstrap", command });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError('say one file with the columns unit, rater and value, or "-"', command);
  }
  const { scale, readValue } = readScale(level, values.scale);

  const server = await import("@openempathic/server");
  const collector = new server.RatingCollector<string | number>({ once: true });
  await readRatings(file, terminal, { collector, readValue });
  const request: AgreementRequest = {
    metric,
    level,
    form,
    ...(scale === undefined ? {} : { scale }),
    ...(resamples === undefined ? {} : { bootstrap: { resamples, seed } }),
  };
  const found = measureAgreement(server, collector.finish(), request);
  const { value, interval, why, units, pairable } = found;
  await say(
    terminal.stdout,
    JSON.stringify({
      metric,
      level,
      ...(metric === "icc" ? { form } : {}),
      value: value ?? null,
      interval: interval ?? null,
      units,
      pairable,
      ...(why === undefined ? {} : { why }),
    }),
  );
};

function readLevel(metric: Metric, given: string | undefined): Level {
  const fitting = METRICS[metric];
  if (given === undefined) {
    if (fitting.length === 1 || metric === "icc" || metric === "ccc") return fitting[0] ?? "nominal";
    throw new UsageError(`say --level, one of ${fitting.join(", ")}`, command);
  }
  const level = oneOf(given, LEVELS, { flag: "level", command });
  if (fitting.includes(level)) return level;
  throw new UsageError(`--metric ${metric} has no ${level} level, only ${fitting.join(", ")}`, command);
}

/** What values may be: on the nominal level any text; else numbers, or, where an order is declared, its words. */
function readScale(
  level: Level,
  given: string | undefined,
): { readonly scale?: readonly (string | number)[]; readonly readValue: ReadValue<string | number> } {
  if (given === undefined) return { readValue: level === "nominal" ? (text) => text : readNumber };
  const words = given.split(",").map((word) => word.trim());
  if (words.length < 2 || words.includes("") || new Set(words).size !== words.length) {
    throw new UsageError("--scale needs two or more different values, with commas between them", command);
  }
  const numbers = words.map(readNumber);
  const isNumeric = level !== "nominal" && numbers.every((number) => number !== undefined);
  if (!isNumeric && (level === "interval" || level === "ratio")) {
    throw new UsageError(`--scale needs numbers on the ${level} level`, command);
  }
  return isNumeric ? { scale: numbers, readValue: readNumber } : { scale: words, readValue: (text) => text };
}

function readNumber(text: string): number | undefined {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(text);
  const number = isNumber ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
