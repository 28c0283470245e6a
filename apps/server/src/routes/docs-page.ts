import { PROBLEMS } from "../http/problem.ts";
import { page } from "./sign-in-page.ts";

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
}

/** The part of an OpenAPI document that the page shows. */
export interface DescribedApi {
  readonly paths?: Readonly<Record<string, object>>;
}

/** A page that lists the API for people: no script, nothing from other hosts. */
export function docsPage(api: DescribedApi): string {
  const operations = Object.entries(api.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation as Operation)),
  );
  const problems = Object.entries(PROBLEMS).map(
    ([code, [status, title]]) =>
      `<dt id="problem-${code}"><code>${code}</code> (${status})</dt><dd>${escaped(title)}</dd>`,
  );
  return page(
    "The API of Open Empathic",
    `<h1>The API</h1>
<p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. An OpenAI client works with this server when its base
URL ends in <code>/v1</code>. Programs send <code>Authorization: Bearer oe_…</code> with a key from the settings
page; a browser is known by its cookie. Every write takes an <code>Idempotency-Key</code>.</p>
${operations.join("\n")}
<h2>Problems</h2>
<p>Errors are <a href="https://www.rfc-editor.org/rfc/rfc9457">problem details</a> with one of these codes.</p>
<dl>${problems.join("\n")}</dl>`,
  );
}

function section(method: string, path: string, operation: Operation): string {
  const { summary = "", description = "", requestBody, responses = {} } = operation;
  const shapes = {
    ...(requestBody === undefined ? {} : { request: requestBody }),
    responses: withoutProblems(responses),
  };
  return `<section>
<h2><code>${method.toUpperCase()} ${escaped(path)}</code></h2>
<p>${escaped(summary)}. ${escaped(description)}</p>
<details><summary>Shapes</summary><pre>${escaped(JSON.stringify(shapes, null, 2))}</pre></details>
</section>`;
}

function withoutProblems(responses: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(responses).filter(([status]) => status !== "default"));
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
