import { createRequire } from "node:module";

/** A sentiment library as a user would call it: one text in, one number out, higher is more pleasant. */
export interface SentimentLibrary {
  readonly name: string;
  readonly version: string;
  /** Missing where the library gives none (it divides by the number of words, and there are none). */
  score(text: string): number | undefined | Promise<number | undefined>;
}

interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}
type Wink = (text: string) => { normalizedScore: number };
type SentimentClass = new () => { analyze(text: string): { comparative: number } };
interface NlpJs {
  SentimentAnalyzer: new (options: { container: unknown }) => {
    process(input: { locale: string; text: string }): Promise<{ sentiment: { average: number } }>;
  };
}
interface NlpJsCore {
  Container: new () => { use(plugin: unknown): void };
}

/** The four that npm's users pick most for English, with the score that each recommends for comparing texts. */
export function openSentimentLibraries(): readonly SentimentLibrary[] {
  // The libraries ship no types; these shapes are what their pages document, and a wrong one fails at once.
  const require = createRequire(import.meta.url);
  const vader = require("vader-sentiment") as Vader;
  const wink = require("wink-sentiment") as Wink;
  const sentiment = new (require("sentiment") as SentimentClass)();
  const core = require("@nlpjs/core") as NlpJsCore;
  const container = new core.Container();
  container.use((require("@nlpjs/lang-en") as { LangEn: unknown }).LangEn);
  const nlpjs = new (require("@nlpjs/sentiment") as NlpJs).SentimentAnalyzer({ container });

  const version = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;
  return [
    {
      name: "vader-sentiment",
      version: version("vader-sentiment"),
      score: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
    },
    {
      name: "wink-sentiment",
      version: version("wink-sentiment"),
      score: (text) => wink(text).normalizedScore,
    },
    {
      name: "sentiment",
      version: version("sentiment"),
      score: (text) => sentiment.analyze(text).comparative,
    },
    {
      name: "@nlpjs/sentiment",
      version: version("@nlpjs/sentiment"),
      score: async (text) => {
        const { average } = (await nlpjs.process({ locale: "en", text })).sentiment;
        return Number.isNaN(average) ? undefined : average;
      },
    },
  ];
}
