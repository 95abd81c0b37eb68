import { createServer } from 'node:http';
import { asTheDocumentsSay, openWorkspace, shown } from './workspace.mjs';

/** slack-edge knows one address of Slack, and no option for another: its calls are led to the sandbox on their way out. */
function leadTo(url) {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('https://slack.com/api/')) return fetch(input, init);
    const led = address.replace('https://slack.com', url);
    return input instanceof Request ? fetch(new Request(led, input), init) : fetch(led, init);
  };
  return () => {
    globalThis.fetch = fetch;
  };
}

function listen(app) {
  app.message('hello', async ({ context, payload }) => {
    await context.say(shown.greeting(payload.user));
  });
  app.action(
    'button_click',
    async () => {},
    async ({ context }) => {
      await context.say({ text: `<@${context.actorUserId}> clicked the button` });
    },
  );
  app.command(
    '/echo',
    async () => {},
    async ({ context, payload }) => {
      await context.respond({ text: payload.text });
    },
  );
  app.event('app_mention', async ({ context, payload }) => {
    await context.say({ text: `You called, <@${payload.user}>` });
  });
  app.event('app_home_opened', async ({ context, payload }) => {
    await context.client.views.publish({ user_id: payload.user, view: shown.home(payload.user) });
  });
  app.globalShortcut(
    'open_modal',
    async () => {},
    async ({ context, payload }) => {
      await context.client.views.open({ trigger_id: payload.trigger_id, view: shown.form });
    },
  );
  app.options('units', async () => ({ options: shown.units }));
  app.viewSubmission(
    'view_1',
    async ({ payload }) =>
      shown.tooShort(payload.view.state.values)
        ? { response_action: 'errors', errors: { name: 'Too short' } }
        : { response_action: 'clear' },
    async ({ context, payload }) => {
      const { values } = payload.view.state;
      if (!shown.tooShort(values))
        await context.client.chat.postMessage({ channel: '#general', text: shown.filled(values) });
    },
  );
  app.messageShortcut(
    'keep',
    async () => {},
    async ({ context, payload }) => {
      await context.client.chat.postMessage({ channel: payload.channel.id, text: `Kept: ${payload.message.text}` });
    },
  );
  return app;
}

/** slack-edge, behind a plain server of node's own. */
export async function slackEdge({ load, startSandbox, tries }) {
  const { SlackApp } = await load('slack-edge');
  let app;
  const server = createServer(async (incoming, outgoing) => {
    const body = [];
    for await (const chunk of incoming) body.push(chunk);
    const request = new Request(`http://127.0.0.1${incoming.url}`, {
      method: 'POST',
      headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      body: Buffer.concat(body),
    });
    const response = await app.run(request, { waitUntil: (work) => void work.catch(() => {}) });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requestUrl = `http://127.0.0.1:${server.address().port}/slack/events`;
  const sandbox = await openWorkspace(startSandbox, requestUrl);
  const back = leadTo(sandbox.url);
  app = listen(
    new SlackApp({
      env: {
        SLACK_SIGNING_SECRET: sandbox.signingSecret,
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_LOGGING_LEVEL: 'ERROR',
      },
      routes: { events: '/slack/events' },
    }),
  );
  await asTheDocumentsSay(sandbox, tries);
  back();
  server.close();
  await sandbox.close();
}
