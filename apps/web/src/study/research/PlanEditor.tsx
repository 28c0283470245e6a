import { Button, NumberInput, Select, TextInput, Textarea } from "@mantine/core";
import { checkProtocol, studyProtocolSchema } from "@openempathic/experiences/study";
import type { ProtocolFault, StudyProtocol } from "@openempathic/experiences/study";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../Study.module.css";
import { ArmFields } from "./ArmFields.tsx";
import { ProtocolFaults } from "./ProtocolFaults.tsx";
import { SamplingFields } from "./SamplingFields.tsx";
import { TaskList } from "./TaskList.tsx";
import type { Draft } from "./use-draft.ts";

/** A study as it is laid down, until it is frozen. */
export function PlanEditor({
  draft,
  onFreeze,
}: {
  readonly draft: Draft;
  readonly onFreeze: () => Promise<void>;
}) {
  const { t } = useTranslation("study");
  const { protocol, change } = draft;
  const consent = protocol.consents.at(-1) ?? { version: "1", text: "" };
  const setConsent = (fields: Partial<typeof consent>) =>
    change({ consents: [...protocol.consents.slice(0, -1), { ...consent, ...fields }] });
  return (
    <>
      <section className={classes.card} aria-labelledby="plan-about">
        <h2 id="plan-about">{t("plan.about")}</h2>
        <div className={classes.fields}>
          <Field draft={draft} field="title" label={t("plan.title")} />
          <div className={classes.pair}>
            <Field draft={draft} field="version" label={t("plan.version")} />
            <Select
              label={t("plan.language")}
              allowDeselect={false}
              data={[
                { value: "en", label: "English" },
                { value: "de", label: "Deutsch" },
              ]}
              value={protocol.language}
              onChange={(language) => change({ language: language === "de" ? "de" : "en" })}
            />
          </div>
          <Field draft={draft} field="contact" label={t("plan.contact")} help={t("plan.contactHelp")} />
          <Field draft={draft} field="ethics" label={t("plan.ethics")} help={t("plan.ethicsHelp")} />
        </div>
      </section>
      <section className={classes.card} aria-labelledby="plan-consent">
        <h2 id="plan-consent">{t("plan.consent")}</h2>
        <div className={classes.fields}>
          <Textarea
            label={t("plan.consentText")}
            description={t("plan.consentHelp")}
            autosize
            minRows={4}
            maxRows={18}
            maxLength={20_000}
            value={consent.text}
            onChange={(event) => setConsent({ text: event.currentTarget.value })}
          />
          <TextInput
            label={t("plan.consentVersion")}
            maw={240}
            maxLength={60}
            value={consent.version}
            onChange={(event) => setConsent({ version: event.currentTarget.value })}
          />
        </div>
      </section>
      <TaskList
        title={t("plan.tasks")}
        lead={t("plan.tasksLead")}
        tasks={protocol.tasks}
        protocol={protocol}
        onTasks={(tasks) => change({ tasks })}
      />
      <section className={classes.card} aria-labelledby="plan-chance">
        <h2 id="plan-chance">{t("plan.chance")}</h2>
        <div className={classes.fields}>
          <ArmFields draft={draft} />
          <Select
            label={t("plan.order")}
            description={t("plan.orderHelp")}
            allowDeselect={false}
            data={(["fixed", "shuffled", "latin-square"] as const).map((order) => ({
              value: order,
              label: t(`plan.orders.${order}`),
            }))}
            value={protocol.order}
            onChange={(order) => change({ order: order ?? "fixed" })}
          />
          <NumberInput
            label={t("plan.seed")}
            description={t("plan.seedHelp")}
            maw={300}
            min={0}
            max={4_294_967_295}
            allowDecimal={false}
            value={protocol.allocation.seed}
            onChange={(seed) => change({ allocation: { ...protocol.allocation, seed: Number(seed) } })}
          />
        </div>
      </section>
      <SamplingFields draft={draft} />
      <Freeze protocol={protocol} onFreeze={onFreeze} />
    </>
  );
}

function Field(props: {
  readonly draft: Draft;
  readonly field: "title" | "version" | "contact" | "ethics";
  readonly label: string;
  readonly help?: string;
}) {
  const { draft, field, label, help } = props;
  return (
    <TextInput
      label={label}
      description={help}
      maxLength={300}
      value={draft.protocol[field]}
      onChange={(event) => draft.change({ [field]: event.currentTarget.value })}
    />
  );
}

function Freeze({
  protocol,
  onFreeze,
}: {
  readonly protocol: StudyProtocol;
  readonly onFreeze: () => Promise<void>;
}) {
  const { t } = useTranslation("study");
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const faults = faultsOf(protocol);
  const go = () => {
    setBusy(true);
    void onFreeze().finally(() => setBusy(false));
  };
  return (
    <section className={classes.card} aria-labelledby="plan-freeze">
      <h2 id="plan-freeze">{t("freeze.title")}</h2>
      <p>{t("freeze.lead")}</p>
      <div role="status">
        {faults.length > 0 ? (
          <div className={classes.alert}>
            <p>{t("freeze.faults")}</p>
            <ProtocolFaults faults={faults} />
          </div>
        ) : (
          <p className={classes.note}>{t("freeze.ready")}</p>
        )}
      </div>
      <div className={`${classes.row} ${classes.after}`}>
        {isSure ? (
          <Button loading={isBusy} disabled={faults.length > 0} onClick={go}>
            {t("freeze.sure")}
          </Button>
        ) : (
          <Button disabled={faults.length > 0} onClick={() => setSure(true)}>
            {t("freeze.freeze")}
          </Button>
        )}
      </div>
    </section>
  );
}

function faultsOf(protocol: StudyProtocol): readonly ProtocolFault[] {
  const shaped = studyProtocolSchema.safeParse(protocol);
  if (shaped.success) return checkProtocol(protocol);
  return shaped.error.issues.map(({ path, message }) => ({ path: path.join("."), reason: message }));
}
