// A door in front of the database server that can be shut: connections are cut, and new ones refused, until it is opened.
import { connect, createServer } from 'node:net';

/** `url`: the server's address through the door. */
export async function openDoor(databaseUrl) {
  const address = new URL(databaseUrl);
  const sockets = new Set();
  let shut = false;
  const server = createServer((client) => {
    if (shut) return client.destroy();
    const there = connect(Number(address.port || 5432), address.hostname);
    for (const socket of [client, there]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        there.destroy();
      });
    }
    client.pipe(there).pipe(client);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(databaseUrl);
  through.hostname = '127.0.0.1';
  through.port = String(server.address().port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: through.href,
    cut,
    shut(closed) {
      shut = closed;
      if (closed) cut();
    },
    close() {
      cut();
      server.close();
    },
  };
}
