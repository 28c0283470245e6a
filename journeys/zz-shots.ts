import { openJourney } from "/work/wt/tutor/journeys/support/journey.ts";
const j = await openJourney();
const owner = await j.visit();
await owner.page.goto(j.server.signInUrl);
await owner.page.waitForURL(/\/(?:#.*)?$/u);
for (const [name, hash] of [["connections","#/tutor/connections"],["voice","#/calm/voice"],["classes","#/tutor/classes"]] as const) {
  await owner.page.goto("/" + hash); await owner.page.waitForTimeout(1500);
  await owner.page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: false });
}
const t = await j.visit();
const post = async (v: any, path: string, data: object) => (await v.context.request.post(path, { data })).json();
const { class: k } = await post(t, "/api/classes", { title: "7b", language: "en", course: "fractions" });
const { token } = await post(t, `/api/classes/${k.id}/invitation`, {});
for (let i = 0; i < 6; i++) {
  const v = await j.visit();
  const { session } = await post(v, "/api/classes/join", { token, language: "en", showsProgress: i === 0, sharesFeelings: true, ...(i === 0 ? { name: "Ada" } : {}) });
  const acts = [{ kind: "task-asked" }, { kind: "answered", itemId: "read-1", answer: "2/5" }, ...Array.from({ length: 5 }, () => ({ kind: "felt", feeling: i % 3 ? "engaged" : "confused" }))];
  for (const a of acts) await v.context.request.post(`/api/sessions/${session.id}/events`, { data: a });
  await v.context.close();
}
await t.page.goto(`/#/tutor/class-${k.id}`); await t.page.waitForTimeout(2500);
await t.page.screenshot({ path: "/tmp/shots/class.png" });
await t.page.setViewportSize({ width: 360, height: 1500 }); await t.page.emulateMedia({ colorScheme: "dark" });
await t.page.waitForTimeout(500); await t.page.screenshot({ path: "/tmp/shots/class-dark.png" });
const l = await j.visit({ locale: "de-DE" });
await l.page.goto(`/#/tutor/join-${token}`); await l.page.waitForTimeout(1500);
await l.page.getByRole("switch", { name: "Meiner Lehrkraft" }).click();
await l.page.screenshot({ path: "/tmp/shots/join.png" });
await l.page.getByLabel("Der Name").fill("Ben"); await l.page.getByRole("button", { name: "Der Klasse beitreten" }).click();
await l.page.getByText("Deine Klasse: 7b").click(); await l.page.getByText("Dein Lernnachweis").click(); await l.page.waitForTimeout(800);
await l.page.setViewportSize({ width: 1280, height: 1500 }); await l.page.waitForTimeout(300);
await l.page.screenshot({ path: "/tmp/shots/place.png" });
await j.close();
