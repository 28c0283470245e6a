import type { MiddlewareHandler } from "hono";

/**
 * The content security policy, written out: nothing from other hosts, no inline scripts but the page's own by
 * their hash. WebAssembly and blob: are for models and recordings in the browser, inline styles for Mantine.
 * There is no upgrade-insecure-requests, which would break a server without TLS at home.
 * @param scriptHashes SHA-256 of inline scripts of the built page, in base64.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[] = []): string {
  const hashes = scriptHashes.map((hash) => ` 'sha256-${hash}'`).join("");
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Sets the headers that every answer carries. Answers of the API are nobody else's to keep. */
export function securityHeaders(scriptHashes: readonly string[]): MiddlewareHandler {
  const policy = contentSecurityPolicy(scriptHashes);
  return async (c, next) => {
    await next();
    c.header("Content-Security-Policy", policy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
    if (/^\/(?:api|v1)(?:\/|$)/u.test(c.req.path) && !c.res.headers.has("Cache-Control"))
      c.header("Cache-Control", "no-store");
  };
}
