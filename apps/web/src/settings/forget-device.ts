/** What a browser keeps for the site. */
export type DeviceStores = Pick<Window, "localStorage" | "sessionStorage" | "indexedDB">;

/** How everything begins that the site keeps on a device. */
const OURS = "open-empathic";

/**
 * Forgets all that this device keeps for the site: drafts, unsent messages, the plan for hard hours, how somebody likes
 * the page to be, and any database. What other pages of the same address keep stays.
 *
 * @param device the page's window
 */
export async function forgetDevice(device: DeviceStores): Promise<void> {
  for (const storage of [device.localStorage, device.sessionStorage]) {
    for (const name of Object.keys(storage).filter((each) => each.startsWith(OURS))) storage.removeItem(name);
  }
  const databases = await device.indexedDB.databases();
  const ours = databases.flatMap(({ name }) => (name?.startsWith(OURS) === true ? [name] : []));
  await Promise.all(ours.map((name) => deleteDatabase(device.indexedDB, name)));
}

function deleteDatabase(databases: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = databases.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // Another tab has it open: it goes as soon as that one lets go of it.
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`The database ${name} could not be deleted`));
  });
}
