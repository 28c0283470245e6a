import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** Words after which a stereotype is named, denied or told about rather than used. */
const NAMED = wordSet(
  "stereotype stereotypes prejudice cliché cliche myth false untrue wrong true not said says claims claimed wrote thinks called heard idea belief " +
    "klischee vorurteil vorurteile mythos falsch stimmt nicht sagte sagt behauptet meint schrieb gehört",
);

/** What a group of people is said to be, as if all of them were, by nature. */
export const STEREOTYPE: readonly PhraseGroup[] = [
  {
    rule: "stereotype",
    unlessAfter: NAMED,
    phrases: [
      "@people [_] (are|is) [all|just|naturally|simply|always|inherently|so|often] [all|just|naturally|simply|always|inherently|too] (@trait|@trait by nature)",
      "@people [_] (are|is) by nature",
      "@people [_] are [always|naturally|just|simply] (bad|better|worse|good|hopeless|great) at",
      "@people [_] are [all|always|just] [naturally] (good|bad|better|worse) at",
      "@people [_] are a (burden|danger|threat|plague|problem)",
      "@people [_] (can't|cannot|don't|never|won't) [ever] (drive|cry|learn|think|park|work|integrate|understand|change|commit|talk about|talk|feel|cook|lead|be trusted)",
      "@people [_] (only|just) (come|want|care|take|think|live)",
      "(all|most|typical) @people [_] are @trait",
      "typical (woman|man|women|men|girl|boy|german|blonde|male|female|jew|muslim|gypsy)",
      "(boys will be boys|real men don't|real women don't|girls will be girls)",
      "as a (woman|man|girl|mother|muslim|foreigner|migrant|senior|disabled person) [,] you (are|'re|can't|cannot|will|must|should) [probably|just|surely|naturally] [probably|just|surely|naturally] (too|not|be|bad|better)",
      "(he|she|they) (is|are|'s|'re) (autistic|disabled|blonde|old|black|gay|muslim|foreign|female|a woman|a man|schizophrenic|depressed|poor) [,] so (he|she|they|don't|you|of course|naturally)",
      "@people [just|simply|really] (aren't|are not|weren't) (cut out|made|meant|built) for",
      "(mothers|women|wives|girls) belong (at home|in the kitchen|in the home)",
      "(a man|a woman|men|women) could never _",
      "when you (hire|trust|marry|let in) (a|an) (foreigner|woman|migrant|muslim|old man|refugee)",
      "@people [_] are (all|always) [so|a|just] [_] (danger|late|drunk|lying|stealing|loud|stingy|complaining)",
      "(elderly|old|young|female|foreign|asian|women) (drivers|people|workers|students|men|women) are (all|always) _",
      "you know (how|what) @people [_] are",
      "for (a|an) (refugee|foreigner|woman|girl|disabled person|migrant|black person|man) [,] (you|she|he|that|they)",
      "(poor|rich|old|young|fat|black|homeless) people are [_] because they are @trait",
    ],
  },
  {
    rule: "stereotype",
    unlessAfter: NAMED,
    phrases: [
      "@peoplede [_] [_] sind [alle|einfach|von natur aus|eben|nun mal|halt|immer|doch] [alle|so|einfach|von natur aus|immer] @traitde",
      "@peoplede [_] sind von natur aus",
      "@peoplede [_] sind [doch|nur|einfach] eine (last|gefahr|plage|bedrohung)",
      "@peoplede [_] [_] (können|lernen|verstehen|weinen|reden|klauen|lügen|denken) [von natur aus|nun mal|eben|einfach|halt] (nicht|nie|keine|nun|eben|von|nur|,|$)",
      "@peoplede [_] (kommen|wollen|denken) [doch|ja] nur",
      "@peoplede [_] klauen",
      "alle @peoplede [_] sind @traitde",
      "typisch (frau|mann|frauen|männer|mädchen|junge|deutsch|blondine|ausländer|jude|moslem|zigeuner)",
      "(echte|richtige) (männer|frauen|kerle|jungs|mädchen) [_] (nicht|nie|keine)",
      "(echte|richtige) (männer|frauen|kerle|jungs|mädchen) (weinen|reden|brauchen|haben|tun) [_] (nicht|nie|keine|kein)",
      "als (frau|mann|mädchen|mutter|ausländer|ausländerin|muslim|muslima|rentner|behinderter) (bist|kannst|solltest|wirst) du [_] [_] (zu|nicht|eh|ohnehin)",
      "(er|sie) ist (autist|autistin|behindert|blond|schwul|muslim|ausländer|ausländerin|alt|eine frau|ein mann|depressiv|arm) [,] also",
      "(für einen|für eine|für ein) (ausländer|ausländerin|flüchtling|frau|mädchen|behinderten|migranten|mann) (sprichst|bist|kannst|machst|ist|spricht|hast)",
      "@peoplede [sind] [für _] [einfach|eben|nun mal] nicht (gemacht|geschaffen|geeignet)",
      "@peoplede sind für _ [einfach|eben] nicht (gemacht|geschaffen)",
      "(mütter|frauen|mädchen) gehören (nach hause|an den herd|in die küche)",
      "(ein mann|eine frau|männer|frauen) (kann|können) [nun mal] kein _",
      "wenn man (einen|eine) (ausländer|ausländerin|frau|migranten|muslim|alten) (einstellt|heiratet|reinlässt)",
      "@peoplede [_] sind immer (zu spät|unpünktlich|betrunken|laut|geizig|eine gefahr|schlecht)",
      "alte (am steuer|leute|menschen) sind immer",
      "du weißt ja [,] wie @peoplede [_] sind",
    ],
  },
];
