import { createRoot } from "react-dom/client";
import { apiFromClient } from "./api/api-from-client.ts";
import { App } from "./app/App.tsx";
import { firstLanguage, startI18n } from "./i18n/start-i18n.ts";
import { LANGUAGE_KEY } from "./settings/preferences.ts";
import "./theme/styles.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root to show the site in");

const language = firstLanguage(localStorage.getItem(LANGUAGE_KEY), navigator.languages);
const i18n = await startI18n(language);
createRoot(root).render(<App api={apiFromClient(window.location.origin)} i18n={i18n} />);
