import { get, post, remove } from "./call.ts";
import type { CallOptions } from "./call.ts";
import { ask } from "./request.ts";
import type { Transport } from "./request.ts";
import type { NewPlatform, Platform, Roster } from "./wire.ts";
import { platformsSchema, rosterSchema } from "./wire/lti-schema.ts";

/** Learning platforms (LTI 1.3): registered by the owner. */
export interface PlatformsClient {
  list(options?: CallOptions): Promise<readonly Platform[]>;
  /** One with the same issuer and client is replaced. */
  add(platform: NewPlatform, options?: CallOptions): Promise<readonly Platform[]>;
  remove(id: string, options?: CallOptions): Promise<void>;
  /** The learners of the platform's course that one's class belongs to. */
  roster(classId: string, options?: CallOptions): Promise<Roster>;
}

/** Opens it; nothing is sent until a method is called. */
export function platformsOf(transport: Transport): PlatformsClient {
  const path = "/api/settings/lti-platforms";
  return {
    list: async (options) => (await ask(transport, get(path, options), platformsSchema)).platforms,
    add: async (platform, options) =>
      (await ask(transport, post(path, platform, options), platformsSchema)).platforms,
    remove: (id, options) => remove(transport, `${path}/${encodeURIComponent(id)}`, options),
    roster: (classId, options) =>
      ask(transport, get(`/api/classes/${encodeURIComponent(classId)}/roster`, options), rosterSchema),
  };
}
