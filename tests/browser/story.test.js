// The whole enrolment and each kind of sign-in, with scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Person, pages } from "./person.js";
import { Sample } from "./sample.js";

let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

const alone = async (javaScriptEnabled, policy, live) => {
  const context = await browser.newContext({ javaScriptEnabled });
  try {
    await live(new Person(await context.newPage(), sample.addresses[policy]), context);
  } finally {
    await context.close();
  }
};

for (const scripts of [true, false]) {
  const how = scripts ? "with scripts" : "without scripts";

  test(`consistent, ${how}: enrol, sign in by SMS, by the app, by a backup code`, () =>
    alone(scripts, "consistent", async (ada) => {
      await ada.register();
      await ada.enrol();
      await ada.signOut();
      await ada.signInBySms();

      await ada.open(`${pages("web")}/backup-codes`);
      await ada.send(ada.page.locator("main form[data-action]"));
      const backup = await ada.page.locator(".lv-codes code").allTextContents();
      assert.equal(backup.length, 10);
      await ada.bindApp();
      await ada.settings();
      await ada.form("ChangeChannel").locator("[value=AppPush]").check();
      await ada.form("ChangeChannel").locator("[name=confirm]").check();
      await ada.send(ada.form("ChangeChannel"));
      await ada.signOut();

      await ada.givePassword();
      const number = (await ada.page.locator(".lv-match").textContent()).trim();
      await ada.page.locator("[data-panel=app] input[name=number]").fill(number);
      await ada.page.locator("[data-panel=app] button[value=approve]").click();
      // With scripts the page asks by itself.
      if (!scripts) await ada.send(ada.page.locator("main form[data-action]"));
      await ada.page.waitForSelector("form[action$='/logout']");
      await ada.signOut();

      sample.wait(300);
      await ada.givePassword();
      await ada.open(`${pages("web")}/sign-in/backup-code`);
      await ada.page.locator("main [name=code]").fill(backup[0].toLowerCase().replaceAll("-", " "));
      await ada.send(ada.page.locator("main form[data-action]"));
      assert.ok(await ada.isSignedIn());
    }));

  test(`twitter-2014, ${how}: the web refuses, the mobile web has no field, "manage" leads on`, () =>
    alone(scripts, "twitter-2014", async (ada) => {
      await ada.register();
      await ada.settings();
      assert.equal(await ada.screen(), "web/settings");
      await ada.page.click("main [data-to='web/addPhone']");
      await ada.submitNumber();
      assert.equal(await ada.screen(), "web/addPhone");
      assert.equal(await ada.page.locator("main [role=alert]").count(), 1);
      assert.equal(await ada.messages(), 0);

      await ada.page.click("[data-surface=mobileWeb]");
      await ada.page.click("main [data-to='mobileWeb/addPhone']");
      await ada.submitNumber();
      assert.equal(await ada.screen(), "mobileWeb/pending");
      assert.equal(await ada.messages(), 1);
      assert.equal(await ada.page.locator("main [autocomplete=one-time-code]").count(), 0);
      assert.match(await ada.page.locator("[data-panel=explorer]").textContent(), /"manage" leads to mobileWeb\/verification/);
      assert.equal(await ada.page.locator("[data-panel=phone] [data-kind=external]").count(), 1);

      await ada.page.click("main [data-kind=hidden]");
      assert.equal(await ada.screen(), "mobileWeb/verification");
      await ada.confirm();
      assert.equal(await ada.screen(), "mobileWeb/home");

      await ada.page.click("[data-surface=web]");
      await ada.enable();
      assert.equal(await ada.state(), "VerificationEnabled");
      await ada.signOut();
      await ada.signInBySms();

      // The second defect: the phone is removed, and the password alone suffices.
      await ada.settings();
      await ada.form("RemovePhone").locator("[name=confirm]").check();
      await ada.send(ada.form("RemovePhone"));
      await ada.signOut();
      await ada.givePassword();
      assert.ok(await ada.isSignedIn());
    }));
}
