/**
 * The algorithm of GAMYGDALA as it was published (Popescu, Broekens and van Someren 2014,
 * doi:10.1109/T-AFFC.2013.24), written for this bench, since it is not on npm: agents and goals in lists that are
 * searched by name, emotions added to a list, decay by a factor per second. Its signs for refuted beliefs are kept as
 * they are: this is what a user would have, not what we would give them.
 */
export class GamygdalaPublished {
  readonly #agents: Agent[] = [];
  readonly #goals: Goal[] = [];

  addAgent(name: string): void {
    this.#agents.push({ name, goals: [], relations: [], emotions: [] });
  }

  addGoal(agentName: string, name: string, utility: number): void {
    const goal = { name, utility, likelihood: 0.5 };
    this.#goals.push(goal);
    this.#agent(agentName)?.goals.push(goal);
  }

  addRelation(source: string, target: string, like: number): void {
    this.#agent(source)?.relations.push({ target, like, emotions: [] });
  }

  /** Appraises a belief about one maintenance goal for everybody. */
  appraise(
    likelihood: number,
    by: string,
    about: { readonly goal: string; readonly congruence: number },
  ): void {
    const goal = this.#goals.find(({ name }) => name === about.goal);
    if (goal === undefined) return;
    const before = goal.likelihood;
    goal.likelihood = (about.congruence * likelihood + 1) / 2;
    const change = goal.likelihood - before;
    for (const owner of this.#agents) {
      if (!owner.goals.some(({ name }) => name === goal.name)) continue;
      feelInside(owner, goal, change);
      this.#feelDeed({ owner, by, self: owner }, goal.utility * change);
      for (const agent of this.#agents) {
        const relation = agent.relations.find(({ target }) => target === owner.name);
        if (relation === undefined) continue;
        feelForOther(agent, relation, goal.utility * change);
        this.#feelDeed({ owner, by, self: agent }, goal.utility * change);
      }
    }
  }

  decay(seconds: number): void {
    const left = 0.8 ** seconds;
    for (const agent of this.#agents) {
      for (const emotion of agent.emotions) emotion.intensity *= left;
      for (const { emotions } of agent.relations) for (const emotion of emotions) emotion.intensity *= left;
    }
  }

  #feelDeed({ owner, by, self }: { owner: Agent; by: string; self: Agent }, desirability: number): void {
    if (by === "") return;
    if (owner === self && self.name !== by) {
      const name = desirability >= 0 ? "gratitude" : "anger";
      let relation = self.relations.find(({ target }) => target === by);
      if (relation === undefined) {
        relation = { target: by, like: 0, emotions: [] };
        self.relations.push(relation);
      }
      add(relation.emotions, name, Math.abs(desirability));
      add(self.emotions, name, Math.abs(desirability));
    }
    if (owner !== self && self.name === by) {
      const causal = this.#agent(by);
      const relation = causal?.relations.find(({ target }) => target === owner.name);
      if (causal === undefined || relation === undefined || relation.like < 0) return;
      const name = desirability >= 0 ? "gratification" : "remorse";
      add(relation.emotions, name, Math.abs(desirability * relation.like));
      add(causal.emotions, name, Math.abs(desirability * relation.like));
    }
  }

  #agent(name: string): Agent | undefined {
    return this.#agents.find((agent) => agent.name === name);
  }
}

interface Emotion {
  readonly name: string;
  intensity: number;
}
interface Goal {
  readonly name: string;
  readonly utility: number;
  likelihood: number;
}
interface Relation {
  readonly target: string;
  readonly like: number;
  readonly emotions: Emotion[];
}
interface Agent {
  readonly name: string;
  readonly goals: Goal[];
  readonly relations: Relation[];
  readonly emotions: Emotion[];
}

function feelInside(agent: Agent, { utility, likelihood }: Goal, change: number): void {
  const intensity = Math.abs(utility * change);
  if (intensity === 0) return;
  for (const name of insideNames(utility, likelihood, change)) add(agent.emotions, name, intensity);
}

function insideNames(utility: number, likelihood: number, change: number): readonly string[] {
  if (likelihood === 1) {
    if (utility >= 0) return change < 0.5 ? ["satisfaction", "joy"] : ["joy"];
    return change < 0.5 ? ["fear-confirmed", "distress"] : ["distress"];
  }
  if (likelihood === 0) {
    // As published: a change that has just led to 0 is never above 0.5.
    if (utility >= 0) return change > 0.5 ? ["disappointment", "distress"] : ["distress"];
    return change > 0.5 ? ["relief", "joy"] : ["joy"];
  }
  return [utility >= 0 === change >= 0 ? "hope" : "fear"];
}

function feelForOther(agent: Agent, relation: Relation, desirability: number): void {
  const { like } = relation;
  const intensity = Math.abs(desirability * like);
  if (intensity === 0) return;
  const name = desirability >= 0 ? (like >= 0 ? "happy-for" : "resentment") : like >= 0 ? "pity" : "gloating";
  add(relation.emotions, name, intensity);
  add(agent.emotions, name, intensity);
}

function add(emotions: Emotion[], name: string, intensity: number): void {
  const held = emotions.find((emotion) => emotion.name === name);
  if (held === undefined) emotions.push({ name, intensity });
  else held.intensity += intensity;
}
