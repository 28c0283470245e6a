import { Button } from "@mantine/core";
import { IconHome, IconPlus, IconSettings } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Brand } from "../app/Brand.tsx";
import { SessionList } from "./SessionList.tsx";
import classes from "./Sidebar.module.css";

/** Conversations, a new one, and the way to the settings. `plain` leaves out the name, where a drawer has it. */
export function Sidebar({
  onChosen,
  plain = false,
}: {
  readonly onChosen?: () => void;
  readonly plain?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.sidebar} data-plain={plain || undefined}>
      {!plain && <Brand />}
      <Button
        component="a"
        href="#/companion"
        variant="default"
        fullWidth
        justify="flex-start"
        leftSection={<IconPlus size={18} />}
        mt={plain ? 0 : "lg"}
        {...(onChosen ? { onClick: onChosen } : {})}
      >
        {t("sessions.new")}
      </Button>
      <SessionList {...(onChosen ? { onChosen } : {})} />
      <a className={classes.settings} href="#/" {...(onChosen ? { onClick: onChosen } : {})}>
        <IconHome size={19} stroke={1.6} aria-hidden="true" />
        {t("sessions.home")}
      </a>
      <a className={classes.settings} href="#/settings" {...(onChosen ? { onClick: onChosen } : {})}>
        <IconSettings size={19} stroke={1.6} aria-hidden="true" />
        {t("app.settings")}
      </a>
    </div>
  );
}
