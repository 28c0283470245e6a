import type { QuestionnaireTask } from "@openempathic/experiences/study";
import classes from "../Study.module.css";
import type { TaskFormProps } from "./task-form-props.ts";

/** A questionnaire: every item with its answers below it, so that it is the same on a phone. */
export function QuestionnaireForm({ task, values, onValues }: TaskFormProps<QuestionnaireTask>) {
  const { instrument } = task;
  return (
    <div className={classes.items} lang={instrument.language}>
      {instrument.instruction !== "" && <p className={classes.text}>{instrument.instruction}</p>}
      {instrument.items.map(({ id, text }) => (
        <fieldset key={id} className={classes.item}>
          <legend>{text}</legend>
          <div className={classes.answers}>
            {instrument.responses.map(({ value, label }) => (
              <label key={value} className={classes.answer}>
                <input
                  type="radio"
                  name={`${task.id}-${id}`}
                  checked={values[id] === value}
                  onChange={() => onValues({ [id]: value })}
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={classes.soft}>{instrument.citation}</p>
    </div>
  );
}
