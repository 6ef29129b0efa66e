// What is done twice happens once: two tabs, the back button, reload, double clicks; and what was begun goes on after the server was killed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Person, pages } from "./person.js";
import { Sample } from "./sample.js";

let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

const alone = async (live) => {
  const context = await browser.newContext();
  try {
    const ada = new Person(await context.newPage(), sample.addresses.consistent);
    await ada.register();
    await ada.settings();
    await live(ada, context);
  } finally {
    await context.close();
  }
};

test("a page that is loaded again, and the way back, send nothing at any step", () =>
  alone(async (ada) => {
    const unsettle = async (messages) => {
      await ada.page.reload();
      await ada.page.goBack();
      await ada.page.goForward();
      await ada.page.reload();
      assert.equal(await ada.messages(), messages);
    };
    await unsettle(0);
    await ada.submitNumber();
    await unsettle(1);
    assert.equal(await ada.screen(), "web/code");
    await ada.typeCode("000000");
    // A page that answered a form is posted again: the same request, and so no second try.
    await ada.page.reload();
    assert.match(await ada.page.locator("main [role=alert]").textContent(), /4 tries left/);
    assert.equal(await ada.messages(), 1);
    await ada.page.goBack();
    assert.equal(await ada.screen(), "web/code");
    await ada.confirm();
    await unsettle(1);
    await ada.enable();
    await unsettle(1);
    assert.equal(await ada.state(), "VerificationEnabled");
    await ada.signOut();
    await ada.givePassword();
    await unsettle(2);
    assert.match(ada.page.url(), /sign-in/);
    await ada.confirm();
    await unsettle(2);
    assert.ok(await ada.isSignedIn());
  }));

test("a double click on each button does it once", () =>
  alone(async (ada) => {
    const twice = async (form) => {
      await form.locator("button").first().dblclick();
      await ada.page.waitForLoadState("networkidle");
    };
    await ada.form("SubmitPhone").locator("[name=number]").fill(ada.number);
    await twice(ada.form("SubmitPhone"));
    await ada.page.waitForURL(/screens\/code/);
    await ada.page.reload();
    assert.equal(await ada.messages(), 1);
    await ada.page.fill("#code", (await ada.codes())[0]);
    await twice(ada.form("ConfirmCode"));
    await ada.settings();
    assert.equal(await ada.state(), "PhoneVerified");
    await ada.form("EnableVerification").locator("[value=Sms]").check();
    await twice(ada.form("EnableVerification"));
    await ada.settings();
    assert.equal(await ada.state(), "VerificationEnabled");
    await ada.open(`${pages("web")}/history`);
    const history = await ada.page.locator("main").textContent();
    assert.equal(history.match(/confirmed/gi)?.length ?? 0, 1, history);
  }));

test("of two tabs that race with a wrong code one try is counted for each, and the right one is taken once", () =>
  alone(async (ada, context) => {
    await ada.submitNumber();
    const [code] = await ada.codes();
    const bob = new Person(await context.newPage(), ada.address);
    await bob.open(`${pages("web")}/screens/code`);
    await Promise.all([ada.typeCode("000000"), bob.typeCode("000001")]);
    const told = await Promise.all([ada, bob].map((tab) => tab.page.locator("main [role=alert]").textContent()));
    assert.deepEqual(told.map((text) => text.match(/(\d) tries left/)?.[1]).sort(), ["3", "4"]);
    await Promise.all([ada.typeCode(code), bob.typeCode(code)]);
    await ada.settings();
    assert.equal(await ada.state(), "PhoneVerified");
  }));

test("two tabs that submit a number at once leave one number and its code behind", () =>
  alone(async (ada, context) => {
    const bob = new Person(await context.newPage(), ada.address);
    await bob.settings();
    await Promise.all([ada.submitNumber(), bob.submitNumber()]);
    await ada.open(`${pages("web")}/screens/code`);
    await ada.confirm();
    assert.equal(await ada.state(), "PhoneVerified");
  }));

test("the server is killed and started again half-way: nothing is lost, and nothing is sent twice", () =>
  alone(async (ada) => {
    const crash = async () => {
      await sample.kill();
      await sample.restart();
    };
    await ada.submitNumber();
    await crash();
    await ada.page.reload();
    assert.equal(await ada.screen(), "web/code");
    assert.equal(await ada.messages(), 1);
    // The form that was open before it was killed is still good.
    await ada.page.fill("#code", (await ada.codes())[0]);
    await crash();
    await ada.send(ada.form("ConfirmCode"));
    assert.equal(await ada.state(), "PhoneVerified");
    await ada.enable();
    await ada.signOut();
    await ada.givePassword();
    await crash();
    await ada.page.reload();
    assert.equal(await ada.messages(), 2);
    await ada.confirm();
    assert.ok(await ada.isSignedIn());
  }));
