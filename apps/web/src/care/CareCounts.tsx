import { Table } from "@mantine/core";
import type { CareCounts as Counts } from "@openempathic/client";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/api-context.ts";
import { detailOf } from "../api/api.ts";
import { Section } from "../settings/Section.tsx";
import classes from "../settings/SettingsPage.module.css";
import { useCareTexts } from "./use-care-texts.ts";

/** How often crisis answers were given, for the owner's reports. */
export function CareCounts() {
  const { t } = useCareTexts();
  const api = useApi();
  const counts = useQuery({ queryKey: ["care-counts"], queryFn: () => api.careCounts() });
  return (
    <Section title={t("title")} lead={t("lead")}>
      {counts.isError && (
        <p role="alert" className={classes.result} data-bad>
          {t("failed", { detail: detailOf(counts.error) })}
        </p>
      )}
      {counts.data?.months.length === 0 && <p className={classes.soft}>{t("none")}</p>}
      {counts.data?.months.map((month) => (
        <MonthTable key={month.month} month={month} />
      ))}
    </Section>
  );
}

const LEVELS = ["passive", "active", "imminent"] as const;

function MonthTable({ month }: { readonly month: Counts["months"][number] }) {
  const { t, i18n } = useCareTexts();
  const name = new Date(`${month.month}-15T12:00:00Z`).toLocaleDateString(i18n.language, {
    month: "long",
    year: "numeric",
  });
  const countries = new Intl.DisplayNames(i18n.language, { type: "region" });
  const levelName = (level: string) => {
    const known = LEVELS.find((each) => each === level);
    return known === undefined ? level : t(`levels.${known}`);
  };
  return (
    <div>
      <h3 style={{ margin: 0 }}>{name}</h3>
      <p className={classes.soft}>
        {month.answers === null ? t("totalHidden") : t("total", { count: month.answers })}
        {month.hasSmallGroups && ` ${t("small")}`}
      </p>
      {month.groups.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("level")}</Table.Th>
              <Table.Th>{t("step")}</Table.Th>
              <Table.Th>{t("country")}</Table.Th>
              <Table.Th>{t("answers")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {month.groups.map(({ level, step, country, answers }) => (
              <Table.Tr key={`${level} ${step} ${country}`}>
                <Table.Td>{levelName(level)}</Table.Td>
                <Table.Td>{step}</Table.Td>
                <Table.Td>{country === "" ? t("countryNone") : countries.of(country)}</Table.Td>
                <Table.Td>{answers}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
