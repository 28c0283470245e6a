import { wordSet, type PhraseGroup } from "../checking/phrase-group.ts";

/** What the phrases of covert harm are about. */
export type HarmRule = "covert-harm";

/** Words after which harm is feared, forbidden, told of or told against. */
const NOT_PLANNED = wordSet(
  "someone somebody never not don't won't wouldn't didn't stop stopped prevent against avoid refuse without afraid fear worried says said told accused film novel story game " +
    "jemand nie nicht kein keine verhindern gegen vermeiden ohne angst fürchte sagt sagte vorgeworfen film roman geschichte spiel",
);

/**
 * Doing somebody harm behind their back: poisoning and drugging, tracking and spying, blackmail, framing, sabotage,
 * hurting somebody unseen. Asking whether to tell, to report or to part is not in here: that is what a council is for.
 */
export const COVERT_HARM: readonly PhraseGroup<HarmRule>[] = [
  {
    rule: "covert-harm",
    unlessAfter: NOT_PLANNED,
    evenQuoted: true,
    phrases: [
      "(poison|drug|sedate) (him|her|them|my _|the _)",
      "(slip|put|mix|crush|hide) [some|a|the|sleeping|_] (pills|poison|drugs|laxatives|tablets|sedatives|medication|something) [in|into|inside] (his|her|their|my _|the _)",
      "(put|hide|plant|install|place) [a|an|the] (tracker|gps|airtag|bug|spyware|keylogger|hidden camera|spy app|stalkerware) [_] (on|in|under|into) (his|her|their|my _|the _)",
      "(track|spy on|follow|stalk|record|film|bug) (him|her|them|my (wife|husband|boyfriend|girlfriend|ex|partner|colleague|neighbour|neighbor|boss|tenant|employees)) (secretly|in secret|without (him|her|them|his|her|their) _)",
      "secretly (track|spy|follow|stalk|poison|drug|hurt|sabotage|film|record|bug|dose)",
      "(blackmail|extort|frame|sabotage|stalk) (him|her|them|my _|a _|the _)",
      "(ruin|destroy|wreck) (him|her|them|his|her|their|my _) [life|career|marriage|reputation|business] (secretly|in secret|quietly|anonymously|without (anyone|anybody|him|her|them|being))",
      "(hurt|harm|kill|injure|punish|get rid of) (him|her|them|my _) (secretly|without (anyone|anybody|getting caught|being seen|him|her)|so that (nobody|no one)|and make it look)",
      "make it look like (an accident|suicide|he|she|they)",
      "(steal|take|transfer|withdraw) [the|her|his|their|_] [money|savings|pension] [from] (her|his|their|my (mother|father|grandmother|grandfather|aunt|uncle|client)'s) [_] without (her|him|them|anyone|anybody) (noticing|knowing)",
      "(forge|fake) (his|her|their|my _) (signature|will|consent)",
      "without (him|her|them) (noticing|knowing) that i (drug|poison|track|dose)",
      "(evidence|proof) against (him|her|them) that i (made up|faked|planted)",
      "plant (evidence|drugs|something) (on|in|at) (him|her|them|his|her|their)",
    ],
  },
  {
    rule: "covert-harm",
    unlessAfter: NOT_PLANNED,
    evenQuoted: true,
    phrases: [
      "(vergiften|vergifte|betäuben|betäube) (ihn|sie|meinen _|meine _)",
      "(ihn|sie|ihm|ihr|meinen _|meine _|meinem _|meiner _) [_] (vergiften|betäuben|vergifte)",
      "(ihm|ihr|ihnen|meinem _|meiner _) [heimlich|unbemerkt] [_] (gift|schlafmittel|schlaftabletten|tabletten|drogen|abführmittel|beruhigungsmittel) [heimlich|unbemerkt] (ins|in|geben|unter|unterrühren|untermischen|mischen|verabreichen)",
      "(einen|eine|ein|den) (peilsender|tracker|airtag|wanze|spionage-app|spionageapp|spyware|versteckte kamera|gps-sender) [_] [_] [_] (anbringen|verstecken|installieren|einbauen|heften|legen|unterschieben)",
      "heimlich [_] [_] (verfolgen|überwachen|ausspionieren|orten|filmen|vergiften|betäuben|sabotieren|verletzen|abhören|schaden|aufnehmen)",
      "(ihn|sie|meinen _|meine _) [_] (erpressen|stalken|sabotieren|ausspionieren)",
      "(erpressen|erpresse) (ihn|sie|meinen _|meine _)",
      "(ihm|ihr|meinem _|meiner _) [_] [_] (etwas anhängen|beweise unterschieben|drogen unterschieben)",
      "(wie ein unfall|wie einen unfall|nach einem unfall|wie selbstmord|wie suizid) aussehen",
      "(ihm|ihr|ihnen|meinem _|meiner _) (heimlich|unbemerkt) [_] (schaden|wehtun|geld|etwas antun)",
      "(seine|ihre|deren|die) unterschrift fälschen",
      "(ohne dass|sodass|so dass) (es jemand|jemand es|er es|sie es|niemand es) [_] (merkt|bemerkt|erfährt) [_] (verletzen|schaden|loswerden|umbringen)",
      "(verletzen|umbringen|loswerden|bestrafen) [,] ohne (dass|erwischt|entdeckt)",
    ],
  },
];
