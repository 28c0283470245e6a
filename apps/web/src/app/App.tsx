import { MantineProvider, localStorageColorSchemeManager } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { i18n } from "i18next";
import { useEffect, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { ApiContext } from "../api/api-context.ts";
import { isNotFound, type Api } from "../api/api.ts";
import { applyReading } from "../reading/reading.ts";
import { useReading } from "../reading/use-reading.ts";
import { COLOR_SCHEME_KEY, LANGUAGE_KEY } from "../settings/preferences.ts";
import { cssVariables, theme } from "../theme/theme.ts";
import { Shell } from "./Shell.tsx";

/** The whole site over a service. */
export function App({ api, i18n }: { readonly api: Api; readonly i18n: i18n }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: (count, error) => count < 2 && !isNotFound(error), staleTime: 10_000 },
        },
      }),
  );
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    const take = (language: string) => {
      document.documentElement.lang = language;
      window.localStorage.setItem(LANGUAGE_KEY, language);
    };
    i18n.on("languageChanged", take);
    return () => i18n.off("languageChanged", take);
  }, [i18n]);
  const [schemes] = useState(() => localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY }));
  const [reading] = useReading();
  useEffect(() => applyReading(document.documentElement, reading), [reading]);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariables}
            colorSchemeManager={schemes}
            defaultColorScheme="auto"
          >
            <Shell />
          </MantineProvider>
        </ApiContext>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
