// The README's picture, made from the running sample. UPDATE_DOCS=1 writes it, and the words in it. Without that both are made again and compared: the words one by
// one, the pictures coarsely, because other machines have other fonts. A mean distance of cells of up to 16 of 255 is alike: another font comes to 13, another
// size of type to 14, a page without its style sheets to 20, the dark theme to 206. Another page is told by its words.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Person } from "./person.js";
import { compare } from "./picture.js";
import { Sample } from "./sample.js";

const folder = join(import.meta.dirname, "../../docs/images");
const [picture, words] = ["png", "txt"].map((kind) => join(folder, `check-your-phone.${kind}`));
const alike = 16;
let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

const saying = async (page) => {
  const parts = await Promise.all(["main", "[data-panel=phone]"].map((part) => page.locator(part).innerText()));
  return parts.join("\n").split("\n").map((line) => line.trim().replaceAll(/\b\d{6}\b/g, "CODE")).filter((line) => line !== "").join("\n") + "\n";
};

test("the picture of the README is what the sample shows", async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 780 }, colorScheme: "light", locale: "en" });
  const page = await context.newPage();
  const ada = new Person(page, sample.addresses.consistent);
  ada.number = "+44 7400 123456";
  await ada.register();
  await ada.settings();
  await ada.submitNumber();
  const [shown, said] = [await page.screenshot(), await saying(page)];
  if (process.env.UPDATE_DOCS) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(picture, shown);
    writeFileSync(words, said);
  }

  assert.equal(said, readFileSync(words, "utf8"));
  const kept = readFileSync(picture);
  const { sameSize, mean } = await compare(browser, kept, shown);
  assert.ok(sameSize);
  assert.ok(mean <= alike, `The picture differs by ${mean}.`);

  // What is not alike is seen.
  await page.evaluate(() => document.querySelectorAll("link[rel=stylesheet]").forEach((link) => (link.disabled = true)));
  const bare = await compare(browser, kept, await page.screenshot());
  assert.ok(bare.mean > alike, `Without style sheets it differs by ${bare.mean}.`);
  await page.evaluate(() => document.querySelectorAll("link[rel=stylesheet]").forEach((link) => (link.disabled = false)));
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await compare(browser, kept, await page.screenshot());
  assert.ok(dark.mean > alike, `In the dark theme it differs by ${dark.mean}.`);
  await context.close();
});
