import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** Short numbers that the words after them make a contact; numbers after dialling words are told by contact-check. */
export const INVENTED_CONTACT: readonly PhraseGroup[] = [
  {
    rule: "invented-contact",
    evenQuoted: true,
    plainOpeners: wordSet(""),
    phrases: [
      "#short [_] (anrufen|wählen|kontaktieren|an)",
      "#short is [_] [_] (number|hotline|helpline|lifeline|line)",
      "#short ist [_] [_] (nummer|notruf|notrufnummer|hotline|telefonnummer)",
    ],
  },
];
