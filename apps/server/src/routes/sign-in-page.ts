/** The page for a sign-in link that no longer works: what to do, in both languages, without a script. */
export function usedLinkPage(): string {
  return page(
    "This link has been used",
    `<h1>This sign-in link no longer works</h1>
<p>Each link works once. To get a new one, restart the server and open the link that it prints.</p>
<p>If you are signed in already, just <a href="/">go on</a>.</p>
<h2 lang="de">Dieser Anmelde-Link gilt nicht mehr</h2>
<p lang="de">Jeder Link gilt einmal. Starte den Server neu und öffne den Link, den er dann ausgibt.
Wenn du schon angemeldet bist, <a href="/">geht es hier weiter</a>.</p>`,
  );
}

/** The page in the place of the web page while that has not been built. */
export function notBuiltPage(): string {
  return page(
    "Open Empathic",
    `<h1>The server is running</h1>
<p>The web page has not been built yet: run <code>npm run build</code> and load this again.
The API is described at <a href="/api/docs">/api/docs</a>.</p>`,
  );
}

/** A plain page in the house's quiet style. @param body HTML that was written here, never anybody's input. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
:root { --ground: #fdf6ec; --ink: #26332f; --link: #2f6b5c; }
@media (prefers-color-scheme: dark) { :root { --ground: #131c1a; --ink: #f3ece2; --link: #8fd3bf; } }
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1.25rem;
  background: var(--ground); color: var(--ink); }
h1, h2 { font-family: Georgia, serif; line-height: 1.25; }
a { color: var(--link); }
code, pre { font-size: 0.92em; }
pre { overflow-x: auto; }
h2 { margin-top: 2.5rem; }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
