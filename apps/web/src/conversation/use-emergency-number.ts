import { helplinesFor } from "@openempathic/govern";
import { useTranslation } from "react-i18next";

/** The emergency number of a country, or words for it where the country is unknown. */
export function useEmergencyNumber(country: string | undefined): string {
  const { t } = useTranslation();
  const lines = helplinesFor(country);
  return lines.country === undefined ? t("crisis.localEmergency") : lines.emergency;
}
