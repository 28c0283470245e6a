import { checkCouncil } from "@openempathic/respond";
import type { CouncilRule, ReplyLanguage } from "@openempathic/respond";

/** People of one group in a data set. Groups are what people said of themselves, never what was inferred. */
export interface PlannedGroup {
  readonly dimension: string;
  readonly group: string;
  readonly people: number;
  /** How many there are among those whom the data is to speak for, in [0, 1]; absent: not known. */
  readonly shareOutside?: number;
}

/** What a plan to release a data set says of it. A missing field was not answered. */
export interface ReleasePlan {
  readonly name: string;
  /** What it is for, whom it is from and what it is not for, in the words that will be published. */
  readonly description: string;
  readonly intendedUse?: string;
  readonly notFor?: string;
  readonly people?: number;
  readonly modalities: readonly ("text" | "voice" | "face" | "self-report")[];
  readonly consent?: {
    /** Asked for this very purpose, in a version that is kept with each item. */
    readonly versioned: boolean;
    readonly namesRelease: boolean;
    readonly namesTraining: boolean;
  };
  readonly withdrawal?: { readonly reachesReleases: boolean; readonly feed: boolean };
  readonly licence?: string;
  readonly minors?: "none" | "with-guardians" | "unknown";
  readonly vulnerablePeople?: boolean;
  readonly safeguards?: string;
  readonly groups?: readonly PlannedGroup[];
  readonly labelNames?: readonly string[];
  readonly raters?: { readonly people: number; readonly agreementReported: boolean };
  /** Fewest people in any group that can be told apart by combining what is released; absent: not counted. */
  readonly smallestCell?: number;
  readonly impactAssessment?: boolean;
  readonly retentionYears?: number;
}

/** What to look at before a release. */
export interface ReleaseFinding {
  readonly about:
    | "consent"
    | "withdrawal"
    | "licence"
    | "minors"
    | "vulnerable-people"
    | "representativeness"
    | "raters"
    | "re-identification"
    | "purpose"
    | "law"
    | "retention"
    | CouncilRule;
  /** "stop": should not be released like this; "ask": a person should look. */
  readonly weight: "stop" | "ask";
  /** The field, or the words, that it rests on. */
  readonly restsOn: string;
  readonly reason: string;
}

// † Proposed: below this share of its share outside, a group is told as missing; and fewer people than this can be found.
const LEAST_REPRESENTED = 0.5;
const SMALLEST_CELL = 5;
/** Illinois' BIPA, 740 ILCS 14/15: biometric data goes at most three years after the last interaction. */
const MOST_YEARS = 3;

/**
 * Looks over a plan to release a data set: whether people agreed to this and can take it back, whether its licence and
 * purpose are named, who is missing in it, who could be found again in it, and whether its words demean anybody. It
 * finds gaps in a plan; it does not say that a release is right, and no law is decided here.
 *
 * Sources: GDPR Art. 7(3), 9, 17, 35; EU AI Act Art. 10; Gebru et al. 2021, Datasheets for datasets
 * (doi:10.1145/3458723); Pushkarna et al. 2022, Data cards (doi:10.1145/3531146.3533231).
 *
 * @example
 * ```ts
 * import { reviewReleasePlan } from "@openempathic/experiences/council";
 *
 * const plan = { name: "Voices", description: "Short clips of 40 adults.", modalities: ["voice"] } as const;
 * reviewReleasePlan(plan, "en").filter(({ weight }) => weight === "stop").map(({ about }) => about);
 * // => ["consent", "withdrawal", "licence", "minors", "law"]
 * ```
 */
export function reviewReleasePlan(plan: ReleasePlan, language: ReplyLanguage): readonly ReleaseFinding[] {
  return [
    ...consentFindings(plan),
    ...peopleFindings(plan),
    ...groupFindings(plan),
    ...useFindings(plan),
    ...wordFindings(plan, language),
  ];
}

function consentFindings({ consent, withdrawal, licence }: ReleasePlan): ReleaseFinding[] {
  const findings: ReleaseFinding[] = [];
  const consentFaults = [
    consent?.versioned === true ? "" : "which version of which text each person agreed to",
    consent?.namesRelease === true ? "" : "that people were told that it will be released",
    consent?.namesTraining === true ? "" : "that people were told that models may be trained on it",
  ].filter((fault) => fault !== "");
  if (consentFaults.length > 0) {
    findings.push(stop("consent", "consent", `The plan does not show ${consentFaults.join(", nor ")}.`));
  }
  if (withdrawal?.reachesReleases !== true) {
    const reason =
      "Somebody who withdraws must be gone from the next release, and those who hold copies must be told.";
    findings.push(stop("withdrawal", "withdrawal.reachesReleases", reason));
  } else if (!withdrawal.feed) {
    findings.push(
      ask(
        "withdrawal",
        "withdrawal.feed",
        "There is no feed by which holders of copies learn of a withdrawal.",
      ),
    );
  }
  if (licence === undefined || licence.trim() === "") {
    findings.push(stop("licence", "licence", "Without a licence nobody knows what they may do with it."));
  }
  return findings;
}

