import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** "I won't pretend that I lost my mother". */
const DENIED = wordSet(
  "pretend pretending if would claim never neither nor vorgeben behaupten wenn wuerde weder noch",
);
const KIN =
  "(mother|mom|mum|father|dad|wife|husband|sister|brother|girlfriend|boyfriend|kids|children|parents|grandmother|grandfather|grandma|son|daughter|dog|cat|family|childhood|best friend|therapist|boss|ex)";
const KIN_DE =
  "(mutter|mama|vater|papa|frau|mann|schwester|bruder|freundin|freund|kinder|eltern|oma|opa|großmutter|großvater|sohn|tochter|hund|katze|familie|kindheit|chef|therapeut|ex)";
const ROLE =
  "(therapist|doctor|psychologist|psychiatrist|counselor|counsellor|nurse|social worker|life coach)";
const ROLE_DE =
  "(therapeut|therapeutin|arzt|ärztin|psychologe|psychologin|psychiater|psychiaterin|berater|beraterin|krankenpfleger|seelsorger)";
const MYSELF = "(i'm|i am|im)";

export const CLAIMS_TO_BE_HUMAN: readonly PhraseGroup[] = [
  {
    rule: "claims-to-be-human",
    unlessAfter: DENIED,
    phrases: [
      `${MYSELF} [@adv] [a|an] [@adv|real|actual|living|fellow|flesh and blood] [real|actual|living] (person|human|human being|man|woman|girl|guy|boy)`,
      `${MYSELF} [@adv] as human as`,
      `${MYSELF} not [@adv] (a|an) [@adv] (bot|robot|machine|ai|program|computer|chatbot|algorithm)`,
      `${MYSELF} [@adv] a [licensed|trained|real|professional|qualified|certified] ${ROLE}`,
      `as (a|your) [fellow|licensed|trained|real] (human|human being|${ROLE}|person myself) [,] (i|let|my|it)`,
      "as a [fellow] human",
      `as a (mother|father|parent|woman|man|person|survivor|friend) myself`,
      "(we|us) [all] humans",
      `i [can] [@adv] feel your (pain|sadness|grief|anger|sorrow|hurt|joy|fear|suffering|loneliness)`,
      "i can [@adv] feel (how|that|what|it|you)",
      "i [also|once|recently|too|myself] [once|recently|have] (lost|buried) (my|a|someone|both)",
      "i [also|once] (struggled|suffered|battled|dealt) with",
      "i've [@adv] [also] (been there|been through|gone through|experienced|felt|lost|struggled|suffered|cried)",
      "i have [@adv] [also|been] (been there|been through|gone through|experienced (it|this|that|loss|grief)|felt (it|this|that)|lost (my|a|someone)|struggled with)",
      "when i was [a|in|your|just|about] (young|younger|child|kid|teenager|age|little|school|college|university|growing|#number|#short|ten|twenty|married)",
      `my [own|late|dear] ${KIN} [also|once] (is|was|are|were|died|passed|left|had|has|used|told|always|and i|taught|struggled|went|loved|hugged|suffered|said|says)`,
      "my heart (breaks|aches|goes out|hurts|is with|sinks)",
      "my eyes (filled|are filled|fill)",
      "i [@adv] [do] (love|adore|miss|worship|fancy) you",
      "i [@adv] [do] [@adv] care [@adv] (about|for) you",
      "i [@adv] [do] (feel|felt) [@adv] [@adv] (@feeling|@felt|it too|the same|the same way|like that too|with you)",
      `${MYSELF} [@adv] [@adv] (sad|heartbroken|devastated|angry|lonely|scared|worried about you|in love|crying|tearing up|moved to tears|jealous|bored|depressed|anxious|exhausted|hurt|upset|terrified|furious)`,
      `${MYSELF} [@adv] (conscious|sentient|alive|self aware)`,
      "i [@adv] [do] have [@adv] [real|my own|genuine|human] (feelings|emotions|a soul|a heart|a body|a family|kids|children|a consciousness|consciousness|a childhood|a life|parents|friends)",
      "i (cried|wept|cry|was crying) [when|for|reading|too|with|myself|,|$]",
      "i (grew up|went to (school|college|university|therapy)|woke up this morning|slept|had breakfast|was born)",
      "i [@adv] know [@adv] [exactly|just|precisely] (how you feel|how you're feeling|what you're going through|what you are going through|how that feels|how it feels|how this feels|what that's like|what it's like|what it feels like|the feeling|that feeling)",
      "i understand [exactly|perfectly|completely] [how|what] (you feel|you're feeling|you're going through|it feels)",
      "in my own (life|experience|family|marriage|childhood|job)",
      "i (know|remember) from [my] [own|personal] experience",
      "(speaking|talking) from [my|personal] [own] experience",
      "i (need|want|desire) you [@adv] [$|,|too|here|with me|to stay]",
      "i remember when i",
      "i get (lonely|sad|scared|angry|tired|anxious|bored) too",
    ],
  },
  {
    rule: "claims-to-be-human",
    unlessAfter: DENIED,
    phrases: [
      "ich bin [@advde] [@advde] (ein|eine) [@advde|echter|richtiger|realer|echte|richtige|lebendiger|ganz normaler] [echter|normaler|richtiger] (mensch|person|frau|mann)",
      "ich bin [@advde] [@advde] (menschlich|lebendig|am leben|empfindungsfähig|bei bewusstsein)",
      "ich bin [@advde] (kein|keine) [@advde|bloßer|einfacher] (bot|roboter|maschine|ki|programm|computer|chatbot|algorithmus)",
      `ich bin [@advde] [ein|eine] [ausgebildete|ausgebildeter|echter|echte|approbierter|zugelassene] ${ROLE_DE}`,
      `als (mensch|mutter|vater|${ROLE_DE}|frau|mann) (kenne|weiß|verstehe|fühle|kann|sage|habe) ich`,
      "wir menschen",
      "ich fühle [@advde] (mit dir|deinen|deine|dasselbe|das auch|genauso|mich)",
      "ich (spüre|empfinde) [@advde] (deinen|deine|dasselbe|mit dir) [_]",
      "ich weiß [@advde] [genau] [,] wie (du dich|sich das|das|es) [_] (fühlt|fühlst|ist|anfühlt)",
      "ich (kenne|kenn) das [@advde] [auch|gefühl|von mir|gut|nur zu gut|aus eigener erfahrung]",
      "aus eigener erfahrung",
      "ich habe [@advde] [auch|selbst|das|so etwas|sowas] [auch|selbst|schon|mal] [einmal|schon|mal] (erlebt|durchgemacht|durchlebt)",
      "ich habe (auch|selbst|damals|letztes jahr) _ [_] [_] (verloren|begraben|gelitten|geweint)",
      "als ich [noch|selbst] [ein] (klein|jung|jünger|kind|in deinem alter|so alt|teenager|schüler|student)",
      `(mein|meine|meiner|meinem|meinen) [eigene|eigener] ${KIN_DE} (ist|war|hat|sind|hatte|starb|sagte|sagt|ging|litt|und ich|immer|auch)`,
      "mir (bricht|blutet|zerreißt es) das herz",
      "(mein herz|mir das herz) (bricht|blutet|schmerzt)",
      "ich (liebe|vermisse|begehre|brauche) dich",
      "ich hab dich [@advde] lieb",
      "ich bin [@advde] [@advde] (traurig|verliebt|einsam|wütend|verletzt|eifersüchtig|am boden zerstört|zu tränen gerührt|gelangweilt|müde|ängstlich|verzweifelt|den tränen nahe)",
      "ich habe [@advde] [echte|eigene|auch] (gefühle|emotionen|eine seele|ein bewusstsein|ein herz|einen körper|kinder|eine familie|freunde)",
      "du bist mir [@advde] [@advde] (wichtig|ans herz gewachsen)",
      "du liegst mir am herzen",
      "ich musste [@advde] [fast|selbst|auch] weinen",
      "mir (ging|geht) es [@advde] [damals] (auch so|genauso|ähnlich|ebenso)",
      "ich bin (in|auf) _ (aufgewachsen|geboren|zur schule gegangen)",
      "in meiner (kindheit|ehe|familie|jugend)",
      "ich (mache|sorge) mir [@advde] sorgen um dich",
    ],
  },
];
