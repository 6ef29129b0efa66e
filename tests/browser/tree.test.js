// What assistive technology is told of the main pages, as text. UPDATE_TREES=1 writes the files anew: read the difference.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Sample } from "./sample.js";
import { walk } from "./walk.js";

const trees = join(import.meta.dirname, "trees");
const kept = ["home", "register", "settings-nothing", "code", "code-wrong", "not-received", "settings-verified", "settings-enabled", "devices", "backup-codes", "sign-in-code", "sign-in-app", "sign-in-backup-code"];
let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

// What is another one each time.
const steady = (tree) =>
  tree
    .replaceAll(/(^ *- option .*\n)+/gm, (options) => `${options.split("\n")[0]}\n`)
    .replaceAll(/person-[\w-]+@example\.com/g, "EMAIL")
    .replaceAll(/\+97\*+\d\d/g, "NUMBER")
    .replaceAll(/(\d{4}-\d\d-\d\d )?\d\d:\d\d/g, "TIME")
    .replaceAll(/^(\s*- strong: )"?\d\d"?$/gm, "$1MATCH")
    .replaceAll(/(- paragraph: )"\d\d"$/gm, "$1MATCH");

test("the accessibility trees of the main pages are as they were read", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const [differences, seen] = [[], []];
  await walk(sample, page, "consistent", async (name) => {
    if (!kept.includes(name)) return;
    seen.push(name);
    const tree = steady(await page.locator("main").ariaSnapshot()) + "\n";
    const file = join(trees, `${name}.txt`);
    if (process.env.UPDATE_TREES) {
      mkdirSync(trees, { recursive: true });
      writeFileSync(file, tree);
    }
    if (!existsSync(file) || readFileSync(file, "utf8") !== tree) differences.push(`${name}:\n${tree}`);
  });
  await context.close();
  assert.deepEqual(seen.sort(), kept.sort());
  assert.deepEqual(differences, []);
});

test("each field for a code that is sent lets the browser fill it in", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = [];
  await walk(sample, page, "consistent", async (name) => {
    if (!["code", "sign-in-code"].includes(name)) return;
    seen.push(name);
    const field = page.locator("main #code");
    for (const [attribute, value] of [["type", "text"], ["inputmode", "numeric"], ["autocomplete", "one-time-code"]]) assert.equal(await field.getAttribute(attribute), value, `${name}: ${attribute}`);
    assert.match(await page.locator("[data-panel=phone] .text").first().textContent(), /\n@localhost #\d{6}$/);
  });
  await context.close();
  assert.deepEqual(seen, ["code", "sign-in-code"]);
});
