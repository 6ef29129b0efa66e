// Every page in every state: nothing that axe finds, nothing wider than the window, and a picture of each in shots/ for people to look at.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { Sample } from "./sample.js";
import { walk, walkTwitter } from "./walk.js";

const axe = readFileSync(join(import.meta.dirname, "node_modules/axe-core/axe.min.js"), "utf8");
const shots = join(import.meta.dirname, "shots");
let sample, browser;

before(async () => ([sample, browser] = await Promise.all([Sample.start(), launch()])));
after(async () => (await browser?.close(), await sample?.stop()));

const ways = [["consistent", walk], ["twitter-2014", walkTwitter]];

for (const [[policy, live], language] of ways.flatMap((way) => ["en", "he"].map((language) => [way, language]))) {
  for (const width of [320, 1280]) {
    test(`every page of ${policy} in ${language}, ${width} px wide, is accessible and fits`, async () => {
      mkdirSync(shots, { recursive: true });
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: language });
      const page = await context.newPage();
      const complaints = [];
      page.on("console", (message) => message.type() === "error" && !/40[0-9]|42[29]/.test(message.text()) && complaints.push(message.text()));
      await live(sample, page, policy, async (name) => {
        assert.equal(await page.locator("html").getAttribute("lang"), language, name);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) complaints.push(`${name} is ${over} px too wide`);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(shots, `${name}.${language}.${width}.${colorScheme}.png`), fullPage: true });
          await page.evaluate(axe);
          const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
          for (const { id, help, nodes } of found.violations) complaints.push(`${name}, ${colorScheme}: ${id}, ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
        }
      });
      await context.close();
      assert.deepEqual([...new Set(complaints)], []);
    });
  }
}
