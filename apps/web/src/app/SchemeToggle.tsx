import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Day or night, at once. */
export function SchemeToggle() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light", { getInitialValueInEffect: false }) === "dark";
  return (
    <ActionIcon
      size={44}
      aria-label={t(isDark ? "app.toLight" : "app.toDark")}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      {isDark ? (
        <IconSun size={21} stroke={1.6} aria-hidden="true" />
      ) : (
        <IconMoon size={21} stroke={1.6} aria-hidden="true" />
      )}
    </ActionIcon>
  );
}
