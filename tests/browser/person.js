// What a person does on the pages and with the phone beside them, by what they see: labels and buttons of the English pages, or the marks that no language changes.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";

export const password = "a password of some words";
export const pages = (surface) => `/${surface}/account/login-verification`;

let people = 0;

export class Person {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.email = `person-${++people}-${randomBytes(3).toString("hex")}@example.com`;
    this.number = `+97250${2000000 + Math.floor(Math.random() * 7000000)}`;
  }

  open = (path) => this.page.goto(this.address + path);

  form = (action) => this.page.locator(`main form[data-action="${action}"]`);

  // The button that sends a form.
  send = async (form) => {
    await form.locator("button").first().click();
    await this.page.waitForLoadState("load");
  };

  screen = () => this.page.locator("main").getAttribute("data-screen");

  state = () => this.page.locator("main [data-state]").getAttribute("data-state");

  codes = () => this.page.locator("[data-panel=phone] [data-code]").allTextContents();

  messages = () => this.page.locator("[data-panel=phone] [data-message=in]").count();

  isSignedIn = async () => (await this.page.locator("form[action$='/logout']").count()) > 0;

  async register(surface = "web") {
    await this.open(`/${surface}/register`);
    await this.page.fill("#email", this.email);
    await this.page.fill("#password", password);
    await this.page.click("main button");
    assert.ok(await this.isSignedIn());
  }

  settings = (surface = "web") => this.open(pages(surface));

  async submitNumber(number = this.number) {
    await this.form("SubmitPhone").locator("[name=number]").fill(number);
    await this.send(this.form("SubmitPhone"));
  }

  async typeCode(code) {
    await this.page.locator("main [autocomplete=one-time-code]").fill(code);
    await this.send(this.page.locator("main form:has([autocomplete=one-time-code])"));
  }

  async confirm() {
    await this.typeCode((await this.codes())[0]);
  }

  async enable(channel = "Sms") {
    await this.form("EnableVerification").locator(`[name=channel][value=${channel}]`).check();
    await this.send(this.form("EnableVerification"));
  }

  async enrol(surface = "web") {
    await this.settings(surface);
    await this.submitNumber();
    await this.confirm();
    await this.enable();
    assert.equal(await this.state(), "VerificationEnabled");
  }

  async signOut() {
    await this.page.click("form[action$='/logout'] button");
    await this.page.waitForLoadState("load");
    assert.ok(!(await this.isSignedIn()));
  }

  async givePassword(surface = "web") {
    await this.open(`/${surface}/login`);
    await this.page.fill("#email", this.email);
    await this.page.fill("#password", password);
    await this.page.click("main button");
    await this.page.waitForLoadState("load");
  }

  async signInBySms(surface = "web") {
    await this.givePassword(surface);
    await this.typeCode((await this.codes())[0]);
    assert.ok(await this.isSignedIn());
  }

  async bindApp() {
    await this.open(`${pages("web")}/devices`);
    await this.send(this.form("AddDevice"));
    const token = await this.page.locator(".lv-token code").textContent();
    await this.page.fill("#token", token.trim());
    await this.send(this.page.locator("form[action='/sample/app/bind']"));
    await this.open(`${pages("web")}/devices`);
    assert.equal(await this.page.locator("main [data-device]").count(), 1);
  }
}
