// The mail that reminds facilitators: a real mail server gets it, once a day, without a word of anybody.
import { SMTPServer } from "smtp-server";
import { expect, test } from "@playwright/test";
import { newWord, Server } from "../support/server.ts";

type Mail = { to: string[]; text: string };

/** A mail server that takes everything; `open` starts it at a port of its own, or again at the same. */
class PostOffice {
  readonly mails: Mail[] = [];
  port = 0;
  private server?: SMTPServer;

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).sort();
          this.mails.push({ to, text: Buffer.concat(chunks).toString("utf8") });
          done();
        });
      },
    });
    await new Promise<void>((ready) => server.listen(this.port, "127.0.0.1", () => ready()));
    const address = server.server.address();
    this.port = typeof address === "object" && address ? address.port : 0;
    this.server = server;
  }

  close(): Promise<void> {
    return new Promise((done) => (this.server ? this.server.close(() => done()) : done()));
  }
}

test("what waits is told once a day, in numbers, and nothing is lost when the mail server is away", async () => {
  test.setTimeout(90_000);
  const office = new PostOffice();
  await office.open();
  const server = await Server.start({
    DROOMBORD_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
    DROOMBORD_DIGEST_FROM: "droombord@bord.example",
    DROOMBORD_DIGEST_TO: "anna@zorg.example,bob@zorg.example",
    DROOMBORD_DIGEST_HOUR: "0",
  });
  try {
    const word = newWord();
    expect(office.mails, "nothing waits").toEqual([]);
    await server.post({ text: `Ik droom van een ${word}.` });
    await server.post({ text: `Ik wil niet meer leven. ${word}` });
    // The mail server is away while the board looks what is due.
    await office.close();
    await server.down();
    await server.up();
    await new Promise((done) => setTimeout(done, 2_000));
    await office.open();
    await server.down();
    await server.up();
    await expect.poll(() => office.mails.length, { timeout: 20_000 }).toBe(2);
    expect(office.mails.map(({ to }) => to).sort(), "a mail for each").toEqual([["anna@zorg.example"], ["bob@zorg.example"]]);
    for (const { to, text } of office.mails) {
      // Long lines and letters outside ASCII are wrapped for the way.
      const plain = text.replace(/=\r?\n/g, "").replace(/\r\n/g, "\n");
      const [head, body] = [plain.slice(0, plain.indexOf("\n\n")), plain.slice(plain.indexOf("\n\n"))];
      expect(head).toContain("Subject: Leestafel: 2 te doen");
      expect(head).toContain("Auto-Submitted: auto-generated");
      expect(head).toMatch(/^Message-ID: <[^<>@\s]+@bord\.example>$/m);
      expect(head.match(/[a-z]+@zorg\.example/g), "nobody sees who else is reminded").toEqual(to);
      expect(body).toContain("1 droom, verhaal of reactie wacht op een lezer.");
      expect(body).toContain("1 tekst vraagt haast. Lees die eerst.");
      expect(body).toContain(`${server.url}/leestafel`);
      expect(text).not.toContain(word);
      expect(text).not.toContain("leven");
    }
    // Once a day.
    await server.down();
    await server.up();
    await new Promise((done) => setTimeout(done, 2_000));
    expect(office.mails.length).toBe(2);
  } finally {
    await server.remove();
    await office.close();
  }
});
