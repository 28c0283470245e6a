import { ActionIcon, Group } from "@mantine/core";
import { IconMenu2, IconSettings, IconSparkles } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Brand } from "./Brand.tsx";
import { LanguageToggle } from "./LanguageToggle.tsx";
import { goTo } from "./route.ts";
import classes from "./TopBar.module.css";

/** What is on top at phone width and at the arrival. */
export function TopBar(props: {
  readonly overSky: boolean;
  /** The name and the way to the settings, where no sidebar shows them. */
  readonly withBrand: boolean;
  readonly onMenu?: () => void;
  readonly onPanel?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <nav
      className={classes.bar}
      data-no-print
      aria-label={t("app.bar")}
      data-over-sky={props.overSky || undefined}
    >
      {props.onMenu && (
        <ActionIcon size={44} color="gray" aria-label={t("app.menu")} onClick={props.onMenu}>
          <IconMenu2 size={22} />
        </ActionIcon>
      )}
      {props.withBrand && <Brand />}
      <Group gap={4} ml="auto" wrap="nowrap">
        {props.overSky && <LanguageToggle />}
        {props.onPanel && (
          <ActionIcon size={44} aria-label={t("understood.open")} onClick={props.onPanel}>
            <IconSparkles size={22} />
          </ActionIcon>
        )}
        {props.overSky && props.withBrand && (
          <ActionIcon size={44} aria-label={t("app.settings")} onClick={() => goTo({ kind: "settings" })}>
            <IconSettings size={21} stroke={1.6} />
          </ActionIcon>
        )}
      </Group>
    </nav>
  );
}
