import classes from "./Choices.module.css";

/** One of a few: radio buttons that look like chips. */
export function Choices<Value extends string | number>(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}) {
  const { legend, name, value, options, onChoose } = props;
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      <div className={classes.row}>
        {options.map((option) => (
          <label key={option.value} className={classes.choice}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
