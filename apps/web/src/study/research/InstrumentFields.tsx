import { NumberInput, TextInput } from "@mantine/core";
import type { Instrument } from "@openempathic/experiences/study";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";

/** A questionnaire: its items to look through, or, in a template, to fill in by whoever holds the rights. */
export function InstrumentFields(props: {
  readonly instrument: Instrument;
  readonly onInstrument: (instrument: Instrument) => void;
}) {
  const { t } = useTranslation("study");
  const { instrument, onInstrument } = props;
  const { citation, licence, items, responses, scales, template } = instrument;
  return (
    <>
      <p className={classes.soft}>
        {citation} · {licence}
      </p>
      {instrument.safety !== undefined && <p className={classes.note}>{t("instrument.safety")}</p>}
      {template === true ? (
        <>
          <p className={classes.note}>{t("instrument.template")}</p>
          {items.map((item, index) => (
            <TextInput
              key={item.id}
              label={t(item.reversed === true ? "instrument.itemReversed" : "instrument.item", {
                number: index + 1,
              })}
              maxLength={2_000}
              value={item.text}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onInstrument({
                  ...instrument,
                  items: items.map((each) => (each.id === item.id ? { ...each, text } : each)),
                });
              }}
            />
          ))}
          {responses.map((response, index) => (
            <TextInput
              key={response.value}
              label={t("instrument.response", { value: response.value })}
              maxLength={300}
              value={response.label}
              onChange={(event) => {
                const label = event.currentTarget.value;
                onInstrument({
                  ...instrument,
                  responses: responses.map((each, place) => (place === index ? { ...each, label } : each)),
                });
              }}
            />
          ))}
        </>
      ) : (
        <details>
          <summary>{t("instrument.items", { count: items.length })}</summary>
          <ol>
            {items.map(({ id, text, reversed }) => (
              <li key={id}>
                {text}{" "}
                {reversed === true && <small className={classes.soft}>({t("instrument.reversed")})</small>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {scales.map((scale) => (
        <NumberInput
          key={scale.id}
          label={t("instrument.missing", { name: scale.name, count: scale.items.length })}
          maw={420}
          min={0}
          max={scale.items.length - 1}
          allowDecimal={false}
          value={scale.mostMissing}
          onChange={(most) =>
            onInstrument({
              ...instrument,
              scales: scales.map((each) =>
                each.id === scale.id ? { ...each, mostMissing: Number(most) } : each,
              ),
            })
          }
        />
      ))}
    </>
  );
}
