import { IconCloudOff } from "@tabler/icons-react";
import { useNetwork } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/use-session.ts";
import classes from "./ConnectionBanner.module.css";

/** Says when the connection is gone and that nothing is lost; says nothing while all is well. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const { snapshot } = useSession();
  const { online } = useNetwork();
  const lost = snapshot.connection === "lost";
  return (
    <div role="status" className={classes.place}>
      {(lost || !online) && (
        <p className={classes.banner}>
          <IconCloudOff size={18} stroke={1.6} aria-hidden="true" />
          {t(online ? "connection.lost" : "connection.offline")}
        </p>
      )}
    </div>
  );
}
