/** An emotion by GAMYGDALA's name, which is ours but for "fear-confirmed". */
export interface GamygdalaEmotion {
  readonly name: string;
  readonly intensity: number;
}

/** What a belief is made of. */
export interface GamygdalaBeliefFields {
  /** On [-1, 1]: -1 is refuted, 0 says nothing, 1 is certain; what is outside is cut off. */
  readonly likelihood: number;
  /** Who caused it; null or "" for nobody. */
  readonly causalAgentName: string | null;
  readonly affectedGoalNames: readonly string[];
  /** For each goal how far it is good for it (to 1) or bad (to -1); what is outside is cut off. */
  readonly goalCongruences: readonly number[];
  /** Whether it adds to the goal's likelihood instead of setting it. */
  readonly isIncremental?: boolean;
}

/** Something that is believed to be so, and what it means for goals. */
export class GamygdalaBelief {
  readonly likelihood: number;
  readonly causalAgentName: string | null;
  readonly affectedGoalNames: readonly string[];
  readonly goalCongruences: readonly number[];
  readonly isIncremental: boolean;

  constructor(fields: GamygdalaBeliefFields) {
    if (fields.affectedGoalNames.length !== fields.goalCongruences.length) {
      throw new RangeError(
        `GamygdalaBelief needs as many congruences as goals; it got ${fields.goalCongruences.length} for ${fields.affectedGoalNames.length}`,
      );
    }
    this.likelihood = clampSigned(fields.likelihood);
    this.causalAgentName = fields.causalAgentName;
    this.affectedGoalNames = [...fields.affectedGoalNames];
    this.goalCongruences = fields.goalCongruences.map(clampSigned);
    this.isIncremental = fields.isIncremental ?? false;
  }
}

/** A goal, shared by all agents that have it. */
export class GamygdalaGoal {
  readonly name: string;
  utility: number;
  /** How likely it is, in [0, 1]; 0.5 at the start. */
  likelihood = 0.5;
  readonly isMaintenanceGoal: boolean;
  /** Where set, gives the likelihood instead of the beliefs. The name is spelled as GAMYGDALA spells it. */
  calculateLikelyhood: false | (() => number) = false;

  constructor(name: string, utility: number, isMaintenanceGoal = false) {
    this.name = name;
    this.utility = utility;
    this.isMaintenanceGoal = isMaintenanceGoal;
  }

  /** The likelihood after a belief; `undefined` where an achievement goal is settled. */
  likelihoodAfter({ likelihood, isIncremental }: GamygdalaBelief, congruence: number): number | undefined {
    if (!this.isMaintenanceGoal && (this.likelihood <= 0 || this.likelihood >= 1)) return undefined;
    if (this.calculateLikelyhood !== false) return clampShare(this.calculateLikelyhood());
    return isIncremental
      ? clampShare(this.likelihood + likelihood * congruence)
      : (congruence * likelihood + 1) / 2;
  }
}

function clampSigned(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

function clampShare(value: number): number {
  return Math.max(0, Math.min(1, value));
}
