// Walks past every page and state that a person meets; "visit" is called at each with a name for it.
import { Person, pages } from "./person.js";

/** The story of 2014, screen by screen. */
export async function walkTwitter(sample, page, policy, visit) {
  const ada = new Person(page, sample.addresses[policy]);
  await ada.register();
  for (const surface of ["web", "mobileWeb", "android", "ios"]) {
    await ada.settings(surface);
    await visit(`2014-${surface}-home`);
  }
  await ada.settings();
  await ada.page.click("main [data-to='web/addPhone']");
  await ada.submitNumber();
  await visit("2014-web-refused");
  await ada.page.click("[data-surface=mobileWeb]");
  await ada.page.click("main [data-to='mobileWeb/addPhone']");
  await visit("2014-mobileWeb-addPhone");
  await ada.submitNumber();
  await visit("2014-mobileWeb-pending");
  await ada.page.click("main [data-kind=hidden]");
  await visit("2014-mobileWeb-verification");
  await ada.confirm();
  await ada.settings();
  await ada.enable();
  await visit("2014-web-enabled");
}

export async function walk(sample, page, policy, visit) {
  const ada = new Person(page, sample.addresses[policy]);
  await ada.open("/web");
  await visit("home");
  await ada.open("/web/register");
  await visit("register");
  await ada.page.fill("#email", ada.email);
  await ada.page.fill("#password", "short");
  await ada.page.click("main button");
  await visit("register-refused");
  await ada.register();
  await visit("home-signed-in");

  await ada.settings();
  await visit("settings-nothing");
  await ada.submitNumber("12");
  await visit("number-refused");
  await ada.settings();
  await ada.submitNumber();
  await visit("code");
  await ada.typeCode("12");
  await visit("code-malformed");
  await ada.typeCode("000000");
  await visit("code-wrong");
  await ada.page.click("[data-part=not-received]");
  await visit("not-received");
  await ada.send(ada.form("ResendCode"));
  await visit("resend-too-soon");
  await ada.open(`${pages("web")}/screens/code`);
  await ada.confirm();
  await visit("settings-verified");
  await ada.enable();
  await visit("settings-enabled");
  await ada.open(`${pages("web")}/devices`);
  await visit("devices-none");
  await ada.open(`${pages("web")}/backup-codes`);
  await visit("backup-codes");
  await ada.open(`${pages("web")}/history`);
  await visit("history");

  await ada.signOut();
  await visit("home-signed-out");
  await ada.open("/web/login");
  await visit("login");
  await ada.page.fill("#email", ada.email);
  await ada.page.fill("#password", "not the password");
  await ada.page.click("main button");
  await visit("login-refused");
  await ada.givePassword();
  await visit("sign-in-code");
  await ada.typeCode("000000");
  await visit("sign-in-code-wrong");
  await ada.page.click("[data-part=not-received]");
  await visit("sign-in-not-received");
  await ada.open(`${pages("web")}/sign-in/backup-code`);
  await visit("sign-in-backup-code");
  await ada.open(`${pages("web")}/sign-in`);
  await ada.confirm();
  await visit("signed-in");

  await ada.open(`${pages("web")}/backup-codes`);
  await ada.send(ada.page.locator("main form[data-action]"));
  await visit("backup-codes-shown");
  await ada.open(`${pages("web")}/devices`);
  await ada.send(ada.form("AddDevice"));
  await visit("device-token");
  await ada.bindApp();
  await visit("devices");
  await ada.settings();
  await ada.form("ChangeChannel").locator("[value=AppPush]").check();
  await ada.send(ada.form("ChangeChannel"));
  await visit("change-not-confirmed");
  await ada.form("ChangeChannel").locator("[value=AppPush]").check();
  await ada.form("ChangeChannel").locator("[name=confirm]").check();
  await ada.send(ada.form("ChangeChannel"));
  await visit("settings-app");
  await ada.signOut();
  await ada.givePassword();
  await visit("sign-in-app");
  await ada.page.locator("form[action='/sample/app/answer'] [value=deny]").click();
  await ada.page.waitForLoadState("load");
  await visit("sign-in-denied");
}
