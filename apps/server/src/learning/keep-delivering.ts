import { deliverGrades } from "../lti/deliver-grades.ts";
import { deliverRecords } from "./deliver-records.ts";
import type { DeliveryMeans } from "./deliver-records.ts";

const EVERY_MS = 15_000;

/** Tells other systems what learners agreed to, again and again. Returns how to stop. */
export function keepDelivering(means: DeliveryMeans): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    // A round that takes long is not overtaken by the next.
    running ??= deliverRecords(means)
      .then(() => deliverGrades(means))
      .catch((error: unknown) => means.log.failure("delivery", error))
      .finally(() => {
        running = undefined;
      });
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
