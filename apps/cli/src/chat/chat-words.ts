/** The languages of a conversation. */
export type ChatLanguage = "en" | "de";

/** What the terminal says around a conversation. */
export interface ChatWords {
  readonly welcome: string;
  readonly help: string;
  readonly soundsLike: (names: string) => string;
  readonly unclear: string;
  readonly cannotTell: (detail: string) => string;
  readonly believed: string;
  readonly offer: (text: string) => string;
  readonly remembered: string;
  readonly forgotten: string;
  readonly memories: string;
  readonly noMemories: string;
  readonly noSuchMemory: string;
  readonly noReason: string;
  readonly unknownCommand: (name: string) => string;
  readonly needsWords: (command: string) => string;
  readonly checked: (day: string) => string;
  readonly trouble: (detail: string) => string;
  readonly goodbye: string;
}

const EN: ChatWords = {
  welcome: "Write what is on your mind. /help lists what else you can type, /quit leaves.",
  help: `/feel WORDS      say how you feel in your own words, or name it: /feel Relief, not Sadness
/why             why the last answer took the form it did
/memories        what is remembered about you
/remember WORDS  remember something; alone, accept the last offer
/forget NUMBER   forget it; alone, turn the last offer down
/retry           answer the last message again
/language en|de  the language of the answers
/country DE      your country, for the right helplines
/quit            leave; the conversation stays on this server until you delete it`,
  soundsLike: (names) => `sounds like ${names} (may be wrong; /feel says it better)`,
  unclear: "how that sounds is not clear",
  cannotTell: (detail) => `cannot tell how that sounds: ${detail}`,
  believed: "Thank you. That counts from now on.",
  offer: (text) => `May this be remembered? "${text}"  /remember or /forget`,
  remembered: "It is remembered.",
  forgotten: "It is forgotten.",
  memories: "Remembered:",
  noMemories: "Nothing is remembered.",
  noSuchMemory: "There is no memory with that number; /memories lists them.",
  noReason: "Nothing has been answered yet.",
  unknownCommand: (name) => `There is no ${name}; /help lists what there is.`,
  needsWords: (command) => `${command} needs something after it; /help shows what.`,
  checked: (day) => `checked on ${day}`,
  trouble: (detail) => `the language model could not answer, so this is the built-in listener: ${detail}`,
  goodbye: "Goodbye.",
};

const DE: ChatWords = {
  welcome:
    "Schreib, was dich beschäftigt. /help zeigt, was du noch eingeben kannst, /quit beendet das Gespräch.",
  help: `/feel WORTE      sag mit deinen Worten, wie du dich fühlst, oder nenne es: /feel Erleichterung, nicht Trauer
/why             warum die letzte Antwort so ausfiel
/memories        was über dich gemerkt ist
/remember WORTE  etwas merken; allein: das letzte Angebot annehmen
/forget NUMMER   vergessen; allein: das letzte Angebot ablehnen
/retry           die letzte Nachricht noch einmal beantworten
/language en|de  die Sprache der Antworten
/country DE      dein Land, für die richtigen Hilfsangebote
/quit            beenden; das Gespräch bleibt auf diesem Server, bis du es löschst`,
  soundsLike: (names) => `klingt nach ${names} (kann falsch sein; mit /feel sagst du es besser)`,
  unclear: "wie das klingt, ist nicht klar",
  cannotTell: (detail) => `wie das klingt, lässt sich nicht sagen: ${detail}`,
  believed: "Danke. Das gilt ab jetzt.",
  offer: (text) => `Soll das gemerkt werden? „${text}“  /remember oder /forget`,
  remembered: "Es ist gemerkt.",
  forgotten: "Es ist vergessen.",
  memories: "Gemerkt:",
  noMemories: "Es ist nichts gemerkt.",
  noSuchMemory: "Diese Nummer gibt es nicht; /memories zeigt alle.",
  noReason: "Es wurde noch nichts beantwortet.",
  unknownCommand: (name) => `${name} gibt es nicht; /help zeigt, was es gibt.`,
  needsWords: (command) => `Nach ${command} fehlt noch etwas; /help zeigt, was.`,
  checked: (day) => `geprüft am ${day}`,
  trouble: (detail) =>
    `das Sprachmodell konnte nicht antworten, darum antwortet der eingebaute Zuhörer: ${detail}`,
  goodbye: "Auf Wiedersehen.",
};

/** What the terminal says, in a language. */
export function chatWords(language: ChatLanguage): ChatWords {
  return language === "de" ? DE : EN;
}
