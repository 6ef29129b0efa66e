// Codes that are wrong, late, used up or superseded: each is told by what it is, and what is right still works where it should.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Person, pages } from "./person.js";
import { Sample } from "./sample.js";

let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

const other = (code) => String((Number(code) + 1) % 1000000).padStart(6, "0");

const waiting = async (policy, live) => {
  const context = await browser.newContext();
  try {
    const ada = new Person(await context.newPage(), sample.addresses[policy]);
    const surface = policy === "consistent" ? "web" : "mobileWeb";
    await ada.register(surface);
    await ada.settings(surface);
    if (policy !== "consistent") await ada.page.click("main [data-to='mobileWeb/addPhone']");
    await ada.submitNumber();
    if (policy !== "consistent") await ada.page.click("main [data-kind=hidden]");
    await live(ada, (await ada.codes())[0]);
  } finally {
    await context.close();
  }
};

const alert = (ada) => ada.page.locator("main [role=alert]").textContent();

test("a wrong code tells how many tries are left, and has the focus on what is wrong", () =>
  waiting("consistent", async (ada, code) => {
    await ada.typeCode(other(code));
    assert.match(await alert(ada), /4 tries left/);
    assert.ok(await ada.page.evaluate(() => document.activeElement.closest("main [role=alert]") !== null));
    assert.equal(await ada.page.locator("#code").getAttribute("aria-invalid"), "true");
    await ada.typeCode(code);
    assert.equal(await ada.screen(), "web/security");
  }));

test("too few digits and letters are told apart from a wrong code, and are not counted", () =>
  waiting("consistent", async (ada, code) => {
    for (const typed of ["123", "abcdef", ""]) {
      await ada.typeCode(typed);
      assert.equal(await ada.screen(), "web/code");
      assert.doesNotMatch(await alert(ada), /tries left/);
    }
    await ada.typeCode(` ${code.slice(0, 3)}-${code.slice(3)} `);
    assert.equal(await ada.screen(), "web/security");
  }));

test("a code that is used up is dead, also for who then types it right, until the lock is over and another one was sent", () =>
  waiting("consistent", async (ada, code) => {
    for (let tries = 0; tries < 5; tries++) await ada.typeCode(other(code));
    await ada.open(`${pages("web")}/screens/code`);
    assert.ok(await ada.page.locator("#code").isDisabled());
    // The field is closed. Who posts the form without it is told the same.
    const answer = await ada.form("ConfirmCode").evaluate(async (form, code) => {
      const fields = new FormData(form);
      fields.set("code", code);
      return await (await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(fields) })).text();
    }, code);
    assert.match(answer, /role="alert"[^]*Too many/);
    await ada.settings();
    assert.equal(await ada.state(), "PhonePending");
    sample.wait(120);
    await ada.open(`${pages("web")}/screens/code/not-received`);
    await ada.send(ada.form("ResendCode"));
    assert.notEqual((await ada.codes())[0], code);
    await ada.confirm();
    assert.equal(await ada.screen(), "web/security");
  }));

test("a late code is told to be over, and the next one works", () =>
  waiting("consistent", async (ada, code) => {
    sample.wait(11 * 60);
    await ada.typeCode(code);
    assert.equal(await ada.screen(), "web/code");
    assert.match(await ada.page.locator("main").textContent(), /expired|no longer|too old|over/i);
    await ada.open(`${pages("web")}/screens/code/not-received`);
    await ada.send(ada.form("ResendCode"));
    await ada.confirm();
    assert.equal(await ada.screen(), "web/security");
  }));

test("under consistent a message that is sent again has the same code", () =>
  waiting("consistent", async (ada, code) => {
    sample.wait(60);
    await ada.page.click("[data-part=not-received]");
    await ada.send(ada.form("ResendCode"));
    assert.deepEqual(await ada.codes(), [code, code]);
    await ada.typeCode(code);
    assert.equal(await ada.screen(), "web/security");
  }));

test("under twitter-2014 it has another one, and the first is told to be superseded", () =>
  waiting("twitter-2014", async (ada, code) => {
    sample.wait(60);
    await ada.page.click("[data-part=not-received]");
    await ada.send(ada.form("ResendCode"));
    const [newest] = await ada.codes();
    assert.notEqual(newest, code);
    await ada.typeCode(code);
    assert.match(await alert(ada), /replaced by a newer one/);
    await ada.typeCode(newest);
    assert.equal(await ada.screen(), "mobileWeb/home");
  }));
