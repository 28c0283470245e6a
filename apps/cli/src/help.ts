/** What each command takes, as its usage shows it. */
export const USAGES: Readonly<Record<string, string>> = {
  start: `open-empathic start [--port N] [--data DIR]
    Starts the server and prints its address with a sign-in link that works once. Ctrl+C stops it.`,
  perceive: `open-empathic perceive --text "…" | --file PATH [--purpose P] [--labels SET] [--as json|emotionml|hume]
        [--perceiver text-mini|text-ngram]
open-empathic perceive --jsonl [--purpose P] [--labels SET] [--as …] [--perceiver …] < in.jsonl > out.jsonl
    What could be told about the affect in a text. Lines are {"id","text"}, {"id","file"} or
    {"id","turns":[{"role","text"}…]}; each becomes {"id","estimate"} in the same order, a bad one {"id","error"}.
    Label sets: emonet (the default), goemotions, ekman, plutchik, fer, dct16. text-mini (the default) reads earlier
    turns with the last; text-ngram reads it alone, and some eighteen times as fast.`,
  risk: `open-empathic risk --text "…"
open-empathic risk --jsonl < in.jsonl > out.jsonl
    Risk of harm in a message. Lines are {"id","text"} or {"id","turns"}; each becomes
    {"id","level","about","reason"}; level none|concern|passive|active|imminent, about self|others|null.`,
  chat: `open-empathic chat [--server URL] [--key KEY] [--data DIR] [--language en|de] [--country CC] [--session ID]
    A conversation in the terminal, with a running server or one of its own. /help lists what can be typed.`,
  agreement: `open-empathic agreement --metric krippendorff-alpha|fleiss-kappa|cohen-kappa|gwet-ac1|icc|ccc
        --level nominal|ordinal|interval|ratio [--bootstrap N --seed S] [--scale A,B,…] [--form 2,1] FILE.csv
    How far raters agree: {"metric","value","interval","units","pairable"}, value null with a "why" where undefined.
    FILE.csv has the columns unit,rater,value, a row for each answer; "-" is standard input. cohen-kappa is plain on
    the nominal level, linearly weighted on the ordinal and quadratically on the interval level. --scale declares all
    values in their order, used or not. --form is one of 1,1 2,1 3,1 1,k 2,k 3,k (icc; 2,1 unless told).`,
  aggregate: `open-empathic aggregate --method majority|dawid-skene|mace|glad [--seed S] FILE.csv
    From many answers to one distribution for each unit, {"unit","distribution"} per line, then {"raters",…} with
    how reliable each rater is. FILE.csv as for agreement.`,
  evaluate: `open-empathic evaluate text [--data DIR] [--split dev] [--bootstrap N] [--seed S] [--as text|json]
        [--perceiver text-mini|text-ngram]
    How good perception is on published data, goemotions/dev.tsv and emobank/dev.csv in DIR, and on our own pairs
    (negation, intensity), dialogues (context) and swapped names (fairness).`,
  doctor: `open-empathic doctor [--port N] [--data DIR] [--as text|json]
    Checks this machine: Node, weights, data folder, port, language model.`,
  bench: `open-empathic bench
    Measures side by side with what could be used instead; the same as npm run bench.`,
};

/** The page that --help shows. */
export function helpPage(): string {
  return `open-empathic: emotional intelligence for any AI system, in the open.

${Object.values(USAGES).join("\n\n")}

open-empathic --help | --version

Results are JSON on standard output, everything else goes to standard error.
Exit status: 0 done, 2 wrong arguments or settings, 1 failure.
Settings are environment variables; README.md lists them.
`;
}
