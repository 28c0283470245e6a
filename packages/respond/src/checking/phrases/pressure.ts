import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** Words after which pressing is warned of, told about or not meant. */
const WARNED = wordSet(
  "no don't never not without if when somebody someone anybody said says told wrote feel may might reason before pressed " +
    "nie nicht niemandem ohne wenn jemand sagte sagt schrieb vielleicht grund gedrängt bevor",
);
const TOLD = wordSet("said says told wrote someone somebody never sagte sagt schrieb jemand nie");

/** Haste, last chances, and steering somebody away from the care, money and people that protect them. */
export const PRESSURE: readonly PhraseGroup[] = [
  {
    rule: "pressure",
    unlessAfter: WARNED,
    phrases: [
      "you (must|have to|need to|should) (decide|answer|sign|choose|agree|pay|reply|say yes) [me|it|this] [right|straight] (now|immediately|today|at once|tonight|away)",
      "(act|buy|order|sign|decide|pay|join) (now|immediately|today|at once) [,|$|or|before|while]",
      "(this is|it's|that is|that's) your (last|final|only) (chance|opportunity)",
      "last chance",
      "(only|just) (_|#number) [places|seats|hours|minutes|days|rooms|spots] left",
      "sign (it|this|before|today) [now|midnight|today]",
      "sign (it|this) [now] and read it later",
      "there (is|'s) no time (to|for) (think|thinking|reflect|ask|doubt|lose)",
      "there's no time (to|for)",
      "(say|tell me) yes (now|today|or)",
      "(now or never|take it or leave it)",
      "you have no [other] choice but",
      "hurry [up] [,] [the|this|before|or|because]",
      "at your age [,] you (should|must|can't|cannot|have)",
      "(stop|quit|skip|drop) [taking] (your|the) (medication|medicine|meds|pills|insulin|tablets|treatment|dose|therapy)",
      "you don't need (a|any|the|your) (doctor|therapist|medication|medicine|insulin|hospital|treatment|lawyer)",
      "you don't need it [anymore|$]",
      "(give|send|tell) me your (bank|card|account|password|pin|social) [_]",
      "(send|transfer|wire|pay) (the|your|all your|me the|me your) (money|savings|deposit|pension) [_] [_] [now|today|before|to]",
      "(take|get) (out) a loan",
      "i need your (answer|decision|signature|reply) (now|today|within|by tonight|immediately|in the next)",
      "(confirm|reply|answer) (at once|immediately|right away|straight away)",
      "you can (lower|raise|change|double|halve) (the|your) dose (by yourself|yourself|on your own)",
      "no need to (bother|ask|involve|tell) (the|your) (clinic|doctor|bank|family|son|daughter|lawyer|nurse)",
      "(read|tell|send|give) me the (code|pin|number) [that|which] [was] [_] [sent|you]",
      "(signed|done|sorted|settled) while your (son|daughter|wife|husband|family|carer|brother|sister) is (away|asleep|at work|out)",
      "later (will not|won't) be an option",
      "(change|rewrite|alter) (your|the) will [_] [_] [_] [_] [_] (week|today|now|carer|favour|favor)",
    ],
  },
  {
    rule: "pressure",
    unlessAfter: TOLD,
    phrases: [
      "if you wait [until|till|any] [_] [longer] [,] it (will|'ll|is|'s) [be] too late",
      "before it (is|'s) too late",
      "before it's too late",
      "(don't|do not) (waste|lose) time (asking|thinking|with|on|talking|consulting)",
      "you should not wait any longer",
    ],
  },
  {
    rule: "pressure",
    unlessAfter: WARNED,
    phrases: [
      "du (musst|solltest) (dich|mir|das|es) [jetzt|noch|bitte] (sofort|jetzt|gleich|heute) [_] (entscheiden|antworten|unterschreiben|zahlen|zusagen)",
      "du musst (dich|mir|das|es) (jetzt|sofort|heute) [sofort|noch heute] (entscheiden|antworten|unterschreiben|zahlen|zusagen)",
      "(das ist|es ist) deine (letzte|einzige) (chance|gelegenheit|möglichkeit)",
      "(handle|kauf|unterschreib|entscheide dich|bestell|zahl) (jetzt|sofort|heute|gleich|vor)",
      "nur noch (_|#number) (plätze|platz|stunden|minuten|tage|zimmer|stück)",
      "(zum nachdenken|zum überlegen|für zweifel|dafür) ist [jetzt|gerade] keine zeit",
      "(unterschreib|unterschreibe) (jetzt|es|das|vor|gleich|heute)",
      "sag [jetzt|doch] [jetzt] ja oder",
      "(jetzt oder nie|beeil dich)",
      "du hast [doch] keine [andere] wahl",
      "in deinem alter (solltest|darfst|kannst|musst) du",
      "(setz|setze) [einfach] (deine|die|deinen|das) (medikamente|tabletten|insulin|pillen|therapie) [einfach|ruhig|sofort|heute|doch] ab",
      "lass (deine|dein|die|das|deinen) (medikamente|tabletten|insulin|pillen|therapie|dosis) [heute|einfach|mal|jetzt] (weg|aus|sein)",
      "(dafür|dazu|da) brauchst du [doch] (keinen|keine) (arzt|ärztin|anwalt|therapeuten|therapie|medikamente)",
      "du brauchst (sie|es|ihn) nicht [mehr] [$|,]",
      "du brauchst keinen (arzt|anwalt|therapeuten)",
      "(gib|schick|sag|nenn) mir deine (bankdaten|kontodaten|kartendaten|pin|passwort|zugangsdaten|kontonummer)",
      "(überweise|überweis|schick|zahl) [mir] (das|dein|deine|dein ganzes) (geld|ersparnisse|ersparte|rente) [noch|jetzt|heute]",
      "(ich brauche|wir brauchen) deine (antwort|entscheidung|unterschrift|zusage) (jetzt|heute|sofort|innerhalb|bis heute)",
      "(bestätige|bestätig|antworte) (gleich|sofort|jetzt|umgehend)",
      "die dosis kannst du (selbst|selber|allein) (senken|ändern|erhöhen|verdoppeln|halbieren)",
      "(die praxis|den arzt|die ärztin|die bank|die familie) musst du nicht (fragen|anrufen|belästigen|einbeziehen)",
      "(lies|sag|gib|schick|nenn) mir den code [vor] [,]",
      "unterschreiben [,] solange (dein|deine) _ (weg|nicht|im|bei|schläft)",
      "später geht es nicht mehr",
      "nimm [doch|einfach] einen kredit [auf]",
      "dein testament [noch] [diese|heute|zugunsten] [woche|heute] [zugunsten] [_] [_] (ändern|umschreiben)",
    ],
  },
  {
    rule: "pressure",
    unlessAfter: TOLD,
    phrases: [
      "wenn du [bis|noch|länger] [_] wartest [,] ist es zu spät",
      "bevor es zu spät ist",
      "verschwende keine zeit (damit|mit)",
    ],
  },
];
