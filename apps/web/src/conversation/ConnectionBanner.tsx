import { IconCloudOff } from "@tabler/icons-react";
import { useNetwork } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import classes from "./ConnectionBanner.module.css";

/** Says when the connection is gone and that nothing is lost; says nothing while all is well. */
export function ConnectionBanner({
  connection,
}: {
  readonly connection: "connecting" | "open" | "lost" | undefined;
}) {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const lost = connection === "lost";
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
