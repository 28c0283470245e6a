import { createRoot } from "react-dom/client";
import { App } from "../app/App.tsx";
import { firstLanguage, startI18n } from "../i18n/start-i18n.ts";
import "../theme/styles.ts";
import { fakeApi } from "./fake-api.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root to show the site in");

const i18n = await startI18n(firstLanguage(null, navigator.languages));
createRoot(root).render(<App api={fakeApi({ role: "owner", stepMs: 350 })} i18n={i18n} />);
