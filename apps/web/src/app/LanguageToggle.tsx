import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** English or German, at once. */
export function LanguageToggle() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t("settings.language")}
      size="sm"
      radius="xl"
      value={i18n.language}
      onChange={(language) => void i18n.changeLanguage(language)}
      data={[
        { value: "en", label: "EN" },
        { value: "de", label: "DE" },
      ]}
    />
  );
}
