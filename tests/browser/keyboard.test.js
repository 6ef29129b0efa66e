// By keyboard alone, at 320 px and wide: the enrolment and a sign-in, with a focus that can be seen at each step.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Person, pages, password } from "./person.js";
import { Sample } from "./sample.js";

let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

// Presses Tab until the element has the focus, as somebody does who sees where it is.
const tabTo = async (page, selector) => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const { isThere, isSeen } = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      const style = getComputedStyle(focused);
      return { isThere: focused.matches(wanted), isSeen: focused === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none" };
    }, selector);
    assert.ok(isSeen, `the focus cannot be seen on the way to ${selector}`);
    if (isThere) return;
  }
  assert.fail(`${selector} cannot be reached with the Tab key on ${page.url()}`);
};

const enter = (page) => Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);

for (const width of [320, 1280]) {
  test(`enrol and sign in by keyboard alone, ${width} px wide`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 720 } });
    const page = await context.newPage();
    const ada = new Person(page, sample.addresses.consistent);
    await ada.open("/web/register");
    await tabTo(page, "#email");
    await page.keyboard.type(ada.email);
    await tabTo(page, "#password");
    await page.keyboard.type(password);
    await enter(page);
    await tabTo(page, `main a[href='${pages("web")}']`);
    await enter(page);
    await tabTo(page, "#number");
    await page.keyboard.type(ada.number);
    await enter(page);
    assert.equal(await ada.screen(), "web/code");
    await tabTo(page, "#code");
    await page.keyboard.type((await ada.codes())[0]);
    await enter(page);
    assert.equal(await ada.state(), "PhoneVerified");
    await tabTo(page, "[data-action=EnableVerification] [value=Sms]");
    await page.keyboard.press("Space");
    await tabTo(page, "[data-action=EnableVerification] button");
    await enter(page);
    assert.equal(await ada.state(), "VerificationEnabled");

    // The first thing is a link past the header.
    await page.reload();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
    await tabTo(page, "form[action$='/logout'] button");
    await enter(page);
    await ada.open("/web/login");
    await tabTo(page, "#email");
    await page.keyboard.type(ada.email);
    await tabTo(page, "#password");
    await page.keyboard.type(password);
    await enter(page);
    await tabTo(page, "#code");
    await page.keyboard.type((await ada.codes())[0]);
    await enter(page);
    assert.ok(await ada.isSignedIn());
    await context.close();
  });
}
