import type {
  GatewayAuthorization,
  GatewayDependencies,
  GatewaySession,
} from "../gateway/gateway-dependencies.ts";
import { sendByFetch } from "@openempathic/respond";
import { sendByNode } from "../gateway/send-by-node.ts";
import { holderOfKey } from "../people/api-keys.ts";
import { findSession } from "../sessions/event-store.ts";
import type { Means } from "./means.ts";
import { modelFetch } from "./model-fetch.ts";
import { isLocal } from "./principal.ts";

/** What the gateway needs, from what the server has. */
export function gatewayMeans(means: Means): GatewayDependencies {
  const { db, now, languageModels, jurisdiction } = means;
  return {
    jurisdiction,
    council: means.councilChecks,
    perceiver: means.quickPerceiver,
    send: means.fetch === globalThis.fetch ? sendByNode() : sendByFetch(modelFetch(means.fetch)),
    now,
    upstream: async () => {
      const setting = await languageModels.read();
      if (setting === undefined) return undefined;
      const { baseUrl, model, apiKey } = setting;
      return { baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) };
    },
    // On this machine no key is needed, and clients that cannot do without one may send any; a key of ours counts.
    authorize: async (c): Promise<GatewayAuthorization> => {
      const key = /^Bearer +(oe_[\w-]+)$/iu.exec(c.req.header("authorization") ?? "")?.[1];
      const participantId = key === undefined ? undefined : await holderOfKey(db, key, now());
      if (participantId !== undefined) return { kind: "allowed", participantId };
      if (key === undefined && isLocal(c)) return { kind: "allowed" };
      return {
        kind: "refused",
        status: 401,
        message: "Send an API key of this server: Authorization: Bearer oe_…",
      };
    },
    sessionState: (sessionId, participantId) => sessionFor(means, sessionId, participantId),
  };
}

async function sessionFor(
  { db, runner, experiences }: Means,
  id: string,
  participantId: string | undefined,
): Promise<GatewaySession | undefined> {
  if (participantId === undefined || !/^[\w-]{1,64}$/u.test(id)) return undefined;
  const session = await findSession(db, { id, participantId });
  const served = session === undefined ? undefined : experiences.get(session.experience);
  const state = await (served === undefined ? undefined : runner.stateOf(id));
  if (served === undefined || state === undefined) return undefined;
  const picture = served.pictureOf(state);
  if (picture === undefined) return undefined;
  const { country } = state;
  return { state: picture.affect, latch: picture.latch, ...(country === undefined ? {} : { country }) };
}
