/** Request headers that may go upstream; everything else (cookies, our own key, where somebody came from) stays. */
const TO_UPSTREAM =
  /^(accept|accept-language|content-type|user-agent|openai-(organization|project|beta)|x-stainless-.*|idempotency-key)$/u;

/** Response headers that may come back; the rest describes the upstream's connection, or sets its cookies. */
const FROM_UPSTREAM =
  /^(content-type|content-disposition|cache-control|retry-after|retry-after-ms|x-should-retry|x-request-id|x-ratelimit-.*|openai-.*)$/u;

/** The headers of a request to the upstream: what is safe of the asker's, and the upstream's own key. */
export function headersToUpstream(asked: Headers, apiKey: string | undefined): Headers {
  const headers = picked(asked, TO_UPSTREAM);
  // A compressed stream arrives in lumps, and every byte of it is read here anyway.
  headers.set("accept-encoding", "identity");
  if (apiKey !== undefined) headers.set("authorization", `Bearer ${apiKey}`);
  return headers;
}

/** The headers of the answer to the asker. */
export function headersFromUpstream(answered: Headers): Headers {
  return picked(answered, FROM_UPSTREAM);
}

function picked(headers: Headers, allowed: RegExp): Headers {
  const safe = new Headers();
  headers.forEach((value, name) => {
    if (allowed.test(name)) safe.append(name, value);
  });
  return safe;
}
