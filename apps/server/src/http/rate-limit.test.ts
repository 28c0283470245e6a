import { describe, expect, it } from "vitest";
import { createRateLimit, networkOf } from "./rate-limit.ts";

describe("a rate limit", () => {
  it("counts each sender's attempts within their own window", () => {
    let nowMs = 0;
    const limit = createRateLimit({ attempts: 2, windowMs: 10_000 }, () => nowMs);
    expect([1, 2, 3].map(() => limit.secondsToWait("a"))).toEqual([0, 0, 10]);
    expect(limit.secondsToWait("b")).toBe(0);
    nowMs = 9_001;
    expect(limit.secondsToWait("a")).toBe(1);
    nowMs = 10_000;
    expect(limit.secondsToWait("a")).toBe(0);
  });

  it("takes an IPv6 home for one sender, and IPv4 addresses for one each", () => {
    // RFC 4291, section 2.2: the same address written out and shortened.
    expect(networkOf("2001:db8:0:1:aaaa:bbbb:cccc:dddd")).toBe("2001:db8:0:1");
    expect(networkOf("2001:db8:0:1::7")).toBe("2001:db8:0:1");
    expect(networkOf("2001:db8::1:0:0:0:7")).toBe("2001:db8:0:1");
    expect(networkOf("2001:db8:0:2::7")).not.toBe(networkOf("2001:db8:0:1::7"));
    expect(networkOf("::1")).toBe("0:0:0:0");
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::ffff:203.0.113.7")).toBe("::ffff:203.0.113.7");
    expect(networkOf(undefined)).toBe("");
  });
});
