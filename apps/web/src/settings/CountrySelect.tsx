import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
// ISO 3166-1 alpha-2, countries and a few territories with telephone systems of their own.
import codes from "./country-codes.json" with { type: "json" };

/** A searchable list of countries, named and sorted in the page's language. */
export function CountrySelect(props: {
  readonly label: string;
  readonly description: string;
  readonly value: string | undefined;
  readonly onChoose: (country: string | undefined) => void;
  readonly clearable?: boolean;
}) {
  const { t, i18n } = useTranslation();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "region" });
    return codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  }, [i18n.language]);
  return (
    <Select
      label={props.label}
      description={props.description}
      placeholder={t("crisis.countryPlaceholder")}
      data={countries}
      value={props.value ?? null}
      onChange={(value) => props.onChoose(value ?? undefined)}
      searchable
      clearable={props.clearable ?? false}
      clearButtonProps={{ "aria-label": t("settings.countryNone") }}
      maxDropdownHeight={260}
      size="md"
    />
  );
}
