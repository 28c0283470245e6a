import { consort } from "../analysis/consort.ts";
import { ceilings, convergence } from "../analysis/objectivity.ts";
import { scaleReliabilities } from "../analysis/reliability.ts";
import { retests } from "../analysis/retest.ts";
import { samplingFates } from "../analysis/sampling-fates.ts";
import type { StudyData } from "../analysis/study-data.ts";
import { consortPicture } from "./consort-picture.ts";
import { figureText } from "./figure-text.ts";
import { intervalPicture } from "./interval-picture.ts";
import { escapeXml, pictureSvg } from "./picture.ts";
import type { Picture } from "./picture.ts";
import { reportWords } from "./report-words.ts";
import type { ReportWords } from "./report-words.ts";
import { scatterPicture } from "./scatter-picture.ts";

const STYLE = `body{font:16px/1.55 system-ui,sans-serif;color:#2b2a33;max-width:860px;margin:40px auto;padding:0 20px}
h1{font-weight:500;line-height:1.2}h2{margin-top:2.2em;font-weight:600}h3{margin-top:1.6em}
table{border-collapse:collapse;width:100%;margin:1em 0}th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid #dcd9e2}
svg{max-width:100%;height:auto}.soft{color:#5e5c6b}.note{padding:10px 16px;background:#fbeee7;border-radius:8px}
.pair{display:flex;flex-wrap:wrap;gap:20px}code{overflow-wrap:anywhere}@media print{body{margin:0}}`;

/**
 * A study's report as one HTML file with everything in it: the flow of participants, how far its scores can be relied
 * on, what was measured twice, and how objective the readings of texts are; each figure with its interval, or with why
 * there is none. No script, nothing from elsewhere.
 */
export function studyReport(data: StudyData): string {
  const { protocol, hash, simulated } = data;
  const { language } = protocol;
  const words = reportWords(language);
  const body = [
    `<h1>${escapeXml(protocol.title)}</h1>`,
    simulated === true ? `<p class="note">${words.simulated}</p>` : "",
    `<p class="soft">${escapeXml(words.protocol.replace("{version}", protocol.version))} <code>${hash}</code></p>`,
    `<h2>${words.flow}</h2><p>${words.flowLead}</p>`,
    pictureSvg(consortPicture(consort(data), language)),
    reliabilityPart(data, words),
    retestPart(data, words),
    samplingPart(data, words),
    `<h2>${words.objectivity}</h2><p>${words.objectivityLead}</p>`,
    convergencePart(data, words),
    ceilingPart(data, words),
  ];
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeXml(protocol.title)}</title><style>${STYLE}</style></head><body>\n${body.filter((part) => part !== "").join("\n")}\n</body></html>\n`;
}

function reliabilityPart(data: StudyData, words: ReportWords): string {
  const scales = scaleReliabilities(data);
  const { language } = data.protocol;
  const figures = scales.flatMap(({ name, alpha, omega }) => [
    { name: `${name}, ${words.alpha}`, figure: alpha },
    { name: `${name}, ${words.omega}`, figure: omega },
  ]);
  return part(
    { title: words.reliability, lead: words.reliabilityLead, level: 2 },
    scales.length === 0
      ? none(words)
      : drawn(intervalPicture(figures, words.reliability)) +
          table(
            [words.score, words.people, words.alpha, words.omega, words.error, words.detectable],
            scales.map(({ name, complete, finished, alpha, omega, error, detectable }) => [
              name,
              `${String(complete)} / ${String(finished)}`,
              ...[alpha, omega, error, detectable].map((figure) => figureText(figure, language)),
            ]),
          ),
  );
}

function retestPart(data: StudyData, words: ReportWords): string {
  const found = retests(data);
  const { language } = data.protocol;
  if (found.length === 0) return "";
  const pictures = found.map(({ name, pairs }) =>
    drawn(
      scatterPicture({
        pairs,
        across: words.first,
        up: words.second,
        label: `${name}: ${words.first}, ${words.second}`,
      }),
    ),
  );
  return part(
    { title: words.retest, lead: words.retestLead, level: 2 },
    `<div class="pair">${pictures.join("")}</div>${table(
      [words.measure, words.people, "ICC(2,1)", words.error, words.detectable, words.changed],
      found.map(({ name, pairs, icc, error, detectable, changed }) => [
        name,
        String(pairs.length),
        ...[icc, error, detectable].map((figure) => figureText(figure, language)),
        changed === undefined
          ? "–"
          : `${words.up} ${String(changed.up)}, ${words.down} ${String(changed.down)}, ${words.same} ${String(changed.none)}`,
      ]),
    )}`,
  );
}

function samplingPart(data: StudyData, words: ReportWords): string {
  const fates = samplingFates(data);
  if (fates === undefined) return "";
  const share = fates.answeredShare === undefined ? "–" : `${(100 * fates.answeredShare).toFixed(0)} %`;
  return part(
    { title: words.sampling, lead: words.samplingLead.replace("{share}", share), level: 2 },
    table(Object.values(words.fates), [
      Object.keys(words.fates).map((fate) => String(fates.counts[fate as keyof typeof fates.counts])),
    ]),
  );
}

function convergencePart(data: StudyData, words: ReportWords): string {
  const { language } = data.protocol;
  if (!data.protocol.tasks.some(({ kind }) => kind === "own-text")) {
    return part({ title: words.convergence, lead: "", level: 3 }, none(words));
  }
  const found = convergence(data);
  const pictures = found.map(({ name, pairs }) =>
    drawn(
      scatterPicture({
        pairs,
        across: words.selfReport,
        up: `${name}: ${words.model}`,
        label: `${name}: ${words.selfReport}, ${words.model}`,
        range: [-1, 1],
      }),
    ),
  );
  const models = found[0]?.models ?? [];
  return part(
    { title: words.convergence, lead: words.convergenceLead, level: 3 },
    `<div class="pair">${pictures.join("")}</div>${table(
      [words.measure, words.assessed, words.correlation, words.concordance],
      found.map(({ name, texts, assessed, correlation, concordance }) => [
        name,
        `${String(assessed)} / ${String(texts)}`,
        figureText(correlation, language),
        figureText(concordance, language),
      ]),
    )}${models.length === 0 ? "" : `<p class="soft">${words.models}: ${models.map((model) => `<code>${escapeXml(model)}</code>`).join(", ")}</p>`}`,
  );
}

function ceilingPart(data: StudyData, words: ReportWords): string {
  const { language } = data.protocol;
  const found = ceilings(data);
  const figures = found.flatMap(({ name, human, model }) => [
    { name: `${name}, ${words.oneHuman}`, figure: human },
    { name: `${name}, ${words.model}`, figure: model },
  ]);
  return part(
    { title: words.ceiling, lead: words.ceilingLead, level: 3 },
    found.length === 0
      ? none(words)
      : drawn(intervalPicture(figures, words.ceiling)) +
          table(
            [words.measure, words.people, words.oneHuman, words.model, words.difference],
            found.map(({ name, raters, human, model, difference }) => [
              name,
              String(raters),
              ...[human, model, difference].map((figure) => figureText(figure, language)),
            ]),
          ),
  );
}

function part(
  { title, lead, level }: { readonly title: string; readonly lead: string; readonly level: 2 | 3 },
  content: string,
): string {
  return `<h${level}>${title}</h${level}>${lead === "" ? "" : `<p>${lead}</p>`}${content}`;
}

function none(words: ReportWords): string {
  return `<p class="soft">${words.nothing}</p>`;
}

function drawn(picture: Picture | undefined): string {
  return picture === undefined ? "" : pictureSvg(picture);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: "th" | "td", row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}
