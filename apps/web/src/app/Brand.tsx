import { useTranslation } from "react-i18next";
import classes from "./Brand.module.css";
import { Orb } from "./Orb.tsx";

/** The name with its mark; leads to the start. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <a className={`${classes.brand ?? ""} oe-serif`} href="#/">
      <Orb size={18} />
      {t("app.name")}
    </a>
  );
}
