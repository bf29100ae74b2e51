// Real proxies in front of the server, as Debian has them: Caddy and nginx, with the time that they keep lines to the server as an argument.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./server.ts";

export type Kind = "caddy" | "nginx";

// Debian keeps nginx where only its administrator looks for programs.
const PATH = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;

const caddyfile = (port: number, server: string, keep: number) => `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  reverse_proxy ${server} {
    transport http {
      keepalive ${keep}ms
      keepalive_idle_conns_per_host 2000
    }
  }
}
`;

const nginxConf = (port: number, server: string, keep: number, folder: string) => `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log error;
worker_rlimit_nofile 8192;
events { worker_connections 4096; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  upstream board {
    server ${server};
    keepalive 2000;
    keepalive_timeout ${keep}ms;
    keepalive_requests 1000000;
  }
  server {
    listen 127.0.0.1:${port} backlog=2048;
    keepalive_timeout 600s;
    keepalive_requests 1000000;
    location / {
      proxy_pass http://board;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`;

/** Whether it is installed. */
export function installed(kind: Kind): boolean {
  return spawnSync(kind, [kind === "caddy" ? "version" : "-v"], { env: { ...process.env, PATH } }).status === 0;
}

/** A proxy at a port of its own, in front of a server. */
export class Proxy {
  private readonly folder = mkdtempSync(join(tmpdir(), "droombord-proxy-"));
  private child?: ChildProcess;
  port = 0;

  /** `keep`: how long it keeps a line to the server without a call, in milliseconds. */
  static async start(kind: Kind, server: string, keep: number): Promise<Proxy> {
    const proxy = new Proxy();
    const port = (proxy.port = await freePort());
    const { folder } = proxy;
    const file = join(folder, "config");
    const host = new URL(server).host;
    writeFileSync(file, kind === "caddy" ? caddyfile(port, host, keep) : nginxConf(port, host, keep, folder));
    const flags = kind === "caddy" ? ["run", "--config", file, "--adapter", "caddyfile"] : ["-e", `${folder}/error.log`, "-p", folder, "-c", file];
    const env = { ...process.env, PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    const child = (proxy.child = spawn(kind, flags, { stdio: "ignore", env }));
    for (const until = Date.now() + 20_000; ; ) {
      if (await fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false)) return proxy;
      if (child.exitCode !== null) throw new Error(`${kind} ended with ${child.exitCode}`);
      if (Date.now() > until) throw new Error(`${kind} did not get ready within 20 s`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async remove(): Promise<void> {
    const child = this.child;
    if (child && child.exitCode === null) {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a live stream says in some time, and whether it was still open then. */
  listen(time: number): Promise<{ said: string; open: boolean }> {
    return new Promise((done, fail) => {
      let said = "";
      const call = request({ host: "127.0.0.1", port: this.port, path: "/api/events" }, (answer) => {
        answer.setEncoding("utf8").on("data", (text: string) => (said += text));
        answer.on("end", () => done({ said, open: false })).on("error", () => done({ said, open: false }));
        setTimeout(() => {
          done({ said, open: true });
          call.destroy();
        }, time);
      });
      call.on("error", fail).end();
    });
  }
}