function peopleFindings(plan: ReleasePlan): ReleaseFinding[] {
  const {
    minors = "unknown",
    vulnerablePeople,
    safeguards,
    smallestCell,
    modalities,
    impactAssessment,
  } = plan;
  const findings: ReleaseFinding[] = [];
  if (minors === "unknown") {
    findings.push(stop("minors", "minors", "It is not known whether children are in it."));
  } else if (minors === "with-guardians") {
    findings.push(
      ask(
        "minors",
        "minors",
        "Children are in it: their own assent and a way out once they are grown belong to it.",
      ),
    );
  }
  if (vulnerablePeople === true && (safeguards ?? "").trim() === "") {
    findings.push(
      stop("vulnerable-people", "safeguards", "Vulnerable people are in it, and no safeguard is named."),
    );
  } else if (vulnerablePeople === undefined) {
    findings.push(
      ask(
        "vulnerable-people",
        "vulnerablePeople",
        "The plan does not say whether vulnerable people are in it.",
      ),
    );
  }
  if (smallestCell === undefined) {
    findings.push(
      ask(
        "re-identification",
        "smallestCell",
        "Nobody has counted how few people share what is released of them.",
      ),
    );
  } else if (smallestCell < SMALLEST_CELL) {
    const reason = `Only ${String(smallestCell)} share what is released of them, so they could be found again.`;
    findings.push(stop("re-identification", "smallestCell", reason));
  }
  const isBiometric = modalities.includes("voice") || modalities.includes("face");
  if (isBiometric && impactAssessment !== true) {
    findings.push(
      stop(
        "law",
        "impactAssessment",
        "Voice or face is in it: an impact assessment comes first (GDPR Art. 35).",
      ),
    );
  }
  return findings;
}

function groupFindings({ groups, raters }: ReleasePlan): ReleaseFinding[] {
  const findings: ReleaseFinding[] = [];
  if (groups === undefined || groups.length === 0) {
    findings.push(ask("representativeness", "groups", "The plan does not say whom the data speaks for."));
  }
  for (const { dimension, group, people, shareOutside } of groups ?? []) {
    const whole = (groups ?? [])
      .filter((each) => each.dimension === dimension)
      .reduce((sum, each) => sum + each.people, 0);
    const share = whole === 0 ? 0 : people / whole;
    if (shareOutside === undefined || share >= LEAST_REPRESENTED * shareOutside) continue;
    const reason = `${percent(share)} of the people, and ${percent(shareOutside)} of those it is to speak for.`;
    findings.push(ask("representativeness", `${dimension}: ${group}`, reason));
  }
  if (raters === undefined) {
    findings.push(ask("raters", "raters", "The plan does not say who labelled it."));
  } else if (!raters.agreementReported) {
    findings.push(ask("raters", "raters.agreementReported", "How far the raters agreed is not reported."));
  }
  return findings;
}

function useFindings({ intendedUse, notFor, retentionYears, modalities }: ReleasePlan): ReleaseFinding[] {
  const findings: ReleaseFinding[] = [];
  if ((intendedUse ?? "").trim() === "")
    findings.push(ask("purpose", "intendedUse", "What it is for is not named."));
  if ((notFor ?? "").trim() === "")
    findings.push(ask("purpose", "notFor", "What it must not be used for is not named."));
  const isBiometric = modalities.includes("voice") || modalities.includes("face");
  if (isBiometric && (retentionYears === undefined || retentionYears > MOST_YEARS)) {
    const reason =
      "Voice or face kept for longer than three years, or for no time that is named (BIPA, 740 ILCS 14/15).";
    findings.push(ask("retention", "retentionYears", reason));
  }
  return findings;
}

/** The words that will be published, held against the council's rules. */
function wordFindings(plan: ReleasePlan, language: ReplyLanguage): ReleaseFinding[] {
  const texts = [
    plan.name,
    plan.description,
    plan.intendedUse,
    plan.notFor,
    plan.safeguards,
    ...(plan.labelNames ?? []),
  ];
  return texts
    .flatMap((text) => (text === undefined ? [] : checkCouncil(text, language)))
    .map(({ rule, text, reason }) => ask(rule, text, reason));
}

function stop(about: ReleaseFinding["about"], restsOn: string, reason: string): ReleaseFinding {
  return { about, weight: "stop", restsOn, reason };
}

function ask(about: ReleaseFinding["about"], restsOn: string, reason: string): ReleaseFinding {
  return { about, weight: "ask", restsOn, reason };
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
