import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api-context.ts";
import { useMe } from "../../api/queries.ts";
import { ExperienceFrame } from "../../experience/ExperienceFrame.tsx";
import { Platforms } from "./Platforms.tsx";
import { RecordStoreForm } from "./RecordStoreForm.tsx";

/** The owner's connections to a school's systems. */
export function ConnectionsPage() {
  const { t } = useTranslation("tutor");
  const me = useMe();
  const isOwner = me.data?.participant.role === "owner";
  return (
    <ExperienceFrame title={t("connect.title")} lead={t("connect.lead")}>
      {me.isSuccess && !isOwner && <p role="alert">{t("connect.ownerOnly")}</p>}
      {isOwner && <Store />}
      {isOwner && <Platforms />}
    </ExperienceFrame>
  );
}

function Store() {
  const { t } = useTranslation("tutor");
  const api = useApi();
  const store = useQuery({ queryKey: ["record-store"], queryFn: () => api.records.store() });
  if (store.isError) return <p role="alert">{t("class.load")}</p>;
  if (store.data === undefined) return <p>{t("class.loading")}</p>;
  return <RecordStoreForm key={JSON.stringify(store.data)} saved={store.data} />;
}
