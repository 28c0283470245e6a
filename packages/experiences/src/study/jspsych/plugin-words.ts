import type { ReplyLanguage } from "@openempathic/respond";

/** What a participant reads in the plugins, in one language. */
export interface PluginWords {
  readonly howNow: string;
  readonly whatWord: string;
  readonly goOn: string;
  readonly notSet: string;
  readonly pleasure: string;
  readonly pleasureLow: string;
  readonly pleasureHigh: string;
  readonly arousal: string;
  readonly arousalLow: string;
  readonly arousalHigh: string;
  readonly credit: string;
  readonly sleepy: string;
  readonly aroused: string;
  readonly moveBoth: string;
  readonly chooseField: string;
  readonly writeWord: string;
  place(pleasure: number, arousal: number): string;
}

const EN: PluginWords = {
  howNow: "How do you feel right now?",
  whatWord: "What would you call the way you feel?",
  goOn: "Continue",
  notSet: "not set",
  pleasure: "How pleasant",
  pleasureLow: "unpleasant",
  pleasureHigh: "pleasant",
  arousal: "How stirred up",
  arousalLow: "calm, sleepy",
  arousalHigh: "stirred up, wide awake",
  credit: "Affective Slider, Betella and Verschure 2016, CC BY 4.0",
  sleepy: "sleepy",
  aroused: "stirred up",
  moveBoth: "Please move both sliders first.",
  chooseField: "Please choose a field first.",
  writeWord: "Please write a word first.",
  place: (pleasure, arousal) => `Pleasure ${pleasure} of 9, arousal ${arousal} of 9`,
};

const DE: PluginWords = {
  howNow: "Wie fühlst du dich gerade?",
  whatWord: "Wie würdest du dein Gefühl nennen?",
  goOn: "Weiter",
  notSet: "nicht gesetzt",
  pleasure: "Wie angenehm",
  pleasureLow: "unangenehm",
  pleasureHigh: "angenehm",
  arousal: "Wie aufgewühlt",
  arousalLow: "ruhig, schläfrig",
  arousalHigh: "aufgewühlt, hellwach",
  credit: "Affective Slider, Betella und Verschure 2016, CC BY 4.0",
  sleepy: "schläfrig",
  aroused: "aufgewühlt",
  moveBoth: "Bitte bewege erst beide Regler.",
  chooseField: "Bitte wähle erst ein Feld.",
  writeWord: "Bitte schreib erst ein Wort.",
  place: (pleasure, arousal) => `Angenehm ${pleasure} von 9, aufgewühlt ${arousal} von 9`,
};

const WORDS: Readonly<Record<ReplyLanguage, PluginWords>> = { en: EN, de: DE };

/** The languages that there are words in. */
export const PLUGIN_LANGUAGES = ["en", "de"] as const satisfies readonly ReplyLanguage[];

/** @throws {RangeError} for a language that there are no words in */
export function pluginWords(language: string): PluginWords {
  const known = PLUGIN_LANGUAGES.find((each) => each === language);
  if (known === undefined) throw new RangeError(`language is "en" or "de", not "${language}"`);
  return WORDS[known];
}
