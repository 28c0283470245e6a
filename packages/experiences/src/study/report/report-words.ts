import type { ReplyLanguage } from "@openempathic/respond";

/** The words of pictures and report in one language. */
export interface ReportWords {
  readonly asked: string;
  readonly declined: string;
  readonly consented: string;
  readonly finished: string;
  readonly underWay: string;
  readonly stopped: string;
  readonly withdrawn: string;
  readonly simulated: string;
  readonly protocol: string;
  readonly flow: string;
  readonly flowLead: string;
  readonly reliability: string;
  readonly reliabilityLead: string;
  readonly score: string;
  readonly people: string;
  readonly alpha: string;
  readonly omega: string;
  readonly error: string;
  readonly detectable: string;
  readonly retest: string;
  readonly retestLead: string;
  readonly measure: string;
  readonly changed: string;
  readonly up: string;
  readonly down: string;
  readonly same: string;
  readonly objectivity: string;
  readonly objectivityLead: string;
  readonly convergence: string;
  readonly convergenceLead: string;
  readonly correlation: string;
  readonly concordance: string;
  readonly assessed: string;
  readonly selfReport: string;
  readonly model: string;
  readonly ceiling: string;
  readonly ceilingLead: string;
  readonly oneHuman: string;
  readonly difference: string;
  readonly notComputable: string;
  readonly nothing: string;
  readonly first: string;
  readonly second: string;
  readonly sampling: string;
  readonly samplingLead: string;
  readonly fates: Readonly<Record<"scheduled" | "delivered" | "answered" | "expired" | "missed", string>>;
  readonly models: string;
}

const EN: ReportWords = {
  asked: "Answered the consent",
  declined: "Said no",
  consented: "Consented, allocated by chance",
  finished: "Finished",
  underWay: "Under way",
  stopped: "Stopped, answers kept",
  withdrawn: "Took their data away",
  simulated: "Nobody here is real: all answers are simulated.",
  protocol: "Protocol {version}, frozen before the first participant, SHA-256",
  flow: "The flow of participants",
  flowLead: "Every one of the allocated is in exactly one box below their arm.",
  reliability: "How far the scores can be relied on",
  reliabilityLead: "From those who answered every item of a score, with intervals of 95 %.",
  score: "Score",
  people: "People",
  alpha: "Alpha",
  omega: "Omega",
  error: "Error of measurement",
  detectable: "Smallest change of one person beyond error",
  retest: "What was measured twice",
  retestLead:
    "Intraclass correlation (2,1), absolute agreement; a change counts beyond ±1.96 standard errors of a difference.",
  measure: "Measure",
  changed: "Changed beyond error",
  up: "up",
  down: "down",
  same: "not",
  objectivity: "How objective the readings of texts are",
  objectivityLead:
    "What a model makes of words is compared with what people say of themselves, with itself on a second occasion, and with what one human knows of the others.",
  convergence: "With self-report",
  convergenceLead:
    "Texts that people wrote: the model’s reading against how it felt by their own account, which is the yardstick. Intervals draw people, not texts.",
  correlation: "Correlation",
  concordance: "Concordance",
  assessed: "Assessed",
  selfReport: "Self-report",
  model: "Model",
  ceiling: "With other humans",
  ceilingLead:
    "Given texts: one rater against the mean of all others is what one human knows of the others. The model is held against the same means.",
  oneHuman: "One human",
  difference: "Model minus human",
  notComputable: "not computable",
  nothing: "There is nothing of this in the study.",
  first: "First occasion",
  second: "Second occasion",
  sampling: "What became of the prompts",
  samplingLead: "Of the prompts whose time is over, {share} were answered.",
  fates: {
    scheduled: "still to come",
    delivered: "seen, still open",
    answered: "answered",
    expired: "seen, not answered",
    missed: "not seen",
  },
  models: "Read by",
};

const DE: ReportWords = {
  asked: "Haben auf die Einwilligung geantwortet",
  declined: "Haben abgelehnt",
  consented: "Eingewilligt, zufällig zugeteilt",
  finished: "Fertig",
  underWay: "Noch dabei",
  stopped: "Aufgehört, Antworten bleiben",
  withdrawn: "Haben ihre Daten zurückgezogen",
  simulated: "Hier ist niemand echt: Alle Antworten sind simuliert.",
  protocol: "Protokoll {version}, eingefroren vor der ersten Teilnahme, SHA-256",
  flow: "Der Weg der Teilnehmenden",
  flowLead: "Jede zugeteilte Person ist in genau einem Kasten unter ihrer Gruppe.",
  reliability: "Wie weit auf die Werte Verlass ist",
  reliabilityLead: "Von denen, die alle Fragen eines Werts beantwortet haben, mit Intervallen von 95 %.",
  score: "Wert",
  people: "Personen",
  alpha: "Alpha",
  omega: "Omega",
  error: "Messfehler",
  detectable: "Kleinste Veränderung einer Person über dem Fehler",
  retest: "Was zweimal gemessen wurde",
  retestLead:
    "Intraklassenkorrelation (2,1), absolute Übereinstimmung; eine Veränderung zählt jenseits von ±1,96 Standardfehlern einer Differenz.",
  measure: "Maß",
  changed: "Über den Fehler hinaus verändert",
  up: "hinauf",
  down: "hinunter",
  same: "nicht",
  objectivity: "Wie objektiv Texte gelesen werden",
  objectivityLead:
    "Was ein Modell aus Worten liest, steht neben dem, was Menschen über sich sagen, neben ihm selbst beim zweiten Mal und neben dem, was ein Mensch von den anderen weiß.",
  convergence: "Mit der Selbstauskunft",
  convergenceLead:
    "Eigene Texte: wie das Modell sie liest, gegen die eigene Auskunft, die der Maßstab ist. Die Intervalle ziehen Personen, nicht Texte.",
  correlation: "Korrelation",
  concordance: "Konkordanz",
  assessed: "Gelesen",
  selfReport: "Selbstauskunft",
  model: "Modell",
  ceiling: "Mit anderen Menschen",
  ceilingLead:
    "Gegebene Texte: eine Person gegen das Mittel aller anderen ist, was ein Mensch von den anderen weiß. Das Modell wird an denselben Mitteln gemessen.",
  oneHuman: "Ein Mensch",
  difference: "Modell minus Mensch",
  notComputable: "nicht berechenbar",
  nothing: "Davon kommt in der Studie nichts vor.",
  first: "Erstes Mal",
  second: "Zweites Mal",
  sampling: "Was aus den Anfragen wurde",
  samplingLead: "Von den Anfragen, deren Zeit um ist, wurden {share} beantwortet.",
  fates: {
    scheduled: "noch nicht dran",
    delivered: "gesehen, noch offen",
    answered: "beantwortet",
    expired: "gesehen, nicht beantwortet",
    missed: "nicht gesehen",
  },
  models: "Gelesen von",
};

/** The words in a language. */
export function reportWords(language: ReplyLanguage): ReportWords {
  return language === "de" ? DE : EN;
}
