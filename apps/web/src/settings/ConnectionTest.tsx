import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api-context.ts";
import { detailOf, type LanguageModelInput, type LanguageModelTest } from "../api/api.ts";
import classes from "./SettingsPage.module.css";

/** Tries a connection before or after it is saved, and says in a sentence what came of it. */
export function ConnectionTest(props: {
  readonly input: LanguageModelInput;
  readonly disabled: boolean;
  /** The form's other buttons, which stand in the same row. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const test = useMutation({ mutationFn: () => api.testLanguageModel(props.input) });
  const said = test.data === undefined ? undefined : <Outcome result={test.data} />;
  return (
    <>
      <div className={classes.row}>
        {props.children}
        <Button
          variant="light"
          disabled={props.disabled}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t("model.test")}
        </Button>
      </div>
      <div role="status">
        {said}
        {test.isError && (
          <p className={classes.result} data-bad>
            {t("model.notOk", { detail: detailOf(test.error) })}
          </p>
        )}
      </div>
    </>
  );
}

function Outcome({ result }: { readonly result: LanguageModelTest }) {
  const { t } = useTranslation();
  const models = result.models ?? [];
  return (
    <p className={classes.result} data-bad={result.ok ? undefined : true}>
      {result.ok
        ? result.latencyMs === undefined
          ? t("model.okPlain")
          : t("model.ok", { ms: Math.round(result.latencyMs) })
        : t("model.notOk", { detail: result.detail })}{" "}
      {models.length > 0 && t("model.models", { models: models.slice(0, 12).join(", ") })}
    </p>
  );
}
