import { FILE_LIMIT, readCsv, readGift } from "@openempathic/experiences/tutor";
import type { CourseReading } from "@openempathic/experiences/tutor";
import type { Language } from "../i18n/start-i18n.ts";

/** Reads a course from a file of the person's own: CSV by its ending, GIFT otherwise. */
export async function readCourseFile(file: File, language: Language): Promise<CourseReading> {
  // A letter has at most four bytes; what is larger than that is not read into memory.
  if (file.size > 4 * FILE_LIMIT) return { kind: "faulty", faults: [{ line: 1, reason: "too-large" }] };
  const text = await file.text();
  const title = file.name.replace(/\.[^.]*$/u, "").slice(0, 200);
  return (/\.csv$/iu.test(file.name) ? readCsv : readGift)(text, { title, language });
}
