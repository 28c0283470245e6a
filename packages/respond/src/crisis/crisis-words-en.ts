import type { CrisisWords } from "./crisis-words.ts";

/** Reviewable as a text: nothing in it is put together by a model. */
export const CRISIS_WORDS_EN: CrisisWords = {
  opening: {
    self: "Thank you for telling me this. It sounds very heavy, and I take it seriously.",
    explicit: "Thank you for saying it so openly. That is hard to say, and I take it seriously.",
    now: "I’m taking this very seriously, and it’s good that you’re still writing. You may be in danger right now.",
    friend: "It’s good that you don’t keep this worry to yourself. You are trying to look after someone.",
    threat: "It’s good that you’re saying this instead of acting on it. I take it seriously.",
  },
  steps: {
    ask: {
      before: ["I’d like to ask you directly, because it helps to say it out loud."],
      question: "Are you having thoughts of ending your life?",
    },
    plan: {
      before: ["You can answer this as plainly as you like. You won’t be judged or told off here."],
      question: "Have you thought about how you would do it, or when?",
    },
    means: { before: [], question: "Is there something near you right now that you might use?" },
    barriers: {
      before: ["Calling somewhere or telling someone can feel like a big step, and many people hesitate."],
      question: "What makes it hard for you to reach out for help?",
    },
    trusted: {
      before: [
        "You don’t have to explain everything to someone you trust. A message like this is enough: “I’m not doing well and I don’t want to be alone with it. Can you call me or come over?”",
      ],
      question: "Who could you send that to today?",
    },
    coping: {
      before: [],
      question: "When it was this bad before, what helped you through the hour, even a little?",
    },
    "safety-plan": {
      before: [
        "It can help to write down a few things for the next hours: something that calms you a little, a place where you’re safer, a person you can reach, and a doctor or counsellor to see this week.",
      ],
      question: "Which of these could you fill in first?",
    },
    now: {
      before: [
        "Please call {emergency} now, or ask someone near you to call.",
        "Go to another person, or have someone come to you, so that you are not alone with this.",
        "Move away from anything you could use, or have someone take it out of reach.",
        "You can keep writing to me while you do this.",
      ],
      question: "Is there someone near you right now?",
    },
    "now-called": {
      before: ["If calling is too much, handing your phone to someone and showing them this is enough."],
      question: "What would make it possible to call {emergency}, or to go to someone, in the next minutes?",
    },
    "now-away": {
      before: ["A little distance buys time, and moments like this do pass their peak."],
      question: "Can you go to another room, or outside to other people, and write to me from there?",
    },
    friend: {
      before: [
        "Asking someone directly whether they think about suicide does not put the idea in their head; it often brings relief.",
        "Listen more than you talk, don’t promise to keep it a secret, and if they are in danger now, stay with them and call {emergency}.",
      ],
      question: "Have you been able to ask them directly?",
    },
    "friend-near": { before: [], question: "Is anyone with them at the moment?" },
    "friend-means": {
      before: [
        "Putting distance between a person and what they might use is one of the things that helps most.",
      ],
      question: "Is there something near them that could be put out of reach?",
    },
    "friend-you": {
      before: [
        "You don’t have to carry this by yourself; a doctor, a helpline or another friend can carry it with you.",
      ],
      question: "Who is there for you while you look after them?",
    },
    threat: {
      before: [
        "If you think you might do it, go somewhere else now, away from them and from anything you could use, and call {emergency}.",
      ],
      question: "Are you near them right now?",
    },
    "threat-before": { before: [], question: "What happened just before it got this strong?" },
    "threat-person": {
      before: ["The worst of it usually passes if someone helps you wait it out."],
      question: "Who could be with you for the next hour?",
    },
    "threat-later": {
      before: [
        "A doctor or counsellor can help with anger that gets this big; you would not be the first to ask.",
      ],
      question: "What would have to change so that this can end without anyone getting hurt?",
    },
  },
  met: {
    "ask:yes": "Thank you for answering honestly. That took courage, and it matters that somebody knows.",
    "ask:no": "Thank you for answering that plainly. I asked because what you wrote sounded so heavy.",
    "ask:unsure": "That doesn’t have to be clear. Not knowing is an answer too.",
    "plan:yes": "Thank you for telling me. Then it matters that you are not alone now.",
    "plan:no": "Thank you. It helps to know that.",
    "plan:unsure": "That’s all right. You don’t have to have it sorted out to talk about it.",
    "means:yes":
      "Then please put distance between you and it: give it to someone, lock it away, or leave the place where it is. That is worth doing even while you’re unsure.",
    "means:no": "That’s good to hear. Distance like that protects you in the worst minutes.",
    "trusted:yes": "It’s good that there is someone. They would very likely rather know than not.",
    "trusted:nobody":
      "Then let one of the lines above be that someone for now. You don’t need to know what to say; “I don’t know where to start” is enough.",
    "trusted:no":
      "Then let one of the lines above be that someone for now. You don’t need to know what to say; “I don’t know where to start” is enough.",
    "trusted:other": "It’s good that there is someone. They would very likely rather know than not.",
    "now:yes": "Good. Show them this, or tell them: “I’m not safe, please stay with me.”",
    "now:no": "Then please call {emergency}, and go where other people are: a neighbour, a shop, a hospital.",
    "friend:yes": "That was brave, and it may have meant more to them than it showed.",
    "friend:no":
      "That’s understandable; it’s a hard thing to ask. You could say: “I’m worried about you. Are you thinking about ending your life?”",
    "threat:no": "Good. That distance protects them and you.",
    "threat:yes": "Then please leave the room first, before anything else, and write to me from outside.",
  },
  metAny: {
    yes: ["Thank you for answering.", "Okay. Thank you for letting me know.", "I hear you. Thank you."],
    no: ["Okay. Thank you for being straight with me.", "All right. Thank you for answering.", "I hear you."],
    unsure: [
      "That’s all right. You don’t have to know.",
      "It’s okay not to have an answer.",
      "Then we leave that open for now.",
    ],
    relief: [
      "That’s good to read, and thank you for telling me. If it gets heavier again, you can write here at any time, or turn to one of the lines shown here.",
      "It’s good that it has eased. I’m staying in the conversation.",
      "That counts. We can stay with that for a while.",
    ],
    safe: [
      "It’s good that you’re safer in this moment.",
      "It’s good to read that. Hold on to that.",
      "That counts. Stay close to it.",
    ],
    "refuses-help": [
      "That’s all right; nobody here will force you, and you can go on talking to me.",
      "You decide that. I’ll stay in the conversation either way.",
      "Okay. I won’t push it.",
    ],
    misread: [
      "Thank you for putting that right. I may have read it wrong, and I’d rather ask than miss it.",
      "I’m sorry, then I misread it. Thank you for saying so.",
      "All right. I’ll take it the way you say.",
    ],
    nobody: [
      "It sounds very alone where you are.",
      "That is a lonely place to be with something this heavy.",
      "Then it’s good that you’re writing it here.",
    ],
    other: [
      "I’m reading every word.",
      "Thank you for going on talking.",
      "That is a lot to live with.",
      "I’m here, and there’s no hurry.",
      "What you write matters.",
      "Take the time you need.",
      "It makes sense that you’re worn down by this.",
      "You don’t have to make it sound better than it is.",
    ],
  },
  relieved: [
    "What helped, even a little?",
    "What could help it stay like this through the next hours?",
    "Who might like to know that it’s a little easier now?",
  ],
  staying: [
    "How is it right now, compared with when you began writing?",
    "What would make the next hour a little safer for you?",
    "Is there a part of you that wants to be here, and what does that part say?",
    "What do you need most tonight?",
    "What is going through your mind at this moment?",
    "Has anything changed, even a little, since you began writing?",
    "Where are you right now, and is it a place where you can rest?",
    "When did you last eat, drink or sleep?",
    "What would you want someone to understand about today?",
    "Who or what has kept you going until now?",
    "Would it help to tell me how this day went, from the morning on?",
    "What could you look after for yourself in the next ten minutes?",
  ],
  farewell:
    "You can go, and you can come back at any time. If it gets worse, call {emergency}, and let someone be near you tonight.",
  resourcesIntro: "If you’d like to talk to a person, now or later:",
  friendResourcesIntro: "These lines also advise people who worry about somebody:",
  compared: (date) => `Compared with public sources on ${date}.`,
  emergencyUnknown: "your local emergency number",
  askCountry: "If you tell me which country you’re in, I can show you a line there.",
  notAPerson: "I’m a program, not a person, and this conversation stays open for as long as you want.",
};
