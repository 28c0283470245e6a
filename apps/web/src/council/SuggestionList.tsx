import { Button } from "@mantine/core";
import { suggestionsFor } from "@openempathic/experiences/council";
import type { Suggestion, SuggestionTopic } from "@openempathic/experiences/council";
import { IconBulb } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCouncil } from "./council-context.ts";
import classes from "./Council.module.css";

/** Asks for suggestions about something and shows them, each marked as a guess, to be taken or left. */
export function SuggestionList(props: {
  readonly topic: SuggestionTopic;
  readonly onTake: (suggestion: Suggestion) => void;
}) {
  const { t } = useTranslation("council");
  const { state, send } = useCouncil();
  const { topic, onTake } = props;
  const key = JSON.stringify(topic);
  const { waiting, source, modelTrouble, open } = suggestionsFor(
    state,
    (each) => JSON.stringify(each) === key,
  );
  const lead =
    source === "language-model"
      ? t("suggest.byModel")
      : modelTrouble === undefined
        ? t("suggest.byList")
        : t("suggest.byListTrouble", { trouble: modelTrouble });
  return (
    <>
      <div className={classes.row} style={{ marginTop: 18 }}>
        <Button
          variant="subtle"
          leftSection={<IconBulb size={18} />}
          loading={waiting}
          onClick={() => void send({ kind: "suggestion-asked", topic })}
        >
          {t(`suggest.${topic.kind}`)}
        </Button>
      </div>
      <div aria-live="polite">
        {waiting && <p className={classes.soft}>{t("suggest.waiting")}</p>}
        {source !== undefined && !waiting && (
          <div className={classes.suggestions}>
            <p>{open.length === 0 ? t("suggest.none") : lead}</p>
            <ul>
              {open.map((suggestion) => (
                <li key={suggestion.suggestionId}>
                  <div className={classes.suggestionWords}>
                    {suggestion.text}
                    {suggestion.why !== undefined && <div className={classes.soft}>{suggestion.why}</div>}
                  </div>
                  <Button
                    size="compact-md"
                    variant="light"
                    aria-label={t("suggest.takeName", { text: suggestion.text })}
                    onClick={() => onTake(suggestion)}
                  >
                    {t("suggest.take")}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="subtle"
                    aria-label={t("suggest.leaveName", { text: suggestion.text })}
                    onClick={() =>
                      void send({ kind: "suggestion-declined", suggestionId: suggestion.suggestionId })
                    }
                  >
                    {t("suggest.leave")}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
