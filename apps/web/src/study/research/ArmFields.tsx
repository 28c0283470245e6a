import { Button, NumberInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { freeId } from "../new-protocol.ts";
import classes from "../Study.module.css";
import type { Draft } from "./use-draft.ts";

/** The arms to which chance gives people, and how many in a row are balanced. */
export function ArmFields({ draft: { protocol, change } }: { readonly draft: Draft }) {
  const { t } = useTranslation("study");
  const { arms, allocation, tasks } = protocol;
  return (
    <>
      {arms.map((arm, index) => (
        <div key={arm.id} className={classes.row}>
          <TextInput
            style={{ flex: "1 1 200px" }}
            label={t("plan.arm", { number: index + 1 })}
            maxLength={100}
            value={arm.name}
            onChange={(event) => {
              const name = event.currentTarget.value;
              change({ arms: arms.map((each) => (each.id === arm.id ? { ...each, name } : each)) });
            }}
          />
          {arms.length > 1 && (
            <Button
              variant="subtle"
              style={{ alignSelf: "end" }}
              aria-label={t("plan.removeArm", { name: arm.name })}
              onClick={() =>
                change({
                  arms: arms.filter(({ id }) => id !== arm.id),
                  tasks: tasks.map((task) => {
                    const { arms: only, ...rest } = task;
                    const left = only?.filter((id) => id !== arm.id) ?? [];
                    return left.length === 0 ? rest : { ...rest, arms: left };
                  }),
                })
              }
            >
              {t("plan.remove")}
            </Button>
          )}
        </div>
      ))}
      <div className={classes.row}>
        <Button
          variant="light"
          disabled={arms.length >= 12}
          onClick={() =>
            change({
              arms: [
                ...arms,
                {
                  id: freeId(
                    "arm1",
                    arms.map(({ id }) => id),
                  ),
                  name: "",
                },
              ],
            })
          }
        >
          {t("plan.addArm")}
        </Button>
      </div>
      {arms.length > 1 && (
        <NumberInput
          label={t("plan.block")}
          description={t("plan.blockHelp")}
          maw={300}
          min={1}
          max={200}
          allowDecimal={false}
          value={allocation.block}
          onChange={(block) => change({ allocation: { ...allocation, block: Math.max(1, Number(block)) } })}
        />
      )}
    </>
  );
}
