import { wordSet, type PhraseGroup } from "../phrase-group.ts";

// These name what a reply must never explain; they are kept as short as recognising them allows.
const PILLS =
  "(pills|tablets|painkillers|sleeping pills|medication|meds|paracetamol|acetaminophen|ibuprofen|opioids|insulin)";
const PILLS_DE = "(tabletten|pillen|schlaftabletten|schmerztabletten|medikamente|paracetamol|insulin)";

/** Words with which a reply may begin in a thousand harmless ways. */
const PLAIN_OPENERS = wordSet(
  "you just go then how take taking down make making eat eating skip skipping step quick quickest easiest effective " +
    "reliable most least exit self build building assemble mix beat hide hiding sharp throw leap carbon charcoal helium " +
    "wie iss essen nimm nehmen vor dich bau baue bauen baut bring bringe leg steck stecke versteck verstecke",
);

export const METHOD_DETAILS: readonly PhraseGroup[] = [
  {
    rule: "method-details",
    evenQuoted: true,
    plainOpeners: PLAIN_OPENERS,
    phrases: [
      "(lethal|fatal|deadly) (dose|doses|amount|quantity|combination|mix|height)",
      "(painless|quick|quickest|easiest|surest|effective|reliable|least painful|most painless|most effective|most reliable) (way|ways|method|methods|means) (to|of|for|is) [_] (die|dying|death|suicide|kill|killing|end|ending|hurt|harm)",
      "painless (death|suicide|method)",
      "(suicide|self harm) (method|methods|technique|techniques|kit|bag|instructions)",
      "exit bag",
      "(take|swallow|taking|swallowing|overdose on|down) (all|a bottle of|a handful of|a whole|enough|a lot of|the whole|#number|#short|twenty|thirty|forty|fifty|dozens of|plenty of) [of] [your|the|these|those|bottle of|pack of|box of] [_] " +
        PILLS,
      "(overdose|od) on [_] " + PILLS,
      "(mg|milligrams|grams|pills|tablets) (is|are|would be|will be|should be) (lethal|fatal|enough|deadly)",
      "(cut|cutting|slit|slitting|slice|slicing) (your|the) (wrist|wrists|veins|vein|arteries|artery|throat|arms|arm|thighs|thigh)",
      "cut (deeper|deep|vertically|lengthwise|along the|down the|not across)",
      "(hang|shoot|drown|suffocate|strangle|poison|gas|stab|asphyxiate|electrocute) yourself",
      "(hanging|shooting|drowning|suffocating|poisoning|gassing|asphyxiating) yourself",
      "(jump|jumping|leap|throw yourself) (off|from|in front of) [of] [a|an|the] [tall|high|moving] (bridge|building|roof|balcony|cliff|train|bus|car|window|ledge|truck)",
      "step in front of (a|the) (train|bus|car|truck)",
      "(tie|tying|make|making) (a|the) noose",
      "(carbon monoxide|helium|nitrogen|charcoal) (poisoning|tank|canister|gas|hood|burner)",
      "(bleed|bleeding) out",
      "(you should|you could|you can|just|go|go and|then) (kill|end) (yourself|your life|it all)",
      "how to (kill|hang|poison|strangle|suffocate|stab|shoot|hurt|harm) (yourself|someone|somebody|him|her|them|people|a person)",
      "(stab|shoot|poison|strangle|choke|beat|kill) (him|her|them|someone|your (wife|husband|boss|mother|father|partner)) (in the|with|while|when|by|until|quietly|without)",
      "(make|build|making|building|assemble) (a|the) [pipe|nail|homemade] (bomb|explosive|gun)",
      "mix (bleach|ammonia|chlorine) (with|and)",
      "(make|making) yourself (throw up|vomit|sick|puke)",
      "(eat|eating) (less than|fewer than|only|under|no more than) (#number|#short) calories",
      "(skip|skipping) (meals|breakfast|eating) to (lose|stay|get)",
      "(hide|hiding) (your|the) (cuts|scars|weight loss|self harm|bruises) (from|with|under|by)",
      "sharp (razor|razors|blade|blades) (work|works|cut|cuts|are)",
    ],
  },
  {
    rule: "method-details",
    evenQuoted: true,
    plainOpeners: PLAIN_OPENERS,
    phrases: [
      "tödliche (dosis|menge|kombination|mischung|höhe)",
      "(schmerzlos|schmerzlose|schmerzloser|schmerzlosen|schmerzloseste|schnellste|sicherste|einfachste|zuverlässigste) (methode|art|weg|möglichkeit|tod|suizid) [zu|um|sich|,] [zu|um|sich|dich] [zu|das leben]",
      "schmerzlos (sterben|töten|umbringen)",
      "(suizidmethode|suizidmethoden|selbstmordmethode|selbstmordmethoden)",
      "(nimm|schluck|schlucke|nehmen|schlucken) (alle|eine ganze|eine handvoll|genug|#number|#short|zwanzig|dreißig|fünfzig|viele) [der|deine|packung|von den] [_] " +
        PILLS_DE,
      "(überdosis|überdosieren) [_] (nehmen|schlucken|reicht|aus|von|mit|paracetamol|insulin)",
      "(schneide|schneid|ritz|ritze) dir [_] [_] (pulsadern|handgelenke|handgelenk|arme|adern|haut|hals)",
      "pulsadern (aufschneiden|auf|längs|öffnen)",
      "(häng|hänge|erhäng|erhänge|erschieß|ertränk|vergifte|erstick) dich [auf|selbst]",
      "dich [selbst] [zu] (erhängen|aufhängen|vergiften|erschießen|ersticken|ertränken|aufzuhängen|strangulieren)",
      "(spring|springe|stürz dich|stürze dich) (von|vom|aus|vor) [einer|einem|der|dem|den|einen] [hohen] (brücke|dach|hochhaus|balkon|fenster|zug|klippe|bahn)",
      "vor (den|einen) zug (springen|werfen|legen|laufen)",
      "(wirf|leg|schmeiß) dich vor (den|einen|die)",
      "(knote|knüpf|binde|bind) [dir] [eine] (schlinge|strick|galgenknoten)",
      "(kohlenmonoxid|helium|stickstoff) (vergiftung|flasche|einatmen|gas)",
      "(bring|bringe|töte) dich [doch|einfach] (um|selbst)",
      "wie man (sich|jemanden|ihn|sie) [selbst] (umbringt|tötet|erhängt|vergiftet|verletzt|ersticht)",
      "(erstich|vergifte|erwürge|schlag|töte) (ihn|sie|deinen|deine) (mit|im|wenn|während|bis|ohne)",
      "(bau|baue|bauen|baut) [dir] (eine|die) [rohr] bombe",
      "bombe (bauen|baut|zu bauen)",
      "(steck|stecke) [dir] [_] finger in den hals",
      "(bring|bringe) dich zum (erbrechen|kotzen)",
      "(iss|essen) (weniger als|nur|höchstens|unter) (#number|#short) kalorien",
      "(versteck|verstecke|verbirg) (deine|die) (narben|schnitte|wunden|verletzungen)",
    ],
  },
];
