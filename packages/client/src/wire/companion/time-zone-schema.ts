import { z } from "zod";

/** A time zone that this machine knows, by its IANA name. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be an IANA time zone, such as "Europe/Berlin"' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
