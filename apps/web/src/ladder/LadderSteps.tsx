import { Accordion } from "@mantine/core";
import {
  IconArrowsSplit2,
  IconHelpHexagon,
  IconMessage2,
  IconNotebook,
  IconUsers,
} from "@tabler/icons-react";
import { Barriers } from "./Barriers.tsx";
import classes from "./LadderSteps.module.css";
import { SafetyPlanEditor } from "./SafetyPlanEditor.tsx";
import { TrustedMessage } from "./TrustedMessage.tsx";
import { useLadderTexts } from "./use-ladder-texts.ts";

/**
 * What helps beyond numbers to call, as rungs that can be opened: being with somebody, distance, what stands in the
 * way of help, a message to somebody trusted, a plan for hard hours. Nothing in it leaves the device.
 */
export function LadderSteps() {
  const { t } = useLadderTexts();
  return (
    <section className={classes.ladder} aria-label={t("title")}>
      <h4 className={classes.title}>{t("title")}</h4>
      <p className={classes.lead}>{t("lead")}</p>
      <Accordion order={5} variant="separated" radius="md" chevronSize={18}>
        <Accordion.Item value="near">
          <Accordion.Control icon={<IconUsers size={20} stroke={1.6} aria-hidden="true" />}>
            {t("near.title")}
          </Accordion.Control>
          <Accordion.Panel>
            <p>{t("near.why")}</p>
            <p>{t("near.how")}</p>
            <p className={classes.say}>{t("near.say")}</p>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="distance">
          <Accordion.Control icon={<IconArrowsSplit2 size={20} stroke={1.6} aria-hidden="true" />}>
            {t("distance.title")}
          </Accordion.Control>
          <Accordion.Panel>
            <p>{t("distance.how")}</p>
            <p>{t("distance.why")}</p>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="barriers">
          <Accordion.Control icon={<IconHelpHexagon size={20} stroke={1.6} aria-hidden="true" />}>
            {t("barriers.title")}
          </Accordion.Control>
          <Accordion.Panel>
            <Barriers />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="message">
          <Accordion.Control icon={<IconMessage2 size={20} stroke={1.6} aria-hidden="true" />}>
            {t("message.title")}
          </Accordion.Control>
          <Accordion.Panel>
            <TrustedMessage />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="plan">
          <Accordion.Control icon={<IconNotebook size={20} stroke={1.6} aria-hidden="true" />}>
            {t("plan.title")}
          </Accordion.Control>
          <Accordion.Panel>
            <p>{t("plan.lead")}</p>
            <SafetyPlanEditor />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}
