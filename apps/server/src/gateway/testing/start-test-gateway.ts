import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Perceiver } from "@openempathic/perceive";
import { startScriptedUpstream } from "@openempathic/respond/testing";
import type {
  ScriptedUpstream,
  ScriptedUpstreamOptions,
  UpstreamScript,
} from "@openempathic/respond/testing";
import { Hono } from "hono";
import { answerBodies } from "../../http/answer-body.ts";
import type { AnswerEnv } from "../../http/answer-body.ts";
import type { GatewayDependencies } from "../gateway-dependencies.ts";
import { sendByNode } from "../send-by-node.ts";
import { gatewayRoutes } from "../gateway-routes.ts";

/** A gateway on a port of its own, before a scripted upstream. */
export interface TestGateway {
  /** To use as a client's base URL; ends in `/v1`. */
  readonly url: string;
  readonly upstream: ScriptedUpstream;
  close(): Promise<void>;
}

/** What a test wants otherwise. */
export interface TestGatewayOptions extends ScriptedUpstreamOptions {
  /** Opened by the test, once for many gateways, and left open. */
  readonly perceiver: Perceiver;
  readonly dependencies?: Partial<GatewayDependencies>;
}

/** The model name that is set for the upstream. */
export const SET_MODEL = "set-model";

/** Starts a gateway before an upstream that follows the script. */
export async function startTestGateway(
  script: UpstreamScript,
  { dependencies, perceiver, ...options }: TestGatewayOptions,
): Promise<TestGateway> {
  const upstream = await startScriptedUpstream(script, options);
  const { apiKey } = options;
  const routes = gatewayRoutes({
    upstream: () =>
      Promise.resolve({
        baseUrl: upstream.url,
        model: SET_MODEL,
        ...(apiKey === undefined ? {} : { apiKey }),
      }),
    perceiver,
    authorize: () => Promise.resolve({ kind: "allowed" }),
    send: sendByNode(),
    now: () => 1_700_000_000_000,
    ...dependencies,
  });
  const app = new Hono<AnswerEnv>();
  app.use(answerBodies({ request: () => undefined, failure: () => undefined }));
  app.route("/v1", routes);
  // The adaptor makes node:http's server unless told otherwise.
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    upstream,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, upstream.close()]);
    },
  };
}
