// The report of the three shipped policies, as a browser shows it: nothing that axe finds, nothing loaded, nothing wider than the window, in light, dark and print;
// a picture of each in shots/ for people to look at.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.js";

const axe = readFileSync(join(import.meta.dirname, "node_modules/axe-core/axe.min.js"), "utf8");
const shots = join(import.meta.dirname, "shots");
const folder = mkdtempSync(join(tmpdir(), "report-"));
// The newest build, whichever it is.
const [tool] = ["Release", "Debug"]
  .map((configuration) => resolve(import.meta.dirname, `../../src/LoginVerification.Cli/bin/${configuration}/net10.0/login-verification.dll`))
  .filter(existsSync)
  .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
// What an author may write that no layout likes.
const hostile = join(folder, "hostile.json");
const names = ["x".repeat(64), "שלום עולם", "<b>bold</b> & \"quoted\"", ...Array.from({ length: 30 }, (_, index) => `A carrier with a longer name, number ${index}`)];
const reports = { "twitter-2014": ["twitter-2014"], "side-by-side": ["consistent", "twitter-2014", "twitter-2014-web-takes-code"], hostile: [hostile] };
let browser;

before(async () => {
  mkdirSync(shots, { recursive: true });
  const policy = readFileSync(resolve(import.meta.dirname, "../../policies/twitter-2014.json"), "utf8");
  writeFileSync(hostile, policy.replace('"Example Mobile"', names.map((name) => JSON.stringify(name)).join(", ")).replace('"manage"', JSON.stringify(names[0])));
  for (const [name, policies] of Object.entries(reports))
    execFileSync("dotnet", [tool, "report", ...policies.flatMap((policy) => ["--policy", policy]), "--out", join(folder, `${name}.html`)]);
  browser = await launch();
});
after(async () => (await browser?.close(), rmSync(folder, { recursive: true, force: true })));

// A page that allows no script runs axe all the same: a browser lets its driver in.
const open = async (name, options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => request.url() === pathToFileURL(join(folder, `${name}.html`)).href || complaints.push(`loads ${request.url()}`));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return { context, page, complaints };
};

for (const name of ["twitter-2014", "side-by-side"]) {
  for (const width of [320, 1280]) {
    test(`the report ${name}, ${width} px wide, is accessible, loads nothing and fits`, async () => {
      const { context, page, complaints } = await open(name, { viewport: { width, height: 800 } });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(shots, `report.${name}.${width}.${colorScheme}.first.png`) });
        if (reports[name].length === 1) await page.screenshot({ path: join(shots, `report.${name}.${width}.${colorScheme}.png`), fullPage: true });
        for (const all of [false, true]) {
          await page.evaluate((all) => document.querySelectorAll("details").forEach((one) => (one.open = all)), all);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) complaints.push(`${over} px too wide, ${all ? "unfolded" : "folded"}`);
          if (!all) continue;
          await page.evaluate(axe);
          // Of what axe looks for, colours alone are others in the dark.
          const found = await page.evaluate((dark) => window.axe.run(document, { resultTypes: ["violations"], ...(dark && { runOnly: ["color-contrast"] }) }), colorScheme === "dark");
          for (const { id, help, nodes } of found.violations) complaints.push(`${colorScheme}: ${id}, ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
        }
      }

      await context.close();
      assert.deepEqual([...new Set(complaints)], []);
    });
  }
}

test("whatever an author writes fits a narrow window", async () => {
  const { context, page, complaints } = await open("hostile", { viewport: { width: 320, height: 800 } });
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const wide = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((one) => !one.closest(".wide") && one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML.slice(0, 120)));
  assert.deepEqual([wide.slice(0, 3), complaints], [[], []]);
  for (const name of names) assert.ok(await page.getByText(name).count(), `${name} is not there`);
  await context.close();
});

test("a stranger who asks about Israel is answered on the first screen", async () => {
  const { context, page } = await open("twitter-2014", { viewport: { width: 1280, height: 800 } });
  const inSight = await page.evaluate(() => [...document.querySelectorAll("h4, p, .reasons li")].filter((one) => one.getBoundingClientRect().bottom <= innerHeight && one.checkVisibility()).map((one) => one.innerText).join("\n"));
  for (const told of ["Israel", "web/addPhone", "web-countries", "mobileWeb/pending", "manage", "hidden link"]) assert.ok(inSight.includes(told), `${told} is not on the first screen:\n${inSight}`);
  await context.close();
});

test("the picker leads to a country without a script", async () => {
  const { context, page } = await open("twitter-2014", { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
  await page.getByText("Find a country").click();
  await page.getByRole("link", { name: "hidden link only: Israel" }).click();
  assert.ok((await page.locator(":target").innerText()).startsWith("Israel"));
  await context.close();
});

test("on paper nothing stays folded", async () => {
  const { context, page } = await open("twitter-2014", {});
  await page.emulateMedia({ media: "print" });
  const hidden = await page.evaluate(() => [...document.querySelectorAll("details > *")].filter((one) => one.getBoundingClientRect().height === 0).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(hidden, []);
  await page.pdf({ path: join(shots, "report.pdf"), printBackground: true, format: "A4" });
  await context.close();
});
