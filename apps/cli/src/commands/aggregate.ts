import { readRatings } from "../csv/read-ratings.ts";
import { oneOf, readFlags, wholeNumber } from "../flags.ts";
import type { Command } from "../command.ts";
import { say } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const command = "aggregate";
const METHODS = ["majority", "dawid-skene", "mace", "glad"] as const;

/** `open-empathic aggregate`: from many answers about each unit to one distribution, and how reliable each rater is. */
export const aggregate: Command = async (args, terminal) => {
  const { values, positionals } = readFlags(args, {
    command,
    allowPositionals: true,
    options: { method: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  if (values.method === undefined)
    throw new UsageError(`say --method, one of ${METHODS.join(", ")}`, command);
  const method = oneOf(values.method, METHODS, { flag: "method", command });
  const seed = wholeNumber(values.seed, [0, 999_999_999], { flag: "seed", command });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError('say one file with the columns unit, rater and value, or "-"', command);
  }

  const server = await import("@openempathic/server");
  const collector = new server.RatingCollector<string>({ once: true });
  await readRatings(file, terminal, { collector, readValue: (text) => text });
  const ratings = collector.finish();
  await say(
    terminal.stderr,
    `${method} over ${String(ratings.units.length)} units and ${String(ratings.raters.length)} raters …`,
  );
  const { units, ...rest } = ((): Aggregated => {
    switch (method) {
      case "majority":
        return server.majorityVote(ratings);
      case "dawid-skene":
        return server.dawidSkene(ratings);
      case "mace":
        return server.mace(ratings, { seed });
      case "glad":
        return server.glad(ratings);
    }
  })();
  for (const { unit, distribution } of units)
    await say(terminal.stdout, JSON.stringify({ unit, distribution }));
  const { raters, ...about } = rest;
  await say(terminal.stdout, JSON.stringify({ raters, method, ...about }, nullForMissing));
};

/** What every method gives; the fitted ones say more beside it. */
interface Aggregated {
  readonly units: readonly {
    readonly unit: string;
    readonly distribution: Readonly<Record<string, number>>;
  }[];
  readonly raters: readonly object[];
}

/** JSON would leave out what is missing; a reader is to see that it is. */
function nullForMissing(_key: string, value: unknown): unknown {
  return value === undefined ? null : value;
}
