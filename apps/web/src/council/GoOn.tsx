import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { detailOf } from "../api/api.ts";
import { useMe } from "../api/queries.ts";
import { goTo } from "../app/route.ts";
import { BeforeWeBegin } from "../experience/BeforeWeBegin.tsx";
import { newKey } from "../session/new-key.ts";
import classes from "./Council.module.css";

/** The way from a record that was checked into a council that goes on from it. */
export function GoOn({ text }: { readonly text: string }) {
  const { t } = useTranslation("council");
  const api = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const goOn = useMutation({
    mutationFn: async () => {
      const session = await api.continueSession("council", text);
      await api.line("council").postEvent(session.id, { kind: "notices-acknowledged" }, newKey());
      return session;
    },
    onSuccess: async ({ id }) => {
      goTo({ kind: "experience", experience: "council", sessionId: id });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  return (
    <div className={classes.after}>
      <BeforeWeBegin
        session={{ isBeginning: goOn.isPending, beginFailed: false }}
        label={t("verify.goOn")}
        disabled={!me.isSuccess}
        onBegin={() => goOn.mutate()}
      >
        <p className={classes.soft}>{t("verify.goOnHelp")}</p>
      </BeforeWeBegin>
      {goOn.isError && (
        <p role="alert" className={classes.careNote}>
          {t("verify.goOnFailed", { detail: detailOf(goOn.error) })}
        </p>
      )}
    </div>
  );
}
