import { Input, SegmentedControl, Switch } from "@mantine/core";
import { Section } from "../settings/Section.tsx";
import { TEXT_SIZES } from "./reading.ts";
import { canSpeak } from "./speech.ts";
import { useReading } from "./use-reading.ts";
import { useReadingTexts } from "./use-reading-texts.ts";

/** Large letters, strong contrast, a slow pace, and answers read aloud. */
export function ReadingSettings() {
  const { t } = useReadingTexts();
  const [reading, choose] = useReading();
  return (
    <Section title={t("title")} lead={t("lead")}>
      <div>
        <Input.Label component="div" mb={6} size="md" id="reading-size">
          {t("size")}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="reading-size"
          fullWidth
          radius="xl"
          size="md"
          value={reading.size}
          onChange={(value) =>
            choose({ ...reading, size: TEXT_SIZES.find((size) => size === value) ?? "normal" })
          }
          data={TEXT_SIZES.map((value) => ({ value, label: t(`sizes.${value}`) }))}
        />
      </div>
      {(["contrast", "slow", "spoken"] as const).map((wish) => (
        <Switch
          key={wish}
          size="md"
          label={t(wish)}
          {...(wish === "spoken" && !canSpeak() ? { description: t("spokenNone"), disabled: true } : {})}
          checked={reading[wish]}
          onChange={(event) => choose({ ...reading, [wish]: event.currentTarget.checked })}
        />
      ))}
    </Section>
  );
}
