// What is done twice happens once: two tabs, the back button, reload, double clicks; and what was begun goes on after the server was killed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Person, pages } from "./person.js";
import { Sample } from "./sample.js";

let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

const alone = async (live, options) => {
  const context = await browser.newContext(options);
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

for (const javaScriptEnabled of [true, false]) {
  test(`a double click on each button does it once, ${javaScriptEnabled ? "with" : "without"} scripts`, () =>
    alone(async (ada) => {
      const dblclick = async (form) => {
        await Promise.all([ada.page.waitForEvent("framenavigated"), form.locator("button").first().dblclick()]);
        await ada.page.waitForLoadState("networkidle");
      };
      const twice = (action) => dblclick(ada.form(action));
      const confirmed = async (action) => {
        await ada.settings();
        await ada.form(action).locator("[name=confirm]").check();
        await twice(action);
      };
      const count = async (event, times) => {
        await ada.open(`${pages("web")}/history`);
        assert.equal(await ada.page.locator(`[data-event=${event}]`).count(), times, `${event}: ${await ada.page.locator("main").textContent()}`);
      };
      const submit = async () => {
        await ada.settings();
        await ada.form("SubmitPhone").locator("[name=number]").fill(ada.number);
        await twice("SubmitPhone");
        assert.equal(await ada.screen(), "web/code", await ada.page.locator("main").textContent());
      };

      await submit();
      assert.equal(await ada.messages(), 1);
      sample.wait(60);
      await ada.page.click("[data-part=not-received]");
      await twice("ResendCode");
      await ada.open(`${pages("web")}/screens/code`);
      assert.equal(await ada.messages(), 2);
      await ada.page.fill("#code", (await ada.codes())[0]);
      await twice("ConfirmCode");
      await count("CodeMatched", 1);
      await ada.settings();
      await ada.form("EnableVerification").locator("[value=Sms]").check();
      await twice("EnableVerification");
      await count("ChannelEnabled", 1);

      await ada.signOut();
      await ada.givePassword();
      const sent = await ada.messages();
      sample.wait(60);
      await ada.page.click("[data-part=not-received]");
      await twice("ResendSignIn");
      assert.equal(await ada.messages(), sent + 1);
      await ada.page.fill("#code", (await ada.codes())[0]);
      await dblclick(ada.page.locator("main form:has(#code)"));
      await count("SignInApproved", 1);

      await ada.open(`${pages("web")}/backup-codes`);
      await dblclick(ada.page.locator("main form[data-action]"));
      assert.equal(await ada.page.locator(".lv-codes code").count(), 10);
      await count("BackupCodesIssued", 1);
      await ada.open(`${pages("web")}/devices`);
      await twice("AddDevice");
      await ada.page.fill("#token", (await ada.page.locator(".lv-token code").textContent()).trim());
      await ada.send(ada.page.locator("form[action='/sample/app/bind']"));
      await count("DeviceBound", 1);

      await ada.settings();
      await ada.form("ChangeChannel").locator("[value=AppPush]").check();
      await ada.form("ChangeChannel").locator("[name=confirm]").check();
      await twice("ChangeChannel");
      await count("ChannelChanged", 1);
      sample.wait(60);
      await ada.signOut();
      await ada.givePassword();
      const number = (await ada.page.locator("main .lv-match").textContent()).trim();
      await ada.page.locator("[data-panel=app] input[name=number]").fill(number);
      await ada.page.locator("[data-panel=app] button[value=approve]").click();
      if (!javaScriptEnabled) await dblclick(ada.page.locator("main form[data-action]")); // with scripts the page asks by itself
      await ada.page.waitForSelector("form[action$='/logout']");
      await count("SignInApproved", 2);

      await confirmed("DisableVerification");
      await count("VerificationDisabled", 1);
      await confirmed("RemovePhone");
      await count("PhoneRemoved", 1);

      sample.wait(60);
      ada.number = new Person(ada.page, ada.address).number;
      await submit();
      await twice("CancelPending");
      await count("PendingCancelled", 1);
    }, { javaScriptEnabled }));
}

test("a no in the app stays told when the page is loaded again, until another try is asked for", () =>
  alone(async (ada) => {
    await ada.enrol();
    await ada.signOut();
    await ada.signInBySms();
    await ada.bindApp();
    await ada.settings();
    await ada.form("ChangeChannel").locator("[value=AppPush]").check();
    await ada.form("ChangeChannel").locator("[name=confirm]").check();
    await ada.send(ada.form("ChangeChannel"));
    await ada.signOut();
    await ada.givePassword();
    const told = async () => assert.match(await ada.page.locator("main [role=alert]").textContent(), /was denied in the app/);
    const prompts = () => ada.page.locator("[data-panel=app] button[value=deny]").count();
    assert.equal(await prompts(), 1);
    await ada.page.locator("[data-panel=app] button[value=deny]").click();
    await ada.page.waitForSelector("main [role=alert]");
    sample.wait(120);
    for (let again = 0; again < 2; again++) {
      await told();
      assert.equal(await prompts(), 0);
      await ada.page.reload();
    }
    await ada.page.click("main [data-way=beginSignIn] a");
    await told();
    await ada.send(ada.form("BeginSignIn"));
    await ada.page.waitForSelector("main .lv-match");
    assert.equal(await prompts(), 1);
  }));

test("of two tabs that race with a wrong code one try is counted for each, and the right one is taken once", () =>
  alone(async (ada, context) => {
    await ada.submitNumber();
    const [code] = await ada.codes();
    const bob = new Person(await context.newPage(), ada.address);
    await bob.open(`${pages("web")}/screens/code`);
    await Promise.all([ada.typeCode("000000"), bob.typeCode("000001")]);
    const told = await Promise.all([ada, bob].map((tab) => tab.page.locator("main [role=alert]").textContent()));
    // Both are counted before the slower page is drawn, or one is read between them; two times four would be a try that was lost.
    const left = told.map((text) => text.match(/(\d) tries left/)?.[1]).sort().join();
    assert.ok(["3,3", "3,4"].includes(left), left);
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
