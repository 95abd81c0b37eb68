import { asTheDocumentsSay, freePort, openWorkspace, shown } from './workspace.mjs';

/** The listeners of bolt's own "Getting started" and "Concepts" pages. */
function listen(app) {
  app.message('hello', async ({ message, say }) => {
    await say(shown.greeting(message.user));
  });
  app.action('button_click', async ({ body, ack, say }) => {
    await ack();
    await say(`<@${body.user.id}> clicked the button`);
  });
  app.command('/echo', async ({ command, ack, respond }) => {
    await ack();
    await respond(command.text);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say(`You called, <@${event.user}>`);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: shown.home(event.user) });
  });
  app.shortcut('open_modal', async ({ shortcut, ack, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: shown.form });
  });
  app.options('units', async ({ ack }) => {
    await ack({ options: shown.units });
  });
  app.view('view_1', async ({ ack, view, client }) => {
    const { values } = view.state;
    if (shown.tooShort(values)) return ack({ response_action: 'errors', errors: { name: 'Too short' } });
    await ack();
    await client.chat.postMessage({ channel: '#general', text: shown.filled(values) });
  });
  app.shortcut('keep', async ({ shortcut, ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: shortcut.channel.id, text: `Kept: ${shortcut.message.text}` });
  });
  return app;
}

async function run({ load, startSandbox, tries }, port) {
  const { App, LogLevel } = await load('@slack/bolt');
  const sandbox = await openWorkspace(startSandbox, port && `http://127.0.0.1:${port}/slack/events`);
  const app = listen(
    new App({
      token: sandbox.botToken,
      ...(port ? { signingSecret: sandbox.signingSecret } : { appToken: sandbox.appToken, socketMode: true }),
      clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
      logLevel: LogLevel.ERROR,
    }),
  );
  await app.start(port);
  await asTheDocumentsSay(sandbox, tries);
  await app.stop();
  await sandbox.close();
}

export const boltOverSocketMode = (bench) => run(bench);
export const boltOverHttp = async (bench) => run(bench, await freePort());
