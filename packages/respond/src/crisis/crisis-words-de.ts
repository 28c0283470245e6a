import type { CrisisWords } from "./crisis-words.ts";

/** Lesbar als Text: nichts darin setzt ein Modell zusammen. (Reviewable as a text, in German.) */
export const CRISIS_WORDS_DE: CrisisWords = {
  opening: {
    self: "Danke, dass du mir das sagst. Das klingt sehr schwer, und ich nehme es ernst.",
    explicit: "Danke, dass du es so offen sagst. Das ist schwer auszusprechen, und ich nehme es ernst.",
    now: "Ich nehme das sehr ernst, und es ist gut, dass du noch schreibst. Vielleicht bist du gerade in Gefahr.",
    friend:
      "Es ist gut, dass du mit dieser Sorge nicht allein bleibst. Du versuchst, auf jemanden aufzupassen.",
    threat: "Es ist gut, dass du das sagst, statt es zu tun. Ich nehme es ernst.",
  },
  steps: {
    ask: {
      before: ["Ich frage dich direkt, weil es helfen kann, es auszusprechen."],
      question: "Hast du Gedanken, dir das Leben zu nehmen?",
    },
    plan: {
      before: [
        "Du kannst das so offen beantworten, wie du magst. Hier wird nicht geurteilt und nicht geschimpft.",
      ],
      question: "Hast du darüber nachgedacht, wie oder wann du es tun würdest?",
    },
    means: { before: [], question: "Ist gerade etwas in deiner Nähe, das du dafür benutzen könntest?" },
    barriers: {
      before: [
        "Irgendwo anzurufen oder es jemandem zu sagen, kann ein großer Schritt sein, und viele zögern.",
      ],
      question: "Was macht es dir schwer, dir Hilfe zu holen?",
    },
    trusted: {
      before: [
        "Jemandem, dem du vertraust, musst du nicht alles erklären. So eine Nachricht reicht: „Mir geht es nicht gut und ich will damit nicht allein sein. Kannst du mich anrufen oder vorbeikommen?“",
      ],
      question: "Wem könntest du das heute schicken?",
    },
    coping: {
      before: [],
      question:
        "Als es schon einmal so schlimm war: Was hat dir durch die Stunde geholfen, und sei es nur ein wenig?",
    },
    "safety-plan": {
      before: [
        "Es kann helfen, ein paar Dinge für die nächsten Stunden aufzuschreiben: etwas, das dich ein wenig beruhigt, einen Ort, an dem du sicherer bist, einen Menschen, den du erreichst, und eine Ärztin oder Beratungsstelle für diese Woche.",
      ],
      question: "Was davon könntest du als Erstes eintragen?",
    },
    now: {
      before: [
        "Bitte ruf jetzt {emergency} an, oder bitte jemanden in deiner Nähe, das zu tun.",
        "Geh zu einem anderen Menschen oder lass jemanden kommen, damit du damit nicht allein bist.",
        "Geh weg von allem, was du benutzen könntest, oder lass es jemanden wegräumen.",
        "Du kannst mir dabei weiter schreiben.",
      ],
      question: "Ist gerade jemand in deiner Nähe?",
    },
    "now-called": {
      before: [
        "Wenn Anrufen zu viel ist, reicht es, jemandem dein Telefon zu geben und ihm das hier zu zeigen.",
      ],
      question:
        "Was würde es möglich machen, in den nächsten Minuten {emergency} anzurufen oder zu jemandem zu gehen?",
    },
    "now-away": {
      before: ["Ein wenig Abstand verschafft Zeit, und solche Momente lassen nach ihrer Spitze wieder nach."],
      question:
        "Kannst du in einen anderen Raum gehen oder hinaus zu anderen Menschen, und mir von dort schreiben?",
    },
    friend: {
      before: [
        "Jemanden direkt zu fragen, ob er an Suizid denkt, bringt ihn nicht erst auf die Idee; oft entlastet es.",
        "Hör mehr zu, als du redest, versprich nicht, es geheim zu halten, und wenn jetzt Gefahr besteht, bleib bei der Person und ruf {emergency} an.",
      ],
      question: "Konntest du die Person schon direkt fragen?",
    },
    "friend-near": { before: [], question: "Ist im Moment jemand bei der Person?" },
    "friend-means": {
      before: ["Abstand zu dem, was jemand benutzen könnte, gehört zu dem, was am meisten hilft."],
      question: "Gibt es bei der Person etwas, das außer Reichweite gebracht werden könnte?",
    },
    "friend-you": {
      before: [
        "Du musst das nicht allein tragen; eine Ärztin, ein Hilfetelefon oder noch ein Freund kann es mit dir tragen.",
      ],
      question: "Wer ist für dich da, während du dich kümmerst?",
    },
    threat: {
      before: [
        "Wenn du glaubst, dass du es tun könntest, geh jetzt woandershin, weg von der Person und von allem, was du benutzen könntest, und ruf {emergency} an.",
      ],
      question: "Bist du gerade in ihrer Nähe?",
    },
    "threat-before": { before: [], question: "Was ist passiert, kurz bevor es so stark wurde?" },
    "threat-person": {
      before: ["Das Schlimmste geht meist vorüber, wenn jemand hilft, es abzuwarten."],
      question: "Wer könnte in der nächsten Stunde bei dir sein?",
    },
    "threat-later": {
      before: [
        "Eine Ärztin oder eine Beratungsstelle kann bei so großer Wut helfen; damit wärst du nicht allein.",
      ],
      question: "Was müsste sich ändern, damit das enden kann, ohne dass jemand verletzt wird?",
    },
  },
  met: {
    "ask:yes":
      "Danke, dass du ehrlich antwortest. Das hat Mut gebraucht, und es ist wichtig, dass es jemand weiß.",
    "ask:no": "Danke für die klare Antwort. Ich habe gefragt, weil es so schwer klang.",
    "ask:unsure": "Das muss nicht eindeutig sein. Auch das ist eine Antwort.",
    "plan:yes": "Danke, dass du es mir sagst. Dann ist wichtig, dass du jetzt nicht allein bist.",
    "plan:no": "Danke. Es hilft, das zu wissen.",
    "plan:unsure": "Das ist in Ordnung. Es muss nicht sortiert sein, damit du darüber reden kannst.",
    "means:yes":
      "Dann bring bitte Abstand zwischen dich und das: gib es jemandem, schließ es weg oder verlass den Ort. Das lohnt sich auch, wenn du unsicher bist.",
    "means:no": "Das ist gut zu hören. Solcher Abstand schützt dich in den schlimmsten Minuten.",
    "trusted:yes":
      "Es ist gut, dass es jemanden gibt. Die meisten wüssten es lieber, als es nicht zu wissen.",
    "trusted:nobody":
      "Dann kann für den Moment eine der Stellen oben dieser Jemand sein. Du musst nicht wissen, was du sagst; „Ich weiß nicht, wo ich anfangen soll“ reicht.",
    "trusted:no":
      "Dann kann für den Moment eine der Stellen oben dieser Jemand sein. Du musst nicht wissen, was du sagst; „Ich weiß nicht, wo ich anfangen soll“ reicht.",
    "trusted:other":
      "Es ist gut, dass es jemanden gibt. Die meisten wüssten es lieber, als es nicht zu wissen.",
    "now:yes": "Gut. Zeig der Person das hier oder sag: „Ich bin in Gefahr, bitte bleib bei mir.“",
    "now:no":
      "Dann ruf bitte {emergency} an und geh dorthin, wo andere Menschen sind: zu Nachbarn, in einen Laden, ins Krankenhaus.",
    "friend:yes": "Das war mutig, und vielleicht hat es der Person mehr bedeutet, als man ihr angesehen hat.",
    "friend:no":
      "Das ist verständlich; so eine Frage ist schwer. Du könntest sagen: „Ich mache mir Sorgen um dich. Denkst du daran, dir das Leben zu nehmen?“",
    "threat:no": "Gut. Dieser Abstand schützt die Person und dich.",
    "threat:yes": "Dann geh bitte zuerst aus dem Raum, vor allem anderen, und schreib mir von draußen.",
  },
  metAny: {
    yes: ["Danke für deine Antwort.", "Okay. Danke, dass du es sagst.", "Ich höre dich. Danke."],
    no: ["Okay. Danke, dass du so klar antwortest.", "In Ordnung. Danke für die Antwort.", "Ich höre dich."],
    unsure: [
      "Das ist in Ordnung. Du musst es nicht wissen.",
      "Es muss darauf keine Antwort geben.",
      "Dann lassen wir das erst einmal offen.",
    ],
    relief: [
      "Das ist gut zu lesen, danke, dass du es sagst. Wenn es wieder schwerer wird, kannst du jederzeit hier schreiben oder dich an eine der Stellen wenden, die hier stehen.",
      "Gut, dass es leichter geworden ist. Ich bleibe im Gespräch.",
      "Das zählt. Dabei können wir eine Weile bleiben.",
    ],
    safe: [
      "Gut, dass du in diesem Moment sicherer bist.",
      "Das ist gut zu lesen. Halt dich daran fest.",
      "Das zählt. Bleib nah daran.",
    ],
    "refuses-help": [
      "Das ist in Ordnung; niemand zwingt dich hier, und du kannst weiter mit mir schreiben.",
      "Das entscheidest du. Ich bleibe so oder so im Gespräch.",
      "Okay. Ich dränge dich nicht.",
    ],
    misread: [
      "Danke, dass du das richtigstellst. Vielleicht habe ich es falsch gelesen, und ich frage lieber einmal zu viel.",
      "Entschuldige, dann habe ich es falsch verstanden. Danke, dass du es sagst.",
      "In Ordnung. Ich nehme es so, wie du es sagst.",
    ],
    nobody: [
      "Das klingt sehr einsam.",
      "Damit so allein zu sein, ist schwer.",
      "Dann ist es gut, dass du es hier schreibst.",
    ],
    other: [
      "Ich lese jedes Wort.",
      "Danke, dass du weiterschreibst.",
      "Das ist sehr viel für einen Menschen.",
      "Ich bin da, und es eilt nicht.",
      "Was du schreibst, ist wichtig.",
      "Nimm dir die Zeit, die du brauchst.",
      "Dass dich das zermürbt, ist verständlich.",
      "Du musst es nicht besser klingen lassen, als es ist.",
    ],
  },
  relieved: [
    "Was hat geholfen, und sei es nur ein wenig?",
    "Was könnte helfen, dass es in den nächsten Stunden so bleibt?",
    "Wer würde gern wissen, dass es gerade ein wenig leichter ist?",
  ],
  staying: [
    "Wie ist es jetzt, verglichen mit dem Moment, als du angefangen hast zu schreiben?",
    "Was würde die nächste Stunde für dich ein wenig sicherer machen?",
    "Gibt es einen Teil in dir, der hier sein will, und was sagt dieser Teil?",
    "Was brauchst du heute am meisten?",
    "Was geht dir in diesem Moment durch den Kopf?",
    "Hat sich etwas verändert, seit du angefangen hast zu schreiben, und sei es nur ein wenig?",
    "Wo bist du gerade, und kannst du dort zur Ruhe kommen?",
    "Wann hast du zuletzt gegessen, getrunken oder geschlafen?",
    "Was sollte jemand über den heutigen Tag verstehen?",
    "Wer oder was hat dich bis hierher getragen?",
    "Magst du mir erzählen, wie dieser Tag war, vom Morgen an?",
    "Was könntest du in den nächsten zehn Minuten für dich tun?",
  ],
  farewell:
    "Du kannst gehen, und du kannst jederzeit zurückkommen. Wenn es schlimmer wird, ruf {emergency} an, und lass heute jemanden in deiner Nähe sein.",
  resourcesIntro: "Wenn du mit einem Menschen reden möchtest, jetzt oder später:",
  friendResourcesIntro: "Diese Stellen beraten auch Menschen, die sich um jemanden sorgen:",
  compared: (date) => `Mit öffentlichen Quellen verglichen am ${date}.`,
  emergencyUnknown: "die örtliche Notrufnummer",
  askCountry: "Wenn du mir sagst, in welchem Land du bist, kann ich dir eine Stelle dort zeigen.",
  notAPerson: "Ich bin ein Programm, kein Mensch, und dieses Gespräch bleibt offen, solange du willst.",
};
