// Starts the built sample as a process, on ports that the system chooses and in a folder of its own; kills it and starts it again.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// The newest build, whichever it is.
const built = ["Release", "Debug"]
  .map((configuration) => resolve(import.meta.dirname, `../../samples/SettingsPage/bin/${configuration}/net10.0`))
  .filter((folder) => existsSync(join(folder, "SettingsPage.dll")))
  .sort((one, other) => statSync(join(other, "SettingsPage.dll")).mtimeMs - statSync(join(one, "SettingsPage.dll")).mtimeMs);

export class Sample {
  #folder = mkdtempSync(join(tmpdir(), "settings-page-"));
  #clock = join(this.#folder, "clock");
  #process;
  #ahead = 0;

  /** The address of each policy, by its name. */
  addresses = {};

  static async start() {
    const sample = new Sample();
    await sample.restart();
    return sample;
  }

  /** Starts it, or starts it again at the same addresses. */
  async restart() {
    if (built.length === 0) throw new Error("The sample is not built: dotnet build samples/SettingsPage");
    const first = Object.values(this.addresses)[0];
    const child = spawn("dotnet", ["SettingsPage.dll", "--Urls", first ?? "http://127.0.0.1:0", "--Data", join(this.#folder, "data"), "--Clock:OffsetFile", this.#clock], {
      cwd: built[0],
      env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development", DOTNET_ENVIRONMENT: "Development" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    let said = "";
    child.stderr.on("data", (text) => (said += text));
    await new Promise((ready, failed) => {
      child.stdout.on("data", (text) => {
        said += text;
        if (/^Open one/m.test(said)) ready();
      });
      child.once("exit", (code) => failed(new Error(`The sample ended with ${code}:\n${said}`)));
    });
    this.log = () => said;
    for (const [, address, policy] of said.matchAll(/^ {2}(http\S+) +(\S+)$/gm)) this.addresses[policy] = address;
  }

  /** Moves the clock ahead; real time goes on beside it. */
  wait(seconds) {
    this.#ahead += seconds;
    writeFileSync(this.#clock, String(this.#ahead));
  }

  /** Ends it as kill -9 does. */
  async kill() {
    const ended = new Promise((done) => this.#process.once("exit", done));
    this.#process.kill("SIGKILL");
    await ended;
  }

  async stop() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
