import type { LtiFault } from "../lti/lti-error.ts";
import { page } from "./sign-in-page.ts";

/** What somebody sees whose launch from a learning platform was refused: what to do, in both languages. */
export function refusedLaunchPage(fault: LtiFault): string {
  return page(
    "This could not be opened",
    `<h1>This could not be opened</h1>
<p>Go back to your course and open it from there again, in a new window. If that does not help, tell whoever runs it
this word: <code>${fault}</code></p>
<h2 lang="de">Das ließ sich nicht öffnen</h2>
<p lang="de">Geh zurück in deinen Kurs und öffne es von dort noch einmal, in einem neuen Fenster. Wenn das nicht hilft,
nenne denen, die ihn betreiben, dieses Wort: <code>${fault}</code></p>`,
  );
}

/** What a learner sees who comes before their teacher. */
export function notOpenedYetPage(): string {
  return page(
    "Not open yet",
    `<h1>Your teacher has not opened this yet</h1>
<p>Once they have, open it from your course again.</p>
<h2 lang="de">Deine Lehrkraft hat das noch nicht geöffnet</h2>
<p lang="de">Sobald sie es getan hat, öffne es noch einmal aus deinem Kurs.</p>`,
  );
}

/** What the owner of this server sees who comes from a platform: a launch would sign them out. */
export function ownerLaunchPage(): string {
  return page(
    "You are signed in as the owner",
    `<h1>You are signed in as the owner of this server</h1>
<p>Coming from a course would sign you out here. Open the course in another browser, or in a private window.</p>
<h2 lang="de">Du bist hier als Eigentümerin oder Eigentümer angemeldet</h2>
<p lang="de">Aus einem Kurs zu kommen würde dich hier abmelden. Öffne den Kurs in einem anderen Browser oder in einem
privaten Fenster.</p>`,
  );
}
