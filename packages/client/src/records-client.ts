import { get, post, remove } from "./call.ts";
import type { CallOptions } from "./call.ts";
import { ask } from "./request.ts";
import type { Transport } from "./request.ts";
import type { NewRecordStore, RecordSharing, RecordStore } from "./wire.ts";
import { recordSharingSchema, recordStoreSchema, statementsSchema } from "./wire/record-schema.ts";

/** What of a tutor's session is told to a learning record store: never how it felt. */
export interface RecordsClient {
  /** The statements of one's own session, whether or not they are sent anywhere. */
  statements(sessionId: string, options?: CallOptions): Promise<readonly object[]>;
  sharing(sessionId: string, options?: CallOptions): Promise<RecordSharing>;
  /** Agrees that the session is told to the connected store. */
  agree(sessionId: string, options?: CallOptions): Promise<RecordSharing>;
  /** Nothing further is told. */
  stop(sessionId: string, options?: CallOptions): Promise<void>;
  store(options?: CallOptions): Promise<RecordStore>;
  saveStore(store: NewRecordStore, options?: CallOptions): Promise<RecordStore>;
  removeStore(options?: CallOptions): Promise<void>;
}

/** Opens it; nothing is sent until a method is called. */
export function recordsOf(transport: Transport): RecordsClient {
  const path = (id: string, part: string): string => `/api/sessions/${encodeURIComponent(id)}/${part}`;
  const setting = "/api/settings/record-store";
  return {
    statements: (id, options) => ask(transport, get(path(id, "xapi"), options), statementsSchema),
    sharing: (id, options) => ask(transport, get(path(id, "record-sharing"), options), recordSharingSchema),
    agree: (id, options) =>
      ask(
        transport,
        { ...post(path(id, "record-sharing"), {}, options), method: "PUT" },
        recordSharingSchema,
      ),
    stop: (id, options) => remove(transport, path(id, "record-sharing"), options),
    store: (options) => ask(transport, get(setting, options), recordStoreSchema),
    saveStore: (store, options) =>
      ask(transport, { ...post(setting, store, options), method: "PUT" }, recordStoreSchema),
    removeStore: (options) => remove(transport, setting, options),
  };
}
