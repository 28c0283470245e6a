import type { RiskModel } from "./risk-model.ts";
import file from "./risk-weights.json" with { type: "json" };

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes written in base64 (RFC 4648, section 4), as signed numbers of 8 bits. */
function signedBytesOf(base64: string): Int8Array {
  const valueOf = new Uint8Array(128);
  for (let value = 0; value < DIGITS.length; value++) valueOf[DIGITS.charCodeAt(value)] = value;
  const length = base64.replace(/=+$/, "").length;
  const bytes = new Int8Array(Math.floor((length * 3) / 4));
  let held = 0;
  let bits = 0;
  let written = 0;
  for (let at = 0; at < length; at++) {
    held = ((held << 6) | (valueOf[base64.charCodeAt(at)] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[written] = (held >> bits) & 0xff;
    written += 1;
  }
  return bytes;
}

/** The model that comes with the package; its card is `risk-weights.md`, its making `training/risk-ngram`. */
export const SHIPPED_RISK_MODEL: RiskModel = {
  weights: signedBytesOf(file.weights),
  scales: file.scales,
  bias: file.bias,
  thresholds: file.thresholds,
  doubtBelow: file.doubtBelow,
};
