/** A child of the gateway's bench: a scripted upstream at the pace of a hosted model. Says its address to its parent. */
import { startScriptedUpstream } from "@openempathic/respond/testing";
import { REPLIES } from "./gateway-conversations.ts";

/** The first token comes after 100 ms, the others 10 to 20 ms apart, as of a fast hosted model. */
const FIRST_TOKEN_MS = 100;
const upstream = await startScriptedUpstream((_request, index) => ({
  kind: "text",
  text: REPLIES[index % REPLIES.length] ?? "",
  firstTokenMs: FIRST_TOKEN_MS,
  tokenMs: 10 + (index % 11),
}));
process.on("disconnect", () => void upstream.close().then(() => process.exit(0)));
process.send?.({ url: upstream.url });
