import { Input, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CountrySelect } from "./CountrySelect.tsx";
import { chooseCountry, chosenCountry } from "./preferences.ts";
import { Section } from "./Section.tsx";

const SCHEMES: readonly MantineColorScheme[] = ["auto", "light", "dark"];

/** Language, day or night, and the country for lines of help. */
export function AppearanceSettings() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [country, setCountry] = useState(chosenCountry);
  return (
    <Section title={t("settings.appearance")}>
      <div>
        <Input.Label component="div" mb={6} size="md" id="settings-language">
          {t("settings.language")}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="settings-language"
          fullWidth
          radius="xl"
          size="md"
          value={i18n.language}
          onChange={(language) => void i18n.changeLanguage(language)}
          data={[
            { value: "en", label: <span lang="en">English</span> },
            { value: "de", label: <span lang="de">Deutsch</span> },
          ]}
        />
      </div>
      <div>
        <Input.Label component="div" mb={6} size="md" id="settings-theme">
          {t("settings.theme")}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="settings-theme"
          fullWidth
          radius="xl"
          size="md"
          value={colorScheme}
          onChange={(scheme) => setColorScheme(SCHEMES.find((each) => each === scheme) ?? "auto")}
          data={SCHEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        />
      </div>
      <CountrySelect
        label={t("settings.country")}
        description={t("settings.countryHelp")}
        value={country}
        clearable
        onChoose={(chosen) => {
          chooseCountry(chosen);
          setCountry(chosen);
        }}
      />
    </Section>
  );
}
